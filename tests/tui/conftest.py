"""What the tests of the Textual face share: a data folder of their own, an app, a way to play."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario import library
from game.scenario.reader import read_scenario
from game.summit.session import Session
from game.tui.app import SidelinesApp

SMALL = Path(__file__).parent / "small.yaml"
SEOUL = Path(__file__).parents[2] / "scenarios" / "seoul-summit.yaml"

NewSession = Callable[..., Session]
NewApp = Callable[..., SidelinesApp]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the user's own folder; only the small scenario is on the list."""
    folder = tmp_path / "data"
    (folder / "scenarios").mkdir(parents=True)
    (folder / "scenarios" / "two-rivers.yaml").write_text(SMALL.read_text(encoding="utf-8"))
    monkeypatch.setattr(library, "data_folder", lambda: folder)
    monkeypatch.setattr(library, "shipped_folder", lambda: tmp_path / "none")
    return folder


@pytest.fixture
def new_session(tmp_path: Path) -> NewSession:
    """Starts a session of the small scenario, or of another file."""

    def start(role: str = "north", path: Path = SMALL, seed: int = 1) -> Session:
        result = read_scenario(path)
        assert result.scenario is not None, result.diagnostics
        return Session.start(
            result.scenario,
            text=path.read_text(encoding="utf-8"),
            name=path.stem,
            role=role,
            seed=seed,
            journal=tmp_path / f"{role}.jsonl",
        )

    return start


@pytest.fixture
def new_app(new_session: NewSession) -> NewApp:
    """An app in a session at its briefing."""

    def make(role: str = "north", path: Path = SMALL, seed: int = 1) -> SidelinesApp:
        return SidelinesApp(new_session(role, path, seed))

    return make
