"""run.py: when it sets up, what it says when it cannot, and that no check is left out."""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "run.py"
TAG = sys.implementation.cache_tag


class Machine:
    """Stands in for subprocess.run: keeps the commands and answers like venv and pip."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.commands: list[list[str]] = []
        self.failing: Callable[[list[str]], bool] = lambda command: False
        self.output = b""

    def __call__(self, command: list[str], **_: object) -> "subprocess.CompletedProcess[bytes]":
        self.commands.append(command)
        if not Path(command[0]).exists():
            raise FileNotFoundError(2, "No such file or directory")
        if self.failing(command):
            return subprocess.CompletedProcess(command, 1, self.output)
        if "venv" in command:
            (self.venv / "bin").mkdir(parents=True)
            (self.venv / "bin" / "python").touch()
            (self.venv / "pyvenv.cfg").write_text(f"home = {self.venv}\n")
        return subprocess.CompletedProcess(command, 0, f"{TAG} True\n".encode())

    def ran(self, word: str) -> list[list[str]]:
        return [command for command in self.commands if word in command]


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_py", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run_py(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, its folder a new one."""
    module = load_script()
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "run.py").touch()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "WINDOWS", False)
    monkeypatch.setattr(module, "lacks_venv", lambda: False)
    return module


@pytest.fixture
def machine(run_py: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Machine:
    double = Machine(run_py.VENV)
    monkeypatch.setattr(run_py.subprocess, "run", double)
    return double


@pytest.fixture
def started(run_py: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the game was started with."""
    commands: list[list[str]] = []
    monkeypatch.setattr(run_py.os, "execve", lambda path, command, env: commands.append(command))
    return commands


# --- old Pythons --------------------------------------------------------------------------------


def test_the_grammar_and_annotations_are_those_of_python_3_6() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            hints = [node.returns, *(argument.annotation for argument in node.args.args)]
            assert all(isinstance(hint, ast.Name | ast.Constant) for hint in hints), node.name


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    names |= {str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_gets_a_sentence_and_nothing_is_made(
    run_py: ModuleType,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(run_py.sys, "version_info", (3, 9, 18, "final", 0))
    assert run_py.main([]) == 2
    said = capsys.readouterr().err
    assert "3.11 or newer" in said and "Python 3.9" in said
    assert machine.commands == [] and not run_py.VENV.exists()


# --- when it sets up ----------------------------------------------------------------------------


def test_the_first_start_installs_and_the_second_only_starts(
    run_py: ModuleType, machine: Machine, started: list[list[str]]
) -> None:
    run_py.main(["list", "--json"])
    assert [c[-2:] for c in machine.ran("pip")] == [["--editable", str(run_py.ROOT)]]
    assert machine.ran("compileall")
    machine.commands.clear()
    run_py.main(["list", "--json"])
    assert [command for command in machine.commands if command not in started] == []
    python = str(run_py.VENV / "bin" / "python")
    assert started == [[python, "-P", "-m", "game", "list", "--json"]] * 2


@pytest.mark.parametrize(
    "script, shown", [("run.py", "run.py"), ("my games/run.py", "'my games/run.py'")]
)
def test_the_game_is_told_by_which_command_it_was_started(
    run_py: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch, script: str, shown: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(run_py.sys, "argv", [script, "--plain"])
    monkeypatch.setattr(
        run_py.os, "execve", lambda path, command, env: told.append(env["SIDELINES_COMMAND"])
    )
    run_py.main(["--plain"])
    assert told == [f"{Path(sys.executable).stem} {shown}"]


def test_other_requirements_install_again_into_the_same_environment(
    run_py: ModuleType, machine: Machine, started: list[list[str]]
) -> None:
    run_py.main([])
    (run_py.ROOT / "pyproject.toml").write_text("[project]\ndependencies = ['more']\n")
    machine.commands.clear()
    run_py.main([])
    assert len(machine.ran("pip")) == 1 and not machine.ran("venv")


@pytest.mark.parametrize("harm", ["unfinished", "no python", "no pyvenv.cfg", "base gone"])
def test_a_harmed_environment_is_made_anew(
    run_py: ModuleType, machine: Machine, started: list[list[str]], harm: str
) -> None:
    run_py.main([])
    left_over = run_py.VENV / "left-over"
    left_over.touch()
    if harm == "unfinished":
        (run_py.VENV / run_py.UNFINISHED).touch()
    elif harm == "no python":
        (run_py.VENV / "bin" / "python").unlink()
    elif harm == "no pyvenv.cfg":
        (run_py.VENV / "pyvenv.cfg").unlink()
    else:
        (run_py.VENV / "pyvenv.cfg").write_text("home = /no/such/folder\n")
    machine.failing = lambda command: "-c" in command  # it does not start
    run_py.main([])
    assert not left_over.exists()
    assert run_py.is_ready("") and len(started) == 2


def test_an_environment_of_another_python_is_made_anew(
    run_py: ModuleType,
    machine: Machine,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_py.main([])
    monkeypatch.setattr(run_py.sys.implementation, "cache_tag", "cpython-399")
    run_py.main([])
    assert len(machine.ran("venv")) == 2


def test_a_python_that_cannot_be_executed_is_made_anew_once(
    run_py: ModuleType,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(path: str, command: list[str], env: dict[str, str]) -> None:
        raise OSError(8, "Exec format error")

    monkeypatch.setattr(run_py.os, "execve", broken)
    assert run_py.main([]) == 2
    assert len(machine.ran("venv")) == 2
    assert "Exec format error" in capsys.readouterr().err


def test_what_is_killed_while_installing_counts_as_unfinished(
    run_py: ModuleType, machine: Machine
) -> None:
    def killed(command: list[str]) -> bool:
        if "pip" in command:
            raise KeyboardInterrupt
        return False

    machine.failing = killed
    assert run_py.main([]) == 130
    machine.failing = lambda command: False
    assert not run_py.is_ready("") and not run_py.venv_works()


def test_the_environment_of_windows_and_the_exit_code_there(
    run_py: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_py, "WINDOWS", True)
    monkeypatch.setattr(run_py.signal, "signal", lambda *_: None)
    monkeypatch.setattr(run_py, "is_ready", lambda extra: True)
    python = run_py.VENV / "Scripts" / "python.exe"
    python.parent.mkdir(parents=True)
    python.touch()
    machine.failing = lambda command: "check" in command
    assert run_py.main(["check", "file.yaml"]) == 1
    assert machine.commands == [[str(python), "-P", "-m", "game", "check", "file.yaml"]]


# --- when it cannot -----------------------------------------------------------------------------


def test_a_python_without_venv_is_told_what_to_install(
    run_py: ModuleType,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(run_py, "lacks_venv", load_script().lacks_venv)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert run_py.main([]) == 2
    assert "apt install python3-venv" in capsys.readouterr().err
    assert not machine.ran("pip") and not machine.venv.exists()


def test_a_folder_that_cannot_be_written_is_named(
    run_py: ModuleType,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(run_py.Path, "mkdir", refuse)
    assert run_py.main([]) == 2
    said = capsys.readouterr().err
    assert str(run_py.VENV) in said and "Permission denied" in said and "copy it" in said


def test_a_failing_pip_is_quoted_and_the_next_start_tries_again(
    run_py: ModuleType,
    machine: Machine,
    started: list[list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine.failing = lambda command: "pip" in command
    machine.output = b"first\n" + b"between\n" * 12 + b"ERROR: no route to host\n"
    assert run_py.main([]) == 2
    said = capsys.readouterr().err
    assert "no route to host" in said and "first\n" not in said and "network" in said
    assert started == []
    machine.failing = lambda command: False
    run_py.main([])
    assert len(started) == 1 and len(machine.ran("venv")) == 1


# --- testing ------------------------------------------------------------------------------------


def test_every_check_runs_though_the_first_fails_and_pytest_is_last(
    run_py: ModuleType, machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.failing = lambda command: "check" in command and "--check" not in command
    assert run_py.main(["test"]) == 1
    assert [c[-1] for c in machine.ran("--editable")] == [f"{run_py.ROOT}[dev]"]
    checks = machine.commands[-5:]
    words = ["ruff check", "ruff format", "mypy", "importlinter", "pytest -n 3"]
    for command, expected in zip(checks, words, strict=True):
        assert expected in " ".join(command)
    said = capfd.readouterr().out
    assert "Failed so far: ruff check" in said and said.rstrip().endswith("== pytest")


def test_arguments_go_to_pytest_and_failing_tests_fail(
    run_py: ModuleType, machine: Machine
) -> None:
    assert run_py.main(["test", "-k", "frontier"]) == 0
    assert machine.commands[-1][1:] == ["-m", "pytest", "-k", "frontier"]
    assert not [c for c in machine.commands[:-1] if "frontier" in c]
    machine.failing = lambda command: "pytest" in command
    assert run_py.main(["test"]) == 1


def test_the_tools_for_testing_are_added_to_an_environment_for_playing(
    run_py: ModuleType, machine: Machine, started: list[list[str]]
) -> None:
    run_py.main([])
    run_py.main(["test"])
    assert len(machine.ran("venv")) == 1 and len(machine.ran("--editable")) == 2
    run_py.main(["test"])
    run_py.main([])
    assert len(machine.ran("--editable")) == 2
