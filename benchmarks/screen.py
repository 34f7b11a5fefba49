"""First painted text, and key to paint at the table, beside a minimal Textual app in the same run.

Repeat with: .venv/bin/python benchmarks/screen.py [runs]

Each program runs in a pseudo-terminal of 80×24; the clock stops when the text arrives. POSIX
only. The goal is a first paint of at most 1.5 times the minimal app's, and a navigation key at the
table in 20 ms (median).
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 15.0
QUIET = 0.25

MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    BINDINGS = [("down", "turn", ""), ("up", "turn", "")]
    turns = 0

    def compose(self):
        yield Static("painted 0")

    def action_turn(self):
        self.turns += 1
        self.query_one(Static).update(f"painted {self.turns}")

Minimal().run()
"""


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, *arguments: str, data: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", XDG_DATA_HOME=data)
            os.execv(sys.executable, [sys.executable, *arguments])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What arrives within so many seconds; empty when nothing does."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        return os.read(self.fd, 65536) if ready else b""

    def wait_for(self, text: bytes) -> float:
        """Seconds from the start until the text has arrived."""
        seen = b""
        while text not in seen:
            if time.perf_counter() - self.started > PATIENCE:
                raise TimeoutError(f"{text!r} never came")
            seen += self.read(0.5)
        return time.perf_counter() - self.started

    def settle(self) -> None:
        """Reads until the program is quiet."""
        while self.read(QUIET):
            pass

    def key(self, key: bytes) -> tuple[float, int]:
        """Seconds from a key to the first bytes of its picture, and how many bytes it took."""
        begun = time.perf_counter()
        os.write(self.fd, key)
        first = self.read(2.0)
        took = time.perf_counter() - begun
        count = len(first)
        while more := self.read(QUIET):
            count += len(more)
        return took, count

    def close(self) -> None:
        """Ends the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first_paint(arguments: tuple[str, ...], text: bytes, data: str) -> float:
    """Milliseconds until the text is on the screen."""
    terminal = Terminal(*arguments, data=data)
    took = terminal.wait_for(text)
    terminal.close()
    return 1000 * took


def keys(terminal: Terminal, count: int) -> tuple[list[float], list[int]]:
    """Milliseconds and bytes of so many navigation keys, down and up in turn."""
    times, sizes = [], []
    for number in range(count):
        took, size = terminal.key(b"\x1b[B" if number % 2 == 0 else b"\x1b[A")
        times.append(1000 * took)
        sizes.append(size)
    return times, sizes


def main(runs: int) -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as data:
        script = Path(data) / "minimal.py"
        script.write_text(MINIMAL, encoding="utf-8")
        minimal: tuple[str, ...] = (str(script),)
        ours = ("-m", "game")
        for arguments, text in ((minimal, b"painted"), (ours, b"S I D E L I N E S")):
            first_paint(arguments, text, data)  # warm caches
        paints: tuple[list[float], list[float]] = ([], [])
        for _ in range(runs):
            paints[0].append(first_paint(minimal, b"painted", data))
            paints[1].append(first_paint(ours, b"S I D E L I N E S", data))
        ratio = statistics.median(b / a for a, b in zip(*paints, strict=True))
        print(
            f"first paint, ms: minimal {statistics.median(paints[0]):.0f}, ours "
            f"{statistics.median(paints[1]):.0f}; ratio {ratio:.2f} (goal 1.5)"
        )

        table = Terminal("-m", "game", "play", "seoul-summit", "--as", "japan", data=data)
        table.wait_for(b"SEOUL")
        table.settle()
        for key in (b"\r", b"\r"):
            table.key(key)
        floor = Terminal(*minimal, data=data)
        floor.wait_for(b"painted")
        floor.settle()
        for name, terminal in (("minimal", floor), ("the table", table)):
            times, sizes = keys(terminal, 40)
            terminal.close()
            times.sort()
            print(
                f"key to paint, {name}: median {statistics.median(times):.1f} ms, p95 "
                f"{times[int(0.95 * len(times))]:.1f} ms, {statistics.median(sizes):.0f} bytes"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
