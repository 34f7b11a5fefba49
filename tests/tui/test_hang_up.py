"""A terminal that is closed ends the game; the journal has every move."""

import os
import signal
import sys
import time

import pytest

pty = pytest.importorskip("pty")

WAIT = 60
"""Seconds after which a game counts as hanging; a slow machine needs a few."""


def test_a_closed_terminal_ends_the_game_even_where_hang_ups_are_ignored(tmp_path):
    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        os.environ |= {"TERM": "xterm-256color", "XDG_DATA_HOME": str(tmp_path)}
        os.execv(sys.executable, [sys.executable, "-m", "game"])
    shown = b""
    while b"Seoul" not in shown:
        shown += os.read(terminal, 65536)
    os.close(terminal)
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            assert os.waitstatus_to_exitcode(status) == -signal.SIGHUP
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    pytest.fail("the game went on without its terminal")
