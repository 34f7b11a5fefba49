#!/usr/bin/env python3
"""Sets up what is missing and starts Sidelines: `python3 run.py [ARGS]`.

`python3 run.py test [ARGS]` sets up what is missing and runs every check; ARGS go to pytest.

Only the standard library is used, and nothing in the grammar or the annotations that Python 3.6
does not understand, so that an old Python gets a sentence and no traceback.
"""

import contextlib
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Python 2 stops at the first annotation and shows its line: hence a line that says what to do.
OLDEST: "tuple[int, int]" = (3, 11)  # Sidelines needs Python 3.11 or newer: start it with python3
WINDOWS = os.name == "nt"
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
UNFINISHED = "sidelines-unfinished"
CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("lint-imports", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
)
PROBE = "import sys, pip; print(sys.implementation.cache_tag, sys.prefix != sys.base_prefix)"
EXIT_OK, EXIT_NO, EXIT_UNUSABLE, EXIT_STOPPED = 0, 1, 2, 130


class SetupError(Exception):
    """The set-up cannot go on; the text says why and what to do, for people."""


def tell(text: str) -> None:
    """A word to the user, apart from the game's own output."""
    print(text, file=sys.stderr, flush=True)


def venv_python() -> Path:
    """The environment's own Python."""
    return VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"


# --- what is there ------------------------------------------------------------------------------


def fingerprint() -> str:
    """What an environment is made from: the requirements, the kind of Python, this folder.

    Not Python's patch version: it changes nothing about what is installed, and two Pythons 3.11
    on one machine would otherwise make the environment anew in turns.
    """
    made_from = f"{sys.implementation.cache_tag}\n{ROOT}\n".encode("utf-8", "surrogateescape")
    return hashlib.sha256(made_from + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def stamp(extra: str) -> Path:
    """The file that holds the fingerprint for which the environment is complete."""
    return VENV / f"sidelines-{extra or 'play'}.stamp"


def is_ready(extra: str) -> bool:
    """Whether the environment is complete for playing or, with `dev`, for testing.

    Every start waits for this, so it looks at files and starts no process.
    """
    try:
        return (
            not (VENV / UNFINISHED).exists()
            and venv_python().exists()
            and base_folder().is_dir()
            and stamp(extra).read_text(encoding="ascii") == fingerprint()
        )
    except (OSError, ValueError):
        return False


def base_folder() -> Path:
    """Where the Python lies that the environment was made from.

    Python may have been removed or upgraded since; on Windows a python.exe in the environment
    outlives it. OSError or ValueError where the environment does not tell.
    """
    for line in (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "home":
            return Path(value.strip())
    raise ValueError("pyvenv.cfg names no home")


def venv_works() -> bool:
    """Whether there is an environment of this kind of Python, with pip, that starts."""
    try:
        if (VENV / UNFINISHED).exists():
            return False
        found = run([str(venv_python()), "-I", "-c", PROBE])
    except OSError:
        return False
    answer = found.stdout.decode("utf-8", "replace").split()
    return found.returncode == 0 and answer == [sys.implementation.cache_tag, "True"]


def lacks_venv() -> bool:
    """Whether this Python comes without what makes environments, as Debian's does at first."""
    for module in ("venv.__main__", "ensurepip.__main__"):
        try:
            if importlib.util.find_spec(module) is None:
                return True
        except ImportError:
            return True
    return False


# --- setting up ---------------------------------------------------------------------------------


def run(command: "list[str]") -> "subprocess.CompletedProcess[bytes]":
    """Runs a command of the set-up, its output caught."""
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def last_lines(output: bytes) -> str:
    """The end of a command's output, indented."""
    lines = [line for line in output.decode("utf-8", "replace").splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-12:])


@contextlib.contextmanager
def one_at_a_time() -> "Iterator[None]":
    """Holds other starts from this folder back, where the system can lock a file."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with (ROOT / "run.py").open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Sidelines is being set up by another start; waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            pass  # A file system without locks; two first starts at once are rare enough.
        yield


def set_up(extra: str, anew: bool = False) -> None:
    """Makes the environment complete; does nothing when it is, unless asked to make it anew."""
    if is_ready(extra) and not anew:
        return
    try:
        with one_at_a_time():
            if is_ready(extra) and not anew:
                return
            tell("Setting up Sidelines in .venv: once, about half a minute.")
            if anew or not venv_works():
                make_venv()
            install(extra)
    except OSError as error:
        raise SetupError(
            f"Sidelines cannot set itself up in {VENV}: {error.strerror or error}.\n"
            "If the folder is not yours to write in, copy it to one that is, such as your home\n"
            "folder, and start again there. If a game is still open, close it first."
        ) from error


def make_venv() -> None:
    """Makes the environment from nothing."""
    if lacks_venv():
        raise SetupError(
            "This Python comes without the module that makes environments (venv with pip).\n"
            "On Debian and Ubuntu: sudo apt install python3-venv (for this Python it may be\n"
            f"python{sys.version_info[0]}.{sys.version_info[1]}-venv). Then start again."
        )
    if VENV.exists():
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    (VENV / UNFINISHED).touch()
    # Started from within the environment that is made anew, its Python has just gone.
    python = sys.executable if sys.prefix == sys.base_prefix else base_python()
    made = run([python, "-I", "-m", "venv", str(VENV)])
    if made.returncode != 0:
        raise SetupError(f"The environment could not be made:\n\n{last_lines(made.stdout)}")


def base_python() -> str:
    """The Python that the environment which this one runs in was made from."""
    return str(getattr(sys, "_base_executable", sys.executable))


def install(extra: str) -> None:
    """Installs the project, with the tools of the extra where one is asked for."""
    unfinished = VENV / UNFINISHED
    unfinished.touch()
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    # -I: what lies on a PYTHONPATH would otherwise count as installed.
    pip = [str(venv_python()), "-I", "-m", "pip", "install", "--quiet"]
    done = run([*pip, "--disable-pip-version-check", "--editable", target])
    if done.returncode != 0:
        unfinished.unlink()  # pip has put back what it had changed; only a killed one has not.
        raise SetupError(
            "The libraries could not be installed. The last that pip said:\n\n"
            f"{last_lines(done.stdout)}\n\n"
            "Only the first start needs the network, to fetch the libraries. Check the connection\n"
            "(behind a proxy: set HTTPS_PROXY), then start again."
        )
    # pip compiles what it copies, and an editable project it does not copy.
    run([str(venv_python()), "-m", "compileall", "-q", "game"])
    for name in {extra, ""}:
        stamp(name).write_text(fingerprint(), encoding="ascii")
    unfinished.unlink()


# --- starting -----------------------------------------------------------------------------------


def play(arguments: "list[str]") -> int:
    """Starts the game, in place of this process where the system can do that; its exit code.

    -P keeps a file called game.py in the user's folder from being taken for the game.
    """
    command = [str(venv_python()), "-P", "-m", "game", *arguments]
    # What the game then tells its player to type.
    script = subprocess.list2cmdline(sys.argv[:1]) if WINDOWS else shlex.quote(sys.argv[0])
    started = f"{Path(sys.executable).stem} {script}"
    environment = {**os.environ, "SIDELINES_COMMAND": started}
    if not WINDOWS:
        os.execve(command[0], command, environment)
    # Ctrl+C reaches both; the game answers it, and this process must live to pass on its code.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.run(command, env=environment, check=False).returncode


def test(arguments: "list[str]") -> int:
    """Runs every check, all of them even where one fails, the tests last; the exit code."""
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        if subprocess.run([str(venv_python()), *command], cwd=ROOT, check=False).returncode:
            failed.append(name)
        print(flush=True)
    if failed:
        print(f"Failed so far: {', '.join(failed)}\n", flush=True)
    print("== pytest", flush=True)
    # The tests of the screen wait much: three at a time keep two processors busy.
    pytest = [str(venv_python()), "-m", "pytest", *(arguments or ["-n", "3"])]
    if subprocess.run(pytest, cwd=ROOT, check=False).returncode:
        failed.append("pytest")
    return EXIT_NO if failed else EXIT_OK


def start(arguments: "list[str]", anew: bool) -> int:
    """Sets up and starts what the arguments ask for; OSError where the environment is broken."""
    if arguments[:1] == ["test"]:
        set_up("dev", anew)
        return test(arguments[1:])
    set_up("", anew)
    return play(arguments)


def main(arguments: "list[str]") -> int:
    """Sets up and starts; the exit code, where this process still lives."""
    if sys.version_info < OLDEST:
        needed, found = (".".join(map(str, v[:2])) for v in (OLDEST, sys.version_info))
        tell(
            f"Sidelines needs Python {needed} or newer; this is Python {found}.\n"
            "Get a newer one from https://www.python.org/downloads/ and start run.py with it."
        )
        return EXIT_UNUSABLE
    try:
        try:
            return start(arguments, anew=False)
        except OSError:
            tell("The environment in .venv does not start any more; it is made anew.")
        return start(arguments, anew=True)
    except SetupError as problem:
        tell(str(problem))
        return EXIT_UNUSABLE
    except OSError as error:
        tell(f"{venv_python()} cannot be started: {error.strerror or error}.")
        return EXIT_UNUSABLE
    except KeyboardInterrupt:
        tell("\nStopped.")
        return EXIT_STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
