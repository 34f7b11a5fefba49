"""What is built can be installed elsewhere and finds its scenarios there."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import game

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_scenarios_styles_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = [path for path in (ROOT / "scenarios").rglob("*") if path.is_file()]
    assert ROOT / "scenarios" / "seoul-summit.yaml" in shipped
    assert {f"game/{path.relative_to(ROOT).as_posix()}" for path in shipped} <= names
    styles = {path.relative_to(ROOT).as_posix() for path in (ROOT / "game").rglob("*.tcss")}
    assert styles <= names
    dist_info = f"sidelines-{game.__version__}.dist-info"
    assert f"{dist_info}/licenses/LICENSE" in names
    assert {name.split("/")[0] for name in names} == {"game", dist_info}


def test_from_the_wheel_the_shipped_scenarios_are_found(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "HOME": str(tmp_path)}
    environment["XDG_DATA_HOME"] = environment["LOCALAPPDATA"] = str(tmp_path / "data")
    listed = subprocess.run(
        [sys.executable, "-P", "-m", "game", "list", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    paths = {entry["id"]: Path(entry["path"]) for entry in json.loads(listed.stdout)}
    assert paths["seoul-summit"].is_relative_to(site)
