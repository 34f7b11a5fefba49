"""Where scenarios are: shipped with the game, in the user's own folder, in folders named besides.

Titles come from the head of each file, read with the YAML parser alone, so that the title screen
need not wait for the format's model. A file that cannot be read is listed with its fault.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HEAD_BYTES = 200_000
"""Titles and parties must stand within so much of a file's beginning."""

MOST_EVENTS = 20_000
MOST_DEPTH = 40

ENDINGS = (".yaml", ".yml")
"""How the name of a scenario's file ends."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """One file in a library."""

    id: str
    """The file's name without its ending: what `play` takes."""
    path: Path
    title: str
    summary: str
    parties: tuple[tuple[str, str], ...]
    """(party id, its name) in the order of the file."""
    minutes: int | None = None
    """How long the meeting is, where the head says so."""
    teaches: str = ""
    """The lesson, in a sentence."""
    plays_in: int | None = None
    """Minutes of the player's time, where the head says so."""
    kind: str = "scenario"
    fault: str | None = None


class UnusableError(Exception):
    """What was given cannot be used; the text says why and what to do, for people."""


class UnknownScenarioError(UnusableError):
    """No scenario of this name or path; `nearest` are names that look like it."""

    def __init__(self, name: str, nearest: Sequence[str], known: Sequence[str]) -> None:
        self.name, self.nearest = name, tuple(nearest)
        hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        listed = f" There are: {', '.join(known)}." if known else ""
        super().__init__(f"No scenario is called {name}, and no file lies there.{hint}{listed}")


def shipped_folder() -> Path:
    """The folder of the scenarios that come with the game, installed or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def data_folder() -> Path:
    """The user's own folder for scenarios and saved games."""
    import platformdirs

    return platformdirs.user_data_path("sidelines", appauthor=False)


def own_folder() -> Path:
    """Where a user's own scenarios lie."""
    return data_folder() / "scenarios"


def saved_games_folder() -> Path:
    """Where the journals lie."""
    return data_folder() / "journals"


def folders(extra: Iterable[Path] = ()) -> list[Path]:
    """All folders that are looked into: those named besides first, then own, then shipped."""
    return [*extra, own_folder(), shipped_folder()]


def entries(extra: Iterable[Path] = ()) -> list[ScenarioEntry]:
    """All scenarios, shortest first, then the campaigns.

    Of two with one name the first found counts.
    """
    found: dict[str, ScenarioEntry] = {}
    for folder in folders(extra):
        for path in _files(folder):
            found.setdefault(path.stem, read_head(path))
    return sorted(found.values(), key=_place_in_list)


def _place_in_list(entry: ScenarioEntry) -> tuple[bool, bool, int, str]:
    length = entry.plays_in or entry.minutes
    return entry.kind != "scenario", length is None, length or 0, entry.title.casefold()


def _files(folder: Path) -> Iterator[Path]:
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix in ENDINGS)
    except (OSError, ValueError):  # no such folder, or one that may not be looked into
        return
    yield from (path for path in files if is_file(path))


def is_file(path: Path) -> bool:
    """Whether a file lies there; False as well for what cannot be the path of one."""
    return exists(path) and path.is_file()


def exists(path: Path) -> bool:
    """Whether anything lies there; False as well for what cannot be a path."""
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long or with a zero byte, a folder that is closed
        return False


def find(name: str, extra: Iterable[Path] = ()) -> Path:
    """The file that a name from the list, or a path, stands for; UnknownScenarioError if none."""
    path = Path(name)
    if is_file(path):
        return path
    known = {entry.id: entry.path for entry in entries(extra)}
    if name in known:
        return known[name]
    beside = [f"{name}{ending}" for ending in ENDINGS if is_file(Path(f"{name}{ending}"))]
    nearest = beside or difflib.get_close_matches(name, known, 3, 0.5)
    raise UnknownScenarioError(name, nearest, sorted(known))


def read_head(path: Path) -> ScenarioEntry:
    """Title, summary, lesson, parties and lengths of a file, without reading the rest of it."""
    head = {"title": "", "summary": "", "teaches": "", "plays_in": "", "kind": ""}
    parties: list[tuple[str, str]] = []
    minutes = ""
    fault = None
    try:
        for place, value in _scalars(path):
            if len(place) == 1 and place[0] in head:
                head[place[0]] = value
            elif len(place) == 3 and place[0] == "parties" and place[2] == "name":
                parties.append((place[1], value))
            elif place == ("meeting", "minutes"):
                minutes = value
            if place[0] == "agenda":
                break
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        fault = f"cannot be read: {str(error).splitlines()[0]}"
    return ScenarioEntry(
        id=path.stem,
        path=path,
        title=printable(head["title"]) or printable(path.stem),
        summary=printable(head["summary"]),
        parties=tuple((party, printable(name)) for party, name in parties),
        minutes=_minutes(minutes),
        teaches=printable(head["teaches"]),
        plays_in=_minutes(head["plays_in"]),
        kind="campaign" if head["kind"] == "campaign" else "scenario",
        fault=fault,
    )


def _minutes(value: str) -> int | None:
    return int(value[:4]) if value.isdecimal() else None


def printable(text: str) -> str:
    """One line of text without control characters: a head is shown before it is checked."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _scalars(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """(path of keys, value) of the scalars in mappings at the beginning of a file."""
    with path.open("rb") as file:
        text = file.read(HEAD_BYTES).decode("utf-8-sig", errors="replace")
    trail: list[str | None] = []
    key: str | None = None
    for count, event in enumerate(yaml.parse(text, Loader=LOADER)):
        if count > MOST_EVENTS or len(trail) > MOST_DEPTH:
            raise ValueError("the beginning of the file is too deeply nested")
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            trail.append(key)
            key = None
            if trail[1:] == ["agenda"]:
                yield ("agenda",), ""
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            trail.pop()
            key = None
        elif isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("it repeats a part of itself with `*`")
        elif isinstance(event, yaml.ScalarEvent):
            if key is None:
                key = event.value
            else:
                yield tuple(part for part in (*trail[1:], key) if part is not None), event.value
                key = None
