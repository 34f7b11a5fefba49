#!/usr/bin/env python3
"""Sets up what is missing and starts Sidelines: `python3 run.py [ARGS]`.

`python3 run.py test [ARGS]` sets up and runs every check and test. Only the standard library is
used here, and nothing newer than Python 3.6 understands, so that an old Python gets a sentence
and no traceback.
"""

import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
OLDEST = (3, 11)
CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import contracts", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
)


class SetupError(Exception):
    """What the player must know when the set-up cannot go on."""


def venv_python():
    """Path of the environment's own Python."""
    if os.name == "nt":
        return os.path.join(VENV, "Scripts", "python.exe")
    return os.path.join(VENV, "bin", "python")


def fingerprint():
    """What the environment was made from: the project's requirements and this Python."""
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        content = file.read()
    version = "{}.{}.{}".format(*sys.version_info[:3])
    return hashlib.sha256(content + version.encode()).hexdigest()


def stamp_path(extra):
    """The file that tells for which fingerprint the environment is complete."""
    return os.path.join(VENV, "sidelines-{}.stamp".format(extra or "play"))


def is_ready(extra):
    """Whether the environment is complete for playing, or with the extra for testing."""
    try:
        with open(stamp_path(extra), encoding="ascii") as file:
            return file.read() == fingerprint() and os.path.exists(venv_python())
    except (OSError, ValueError):
        return False


def tell(text):
    """A word to the player, apart from the game's own output."""
    print(text, file=sys.stderr, flush=True)


def make_venv():
    """Makes the environment anew unless its Python works and is this one."""
    if os.path.exists(venv_python()):
        ask = [venv_python(), "-c", "import sys; print(sys.version_info[:3])"]
        found = subprocess.run(ask, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if found.returncode == 0 and found.stdout.decode().strip() == str(sys.version_info[:3]):
            return
    try:
        import venv

        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except ImportError:
        raise SetupError(NO_VENV)
    except subprocess.CalledProcessError:
        raise SetupError(NO_VENV)
    except OSError as error:
        raise SetupError(
            "The environment cannot be made in {}: {}.\n"
            "Copy the project to a folder that you may write to, and start again.".format(
                VENV, error.strerror or error
            )
        )


NO_VENV = (
    "This Python comes without the module that makes environments (venv with pip).\n"
    "On Debian and Ubuntu: sudo apt install python3-venv. Then start again."
)


def install(extra):
    """Installs the project, and the tools for testing where asked; says what pip said if it fails."""
    target = "{}[{}]".format(ROOT, extra) if extra else ROOT
    command = [venv_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        command + ["--editable", target],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        said = done.stdout.decode("utf-8", "replace").strip().splitlines()[-12:]
        raise SetupError(
            "The installation did not succeed. The last lines of what pip said:\n\n  {}\n\n"
            "The first start needs the network, to fetch the libraries; later starts do not.\n"
            "Check the connection, then start again.".format("\n  ".join(said))
        )
    with open(stamp_path(extra), "w", encoding="ascii") as file:
        file.write(fingerprint())


def set_up(extra=""):
    """Makes the environment complete; does nothing when it is."""
    if is_ready(extra):
        return
    tell("Setting up Sidelines in .venv (once; about half a minute) …")
    make_venv()
    install(extra)
    if extra:
        with open(stamp_path(""), "w", encoding="ascii") as file:
            file.write(fingerprint())


def test(arguments):
    """Runs every check, all of them even where one fails, the tests last. 0 when all are green."""
    failed = []
    for name, command in CHECKS:
        tell("\n== {}".format(name))
        if subprocess.run([venv_python()] + command, cwd=ROOT, check=False).returncode != 0:
            failed.append(name)
    if failed:
        tell("\nFailed: {}".format(", ".join(failed)))
    tell("\n== tests")
    tests = [venv_python(), "-m", "pytest"] + (arguments or ["-n", "2"])
    if subprocess.run(tests, cwd=ROOT, check=False).returncode != 0:
        failed.append("tests")
    return 1 if failed else 0


def play(arguments):
    """Starts the game in the environment, in place of this process where the system allows."""
    command = [venv_python(), "-m", "game"] + arguments
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    os.execv(command[0], command)


def main(arguments):
    """Sets up and starts; the exit code, where this process still lives."""
    if sys.version_info < OLDEST:
        tell(
            "Sidelines needs Python {}.{} or newer; this is {}.{}.\n"
            "Install a newer one from python.org and start it with that.".format(
                OLDEST[0], OLDEST[1], sys.version_info[0], sys.version_info[1]
            )
        )
        return 2
    try:
        if arguments[:1] == ["test"]:
            set_up("dev")
            return test(arguments[1:])
        set_up()
        return play(arguments)
    except SetupError as problem:
        tell(str(problem))
        return 2
    except KeyboardInterrupt:
        tell("Stopped. Start again to go on with the set-up.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
