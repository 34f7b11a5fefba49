"""`serve`: the same game in a browser, for students without a terminal, by textual-serve."""

from __future__ import annotations

import ipaddress
import os
import shlex
import socket
import subprocess
import sys

from game.scenario.library import UnusableError
from game.started import VARIABLE, command

NOTICE = (
    "Anyone who can reach this address can play on this machine, with your folder of saved games. "
    "There is no password and no encryption: use it in a network that you trust, and not longer "
    "than the lesson."
)


def run_serve(host: str, port: int) -> int:
    """Serves the game until Ctrl+C; each page that is opened is a game of its own."""
    try:
        from textual_serve.server import Server
    except ImportError as error:
        raise UnusableError(
            "The game in a browser needs textual-serve: pip install 'sidelines[serve]'"
        ) from error
    _must_be_free(host, port)
    if not is_loopback(host):
        print(NOTICE, file=sys.stderr)
    address = f"[{host}]" if ":" in host else host
    print(f"Sidelines: http://{address}:{port} (Ctrl+C ends it)", file=sys.stderr, flush=True)
    os.environ.setdefault(VARIABLE, command())  # the games in the pages tell this command
    server = Server(
        game_command(),
        host=host,
        port=port,
        title="Sidelines",
        public_url=f"http://{address}:{port}",
    )
    server.serve()
    return 0


def game_command() -> str:
    """The command line that starts a game, for the shell of this system."""
    words = [sys.executable, "-m", "game"]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _must_be_free(host: str, port: int) -> None:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except (OSError, OverflowError) as error:
        raise UnusableError(
            f"{host}:{port} cannot be used: {error}. `--port` takes another one."
        ) from error
