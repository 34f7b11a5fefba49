"""Keys that a block does not know, and keys that it lacks: in the words of the file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from game.scenario.diagnostics import Finding, Path
from game.scenario.hints import listed, nearest, shown
from game.scenario.shape import Shape, field_of, keys_of

SAID_FOR = {
    "if": "when",
    "condition": "when",
    "and": "all",
    "or": "any",
    "items": "agenda",
    "issues": "agenda",
    "topics": "agenda",
    "countries": "parties",
    "delegations": "parties",
    "hidden": "found_by",
}
"""Words that people write for a key which looks quite different."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A key in the block at `path` that was written otherwise, and the key that was meant."""

    path: Path
    written: str
    meant: str


def is_entry(error: Any) -> bool:
    """Whether a list, not a block, lacks something."""
    return error["type"] == "missing" and isinstance(error["loc"][-1], int)


def key_findings(
    errors: Iterable[Any], data: Any, shape: Shape
) -> tuple[list[Finding], tuple[Rename, ...]]:
    """Unknown and missing keys, block by block; what is both at once is one key, written otherwise.

    `errors` are pydantic's, of any kind; those of other kinds are left alone.
    """
    unknown: dict[Path, list[str]] = defaultdict(list)
    missing: dict[Path, list[str]] = defaultdict(list)
    for error in errors:
        loc: Path = error["loc"]
        if error["type"] == "extra_forbidden":
            unknown[loc[:-1]].append(str(loc[-1]))
        elif error["type"] == "missing" and not is_entry(error):
            missing[loc[:-1]].append(str(loc[-1]))
    findings: list[Finding] = []
    renames: list[Rename] = []
    for path in {**unknown, **missing}:
        lacking = missing[path]
        spelt = {key: _spelt(key, path, lacking, data, shape) for key in unknown[path]}
        found = {meant for meant in spelt.values() if meant is not None}
        left = [key for key in lacking if key not in found]
        told = _told_by_value([key for key in spelt if not spelt[key]], path, left, data, shape)
        for key in unknown[path]:
            alike = spelt[key]
            meant = told.get(key, []) if alike is None else [alike]
            if len(meant) == 1:
                renames.append(Rename(path, key, meant[0]))
            found |= set(meant)
            findings.append(_unknown(key, path, meant, shape, _stray(key, path, data, shape)))
        findings += [_missing(key, path, shape) for key in lacking if key not in found]
    return findings, tuple(renames)


def _spelt(key: str, path: Path, lacking: list[str], data: Any, shape: Shape) -> str | None:
    """The key that looks like the one written, or that people write so."""
    free = _free(path, data, shape)
    if SAID_FOR.get(key) in free:
        return SAID_FOR[key]
    return nearest(key, lacking) or nearest(key, free)


def _told_by_value(
    unknown: list[str], path: Path, lacking: list[str], data: Any, shape: Shape
) -> dict[str, list[str]]:
    """Keys in another language, and what each must mean: no other key takes such a value.

    Keys that the block lacks come first. Of those that it may have only blocks and lists tell. As
    many as take the same value share what they could mean between them.
    """
    block, free = value_at(data, path), _free(path, data, shape)
    fitting: dict[str, list[str]] = {}
    for key in unknown:
        if shape.blocks_with(key) or _stray(key, path, data, shape):
            continue
        value = block[key]
        fitting[key] = [k for k in lacking if shape.takes((*path, k), value)]
        if not fitting[key] and isinstance(value, dict | tuple):
            fitting[key] = [k for k in free if shape.takes((*path, k), value)]
    wanted = Counter(meant for options in fitting.values() for meant in options)
    return {
        key: options
        for key, options in fitting.items()
        if list(fitting.values()).count(options) == len(options)
        and all(wanted[meant] == len(options) for meant in options)
    }


def _free(path: Path, data: Any, shape: Shape) -> list[str]:
    """The keys that a block could still have."""
    block, written = shape.block_at(path), value_at(data, path)
    return [key for key in keys_of(block) if key not in written] if block else []


def value_at(data: Any, path: Path) -> Any:
    """What stands in the data at a path."""
    for part in path:
        data = data[part]
    return data


def _stray(key: str, path: Path, data: Any, shape: Shape) -> str:
    """Advice where a block of keys is probably an entry of a table that was indented wrongly."""
    block = value_at(data, path)
    if isinstance(block[key], dict):
        above = list(block)[: list(block).index(key)]
        entries = shape.block_at((*path, above[-1], key)) if above else None
        if entries is not None and all(field_of(entries, name) for name in block[key]):
            return f"If it is an entry of `{above[-1]}`, indent it as the others there."
    if block[key] is None and len(path) > 1 and shape.is_entry(path):
        return (
            f"If it is an entry of `{shown(str(path[-2]))}`, start it in the same column as "
            f"`{shown(str(path[-1]))}`."
        )
    return ""


def _unknown(key: str, path: Path, meant: list[str], shape: Shape, stray: str) -> Finding:
    block = shape.block_at(path)
    known = keys_of(block) if block else []
    message = f"`{shown(key)}` is no key of {block_name(path, shape)}."
    advice = f"Possible here: {listed(known)}."
    if meant:
        message += f" Did you mean {listed(meant)}?"
        advice = " ".join(f"Write `{k}: …`. {shape.description_at((*path, k))}" for k in meant)
    elif stray:
        advice = f"{stray} {advice}"
    elif " " in key:
        advice = f"Words of a text? Put the whole text in quotation marks. {advice}"
    elif key in known:
        message = f"`{shown(key)}` cannot stand here."
    elif elsewhere := shape.blocks_with(key):
        advice = f"It belongs under {listed(elsewhere)}: is the indentation wrong? {advice}"
    elif path and (root := shape.block_at(())) and field_of(root, key):
        advice = f"It belongs at the top of the file: is the indentation wrong? {advice}"
    return Finding((*path, key), "FMT01", message, advice, at_key=True)


def _missing(key: str, path: Path, shape: Shape) -> Finding:
    about = shape.description_at((*path, key))
    message = f"{block_name(path, shape, capital=True)} lacks `{key}`."
    return Finding(path, "FMT02", message, f"Add `{key}: …`. {about}")


def block_name(path: Path, shape: Shape, *, capital: bool = False) -> str:
    """How a message calls a block: by its key, or by its place in a list."""
    if not path:
        return f"{'The' if capital else 'the'} {shape.noun}"
    if isinstance(path[-1], str):
        return f"`{shown(path[-1])}`"
    above = next((part for part in reversed(path) if isinstance(part, str)), "the list")
    return f"{'Entry' if capital else 'entry'} {path[-1] + 1} of `{shown(above)}`"
