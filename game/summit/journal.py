"""The journal: JSON lines on disk, the head first, then a line per move of both sides.

Every line is flushed and synced before anything is shown, so that a crash, a closed window or an
empty battery loses nothing but a torn last line. A running digest ties each line to all before it:
it shows accidental edits, and is no proof against somebody who sets out to forge one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from game.scenario.library import UnusableError
from game.summit.mind import Why
from game.summit.moves import Grounds, Move, Reason
from game.summit.notation import NotationError, parse, write

JOURNAL_FORMAT = 1
MOST_BYTES = 16_000_000


class JournalError(UnusableError):
    """A journal that cannot be used; the text says why, in a sentence for a player."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first line: everything that decides a game besides the moves."""

    name: str
    """The scenario's name, as `list` shows it."""
    text: str
    """The scenario file itself, so that editing it breaks no saved game."""
    role: str
    """The party that the student leads."""
    seed: int
    variant: int
    level: str
    version: str
    student: str | None = None
    parent: str | None = None
    """For a game taken up from an earlier moment of another: that journal's digest and move."""
    leg: dict[str, Any] | None = None
    """For a meeting of a campaign: where it belongs and what it begins with, as plain data."""
    format: int = JOURNAL_FORMAT


@dataclass(frozen=True, slots=True)
class Record:
    """One move of one party, with the computer's figures behind it."""

    minute: int
    party: str
    move: Move
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal as read."""

    head: Head
    records: tuple[Record, ...]
    digest: str
    dropped: str | None = None
    """What had to be left out: a torn last line."""
    edited_at: int | None = None
    """The first line (from 1) whose digest does not fit: edited, or moved."""
    undone: int = 0
    """How many moves were taken back in practice."""


def digest_of(previous: str, content: str) -> str:
    """The digest of a line that follows another: SHA-256, its first 16 hexadecimal digits."""
    return hashlib.sha256(f"{previous}\n{content}".encode()).hexdigest()[:16]


class JournalWriter:
    """Appends lines to a journal file, each on disk before the call returns."""

    def __init__(self, path: Path, digest: str = "") -> None:
        self.path = path
        self.digest = digest
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: TextIO = path.open("a", encoding="utf-8", newline="\n")

    def head(self, head: Head) -> None:
        """Writes the first line."""
        content = asdict(head)
        if head.leg is None:
            del content["leg"]
        self._append(content)

    def record(self, record: Record) -> None:
        """Writes a move."""
        self._append(encode(record))

    def undo(self, moves: int) -> None:
        """Writes that the game went back: only so many moves count from here."""
        self._append({"undo_to": moves})

    def _append(self, content: dict[str, Any]) -> None:
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        self.digest = digest_of(self.digest, text)
        self._file.write(json.dumps({"d": self.digest, "c": content}, ensure_ascii=False) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Closes the file. What could not be written is let go: that was told when it happened."""
        with suppress(OSError):
            self._file.close()


def encode(record: Record) -> dict[str, Any]:
    """A move as plain data: notation, reasons, figures; what is empty is left out."""
    grounds = [
        {key: value for key, value in asdict(ground).items() if value is not None}
        for ground in record.move.grounds
    ]
    content: dict[str, Any] = {
        "minute": record.minute,
        "by": record.party,
        "move": write(record.move),
    }
    if grounds:
        content["grounds"] = grounds
    if record.why is not None:
        content["why"] = asdict(record.why)
    return content


def decode(content: dict[str, Any]) -> Record:
    """The move that a line stands for; JournalError where it stands for none."""
    try:
        grounds = tuple(_ground(entry) for entry in content.get("grounds", ()))
        why = content.get("why")
        return Record(
            minute=int(content["minute"]),
            party=str(content["by"]),
            move=replace(parse(str(content["move"])), grounds=grounds),
            why=None if why is None else Why(**why),
        )
    except (KeyError, TypeError, ValueError, NotationError) as error:
        raise JournalError(f"A line of the journal is no move: {error}") from error


def _ground(entry: dict[str, Any]) -> Grounds:
    fields: dict[str, Any] = dict(entry)
    for pair in ("give", "want"):
        if pair in fields:
            fields[pair] = tuple(fields[pair])
    fields["reason"] = Reason(fields["reason"])
    return Grounds(**fields)


def read_journal(path: Path) -> Journal:
    """The journal in a file. A torn last line is dropped and told; JournalError for the rest."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise JournalError(f"{path} is too large to be a journal.")
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror or error}.") from error
    torn = lines.pop()
    contents = list(_contents(lines, path))
    dropped = None
    if torn.strip():
        dropped = (
            "The last line was cut off and has been left out; the move in it is to be made again."
        )
    if not contents:
        raise JournalError(f"{path} is empty: it holds no saved game.")
    return _assemble(contents, path, dropped)


def _contents(lines: list[bytes], path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield str(entry["d"]), dict(entry["c"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise JournalError(
                f"Line {number} of {path} is not a line of a journal. A journal is what the game "
                "writes while it is played; where it writes, it says when a game begins."
            ) from error


def _assemble(
    contents: list[tuple[str, dict[str, Any]]], path: Path, dropped: str | None
) -> Journal:
    digest, edited_at, undone = "", None, 0
    records: list[Record] = []
    for number, (claimed, content) in enumerate(contents, start=1):
        fresh = digest_of(digest, json.dumps(content, ensure_ascii=False, sort_keys=True))
        if fresh != claimed and edited_at is None:
            edited_at = number
        digest = claimed
        if number == 1:
            continue
        if "undo_to" in content:
            keep = max(0, min(len(records), int(content["undo_to"])))
            undone += len(records) - keep
            del records[keep:]
        else:
            records.append(decode(content))
    try:
        head = Head(**contents[0][1])
    except TypeError as error:
        raise JournalError(f"The first line of {path} is not the head of a journal.") from error
    if head.format != JOURNAL_FORMAT:
        raise JournalError(
            f"{path} is of journal format {head.format}; this version reads {JOURNAL_FORMAT}."
        )
    return Journal(head, tuple(records), digest, dropped, edited_at, undone)


def mend(path: Path) -> None:
    """Cuts a torn last line off a journal that is to be gone on with."""
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    if whole != len(data):
        with path.open("r+b") as file:
            file.truncate(whole)
