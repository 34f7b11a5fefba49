"""The game run as a process, as from a shell."""

import os
import subprocess
import sys


def sidelines(tmp_path, *arguments, text="", **environment):
    variables = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LOCALAPPDATA": str(tmp_path / "data"),
        "SIDELINES_COMMAND": "sidelines",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**variables, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )
