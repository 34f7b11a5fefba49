"""A scenario file in, a scenario or everything that is wrong with it out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from game.scenario import intake
from game.scenario.compose import FAST_LOADER, Loader, compose
from game.scenario.diagnostics import Diagnostic, Place, has_errors, ordered
from game.scenario.diagnostics import Path as DataPath
from game.scenario.marks import Mark
from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class ReadResult:
    file: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    marks: Mark

    def locate(self, path: DataPath) -> tuple[int, int]:
        place = self.marks.nearest(path).place
        return place.line, place.column


def read_scenario(path: str | Path) -> ReadResult:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        d = Diagnostic(str(path), "FIL01", "error", 1, 1, str(error), unreadable=True)
        return ReadResult(str(path), None, (d,), Mark(Place(1, 1)))
    return _read(intake.decode(content), str(path), FAST_LOADER)


def read_text(text: str, name: str = "scenario", loader: Loader = FAST_LOADER) -> ReadResult:
    return _read(intake.clean(text), name, loader)


def _read(taken: intake.Intake, name: str, loader: Loader) -> ReadResult:
    faults = list(taken.faults)
    found: list[Diagnostic] = []
    scenario = None
    marks = Mark(Place(1, 1))
    if taken.usable:
        composed = compose(taken.text, loader)
        faults += composed.faults
        marks = composed.marks
        if composed.complete:
            try:
                scenario = Scenario.model_validate(composed.data, by_alias=True, by_name=False)
            except ValidationError as error:
                for e in error.errors(include_url=False, include_input=False):
                    place = marks.nearest(e["loc"]).place
                    found.append(
                        Diagnostic(
                            name,
                            "FMT99",
                            "error",
                            place.line,
                            place.column,
                            f"{e['loc']}: {e['msg']}",
                        )
                    )
    found += [
        Diagnostic(name, f.code, "error", f.place.line, f.place.column, f.message, f.help)
        for f in faults
    ]
    return ReadResult(name, None if has_errors(found) else scenario, ordered(found), marks)
