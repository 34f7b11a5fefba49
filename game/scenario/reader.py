"""A scenario file in, a scenario or everything that is wrong with it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from game.scenario import faults, intake
from game.scenario.compose import compose
from game.scenario.consistency import check_consistency
from game.scenario.diagnostics import Diagnostic, Finding, Place, has_errors, ordered
from game.scenario.diagnostics import Path as DataPath
from game.scenario.keys import Rename
from game.scenario.loaders import FAST_LOADER, Loader
from game.scenario.model import Scenario
from game.scenario.references import check_references
from game.scenario.sense import check_sense
from game.scenario.shape import Shape
from game.scenario.tree import Node
from game.scenario.yaml_marks import Mark

if TYPE_CHECKING:
    from game.scenario.campaign import Campaign

MOST_TOLD = 300
"""Findings across one file that are told; a file with more has one cause for most of them."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of a file: a scenario, unless there are errors, and all findings in order."""

    file: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    marks: Mark
    lines: tuple[str, ...] = ()
    campaign: Campaign | None = None
    """For a file of `kind: campaign`: what it describes, instead of a scenario."""

    def with_findings(self, findings: Iterable[Finding]) -> ReadResult:
        """The same with what others have found in the scenario, placed in the file."""
        told = (_of_finding(finding, self.marks, self.file, self.lines) for finding in findings)
        diagnostics = ordered((*self.diagnostics, *told))
        return replace(
            self,
            scenario=None if has_errors(diagnostics) else self.scenario,
            diagnostics=diagnostics,
        )


def read_scenario(path: str | Path) -> ReadResult:
    """Reads and checks a file; never raises for anything that the file may be or contain."""
    name = intake.REFUSED.sub("\ufffd", str(path))
    try:
        with Path(path).open("rb") as file:
            # One byte more than is allowed tells that there is more; a device never ends.
            content = file.read(intake.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why, help = _unreadable(error)
        d = Diagnostic(name, "FIL01", "error", 1, 1, why, help, unreadable=True)
        return ReadResult(name, None, (d,), Mark(Place(1, 1)))
    return _read(intake.decode(content), name, FAST_LOADER, Path(path).parent)


def read_text(text: str, name: str = "scenario", loader: Loader = FAST_LOADER) -> ReadResult:
    """The same for a text that is in memory already, such as a journal's."""
    return _read(intake.clean(text), name, loader)


def _unreadable(error: Exception) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return "There is no such file.", "Is the name right, and the folder?"
    if isinstance(error, IsADirectoryError):
        return "This is a folder, not a file.", "Name the file in it."
    if isinstance(error, PermissionError):
        return "The file may not be read.", "Ask its owner, or whoever manages this machine."
    reason = error.strerror if isinstance(error, OSError) else None
    return f"The file cannot be read: {reason or 'its name is impossible'}.", ""


def _read(
    taken: intake.Intake, name: str, loader: Loader, folder: Path | None = None
) -> ReadResult:
    told = list(taken.faults)
    found: list[Finding] = []
    read: Scenario | Campaign | None = None
    marks = Mark(Place(1, 1))
    if taken.usable:
        composed = compose(taken.text, loader)
        told += composed.faults
        marks = composed.marks
        if composed.complete:
            read, found = _check(composed.data, marks, folder)
    lines = tuple(taken.text.split("\n"))
    diagnostics = ordered(
        (
            *(_of_fault(fault, name, lines) for fault in told),
            *(_of_finding(finding, marks, name, lines) for finding in found),
        )
    )
    if has_errors(diagnostics):
        read = None
    return ReadResult(
        name,
        read if isinstance(read, Scenario) else None,
        diagnostics,
        marks,
        lines,
        None if isinstance(read, Scenario) else read,
    )


SCENARIO = Shape(Scenario, "scenario")


def _check(
    data: Any, marks: Mark, folder: Path | None
) -> tuple[Scenario | Campaign | None, list[Finding]]:
    """What the data describe, or None, and what is wrong with them."""
    is_campaign = isinstance(data, dict) and data.get("kind") == "campaign"
    shape = _campaign_shape() if is_campaign else SCENARIO
    read, refused = _validated(data, shape)
    if refused is not None and (mended := _with_numbers_as_text(data, refused, marks)):
        data = mended
        read, refused = _validated(data, shape)
    format_findings: tuple[Finding, ...] = ()
    if refused is not None:
        format_findings, renames = faults.explain(refused, data, marks, shape)
        for rename in renames:
            # Under the key that was meant, so that nothing in it is told to be missing.
            block, mark = _at(data, rename.path), marks.find(rename.path)
            if rename.meant not in block and mark is not None and isinstance(mark.entries, dict):
                block[rename.meant] = block.pop(rename.written)
                mark.entries[rename.meant] = mark.entries.pop(rename.written)
        format_findings = tuple(_moved(f, renames) for f in format_findings)
    root = Node(data)
    if is_campaign:
        checks: Iterable[Finding] = _check_campaign(root, folder)
    else:
        checks = chain(check_references(root), check_sense(root), check_consistency(root))
    across = list(islice(checks, MOST_TOLD))
    return read, [*_without_twins(format_findings, across), *across]


def _campaign_shape() -> Shape:
    from game.scenario.campaign import Campaign

    return Shape(Campaign, "campaign")


def _check_campaign(root: Node, folder: Path | None) -> Iterable[Finding]:
    """Holds a campaign against its scenarios: those in its own folder first, then the library."""
    from game.scenario.library import entries
    from game.scenario.stages import check_campaign

    known = {e.id: e for e in entries([folder] if folder else []) if e.kind == "scenario"}
    return check_campaign(
        root,
        lambda name: read_scenario(known[name].path).scenario,
        {name: entry.title for name, entry in known.items()},
    )


def _validated(
    data: Any, shape: Shape
) -> tuple[Scenario | Campaign | None, ValidationError | None]:
    try:
        model = cast("type[Scenario | Campaign]", shape.root)
        return model.model_validate(data, by_alias=True, by_name=False), None
    except ValidationError as error:
        return None, error


def _with_numbers_as_text(data: Any, refused: ValidationError, marks: Mark) -> Any:
    """The data with `title: 1984` as the text that was written; None where there is no such."""
    texts: dict[DataPath, str] = {}
    for error in refused.errors(include_url=False):
        mark = marks.find(error["loc"])
        is_number = error["type"] == "string_type" and isinstance(error["input"], int | float)
        if is_number and mark is not None and mark.plain and mark.raw:
            texts[error["loc"]] = mark.raw
    return _replaced(data, texts) if texts else None


def _replaced(data: Any, values: dict[DataPath, str]) -> Any:
    """The data with other values at these paths; tables are changed in place, lists made anew."""
    if () in values:
        return values[()]
    below: dict[str | int, dict[DataPath, str]] = {}
    for path, value in values.items():
        below.setdefault(path[0], {})[path[1:]] = value
    if isinstance(data, tuple):
        return tuple(_replaced(v, below[i]) if i in below else v for i, v in enumerate(data))
    for part, inside in below.items():
        data[part] = _replaced(data[part], inside)
    return data


def _at(data: Any, path: DataPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _moved(finding: Finding, renames: Iterable[Rename]) -> Finding:
    """The finding at the place where its misspelt key went."""
    path = finding.path
    for rename in renames:
        depth = len(rename.path)
        if path[: depth + 1] == (*rename.path, rename.written):
            path = (*rename.path, rename.meant, *path[depth + 1 :])
    return finding if path == finding.path else replace(finding, path=path)


def _without_twins(formal: Iterable[Finding], across: list[Finding]) -> list[Finding]:
    """Of “no id”, or “no block”, and “no party” on the same word only the last helps."""
    named = {(f.path, f.at_key) for f in across if f.code.startswith("REF")}
    lost = {path for path, at_key in named if at_key}
    return [
        f
        for f in formal
        if not (f.code == "FMT09" and (f.path, f.at_key) in named)
        and not (f.code == "FMT06" and f.path in lost)
    ]


def _of_fault(fault: intake.Fault, name: str, lines: Sequence[str]) -> Diagnostic:
    d = Diagnostic(name, fault.code, fault.severity, 1, 1, fault.message, fault.help)
    return _placed(d, fault.place, lines)


def _of_finding(finding: Finding, marks: Mark, name: str, lines: Sequence[str]) -> Diagnostic:
    mark = marks.nearest(finding.path)
    place = mark.key if finding.at_key and mark.key is not None else mark.place
    d = Diagnostic(name, finding.code, finding.severity, 1, 1, finding.message, finding.help)
    return _placed(d, place, lines)


def _placed(d: Diagnostic, place: Place, lines: Sequence[str]) -> Diagnostic:
    """With its line of the file. Tabs become single spaces, so that columns stay columns."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    width = max(1, min(place.width, len(line) - place.column + 1))
    return d.at(Place(place.line, place.column, width), line.replace("\t", " ").rstrip())
