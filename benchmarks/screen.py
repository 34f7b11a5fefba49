"""First paint, key to paint and memory, beside a minimal Textual app in the same run.

Repeat with: .venv/bin/python benchmarks/screen.py [runs]

Each program runs in a pseudo-terminal of 80×24; the clock stops when the text arrives, or the
first bytes after a key. Linux only, for the memory. The goals: a first paint of at most 1.5 times
the minimal app's; at the table 20 ms for a navigation key and 25 for a typed letter (medians), 40
for 95 of 100, with a talk of 2,000 lines too; at most twice the minimal app's memory after a whole
game.
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
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.scenario.library import find
from game.summit.counterpart import Counterpart
from game.summit.events import Phase
from game.summit.moves import Open, Ready
from game.summit.notation import parse, write
from game.summit.start import start_session

ROOT = Path(__file__).resolve().parent.parent
SUMMIT, CHAIR, SEED = "seoul-summit", "japan", 1
PATIENCE = 60.0
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


LONG_TALK = """
import sys
from pathlib import Path

from game.scenario.library import find
from game.summit.events import Phase
from game.summit.start import start_session
from game.tui.app import SidelinesApp

path = find("seoul-summit", [])
app = SidelinesApp(start_session(path, role="japan", journal=Path(sys.argv[1])))
follow = app.follow

def follow_with_a_long_talk():
    lines = app.meeting.lines
    if app.meeting.phase is Phase.TABLE:
        lines[:0] = (lines * 2000)[: 2000 - len(lines)]
    follow()

app.follow = follow_with_a_long_talk
app.run()
"""

DOWN, UP = b"\x1b[B", b"\x1b[A"


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, *arguments: str, data: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.update(XDG_DATA_HOME=data, XDG_CONFIG_HOME=data, PYTHONPATH=str(ROOT))
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

    def memory(self) -> float:
        """Megabytes that are resident."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

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


def keys(terminal: Terminal, pressed: Iterable[bytes]) -> str:
    """Milliseconds and bytes of these keys, in words."""
    took = [terminal.key(key) for key in pressed]
    times = sorted(1000 * seconds for seconds, _ in took)
    return (
        f"median {statistics.median(times):.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms, "
        f"{statistics.median(size for _, size in took):.0f} bytes"
    )


def at_the_table(*arguments: str, data: str) -> Terminal:
    """The Seoul summit, taken to its table."""
    terminal = Terminal(*arguments, data=data)
    terminal.wait_for(b"SEOUL")
    terminal.settle()
    terminal.key(b"\r")
    os.write(terminal.fd, b"\r")
    terminal.wait_for(b"agreed so far")
    terminal.settle()
    return terminal


def play(terminal: Terminal, moves: Iterable[str]) -> None:
    """A whole game from the table to the last page of its debrief."""
    for move in moves:
        for key in (b":", move.encode(), b"\r"):
            terminal.key(key)
    for key in (b"y", b"\r", b"n", b"\r", *[b"n"] * 12):  # vote, press line, guess, pages
        terminal.key(key)


def moves_of_a_game(journal: Path) -> Iterator[str]:
    """What a bot does at the table in the game of this seed, in the notation of moves."""
    session = start_session(find(SUMMIT, []), role=CHAIR, seed=SEED, journal=journal)
    bot = Counterpart(("accommodating",))
    session.play(Ready())
    session.play(Open(item=next(iter(session.scenario.agenda))))
    while session.summit.phase in (Phase.TABLE, Phase.CAUCUS, Phase.ASIDE):
        typed = write(bot.choose(session.view()).move)
        yield typed
        session.play(parse(typed))


def main(runs: int) -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as data:
        minimal = _script(data, "minimal.py", MINIMAL)
        long_talk = _script(data, "long_talk.py", LONG_TALK)
        first_paints((minimal,), runs, data)
        summit = ("-m", "game", "play", SUMMIT, "--as", CHAIR, "--seed", str(SEED))
        floor = Terminal(minimal, data=data)
        floor.wait_for(b"painted")
        floor.settle()
        table = at_the_table(*summit, data=data)
        long = at_the_table(long_talk, f"{data}/long.jsonl", data=data)
        arrows, letters = (
            [DOWN, UP] * 20,
            [b"%c" % letter for letter in b"propose line=joint_review "],
        )
        print(f"key to paint, minimal: {keys(floor, arrows)}")
        for name, terminal in (("the table", table), ("a talk of 2,000 lines", long)):
            print(f"key to paint, {name}: {keys(terminal, arrows)} (goal 20, p95 40)")
            terminal.key(b":")
            print(f"a letter typed, {name}: {keys(terminal, letters)} (goal 25, p95 40)")
            terminal.key(b"\x1b")
        play(table, moves_of_a_game(Path(data) / "bot.jsonl"))
        print(
            f"memory, MB: minimal {floor.memory():.0f}, ours after a whole game "
            f"{table.memory():.0f}; ratio {table.memory() / floor.memory():.2f} (goal 2)"
        )
        for terminal in (floor, table, long):
            terminal.close()


def first_paints(minimal: tuple[str, ...], runs: int, data: str) -> None:
    """Prints how long both take to their first text, turn by turn."""
    programs = ((minimal, b"painted"), (("-m", "game"), b"S I D E L I N E S"))
    for arguments, text in programs:
        first_paint(arguments, text, data)  # warm caches
    paints = [[first_paint(*program, data) for program in programs] for _ in range(runs)]
    floor, ours = (statistics.median(column) for column in zip(*paints, strict=True))
    ratio = statistics.median(ours / floor for floor, ours in paints)
    print(f"first paint, ms: minimal {floor:.0f}, ours {ours:.0f}; ratio {ratio:.2f} (goal 1.5)")


def _script(folder: str, name: str, text: str) -> str:
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
