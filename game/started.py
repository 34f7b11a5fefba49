"""How the game is started here, for every sentence that tells how to start it again."""

from __future__ import annotations

import os
import shlex
import sys

VARIABLE = "SIDELINES_COMMAND"


def command() -> str:
    """`sidelines`, or what else started this game: run.py, or Python with `-m game`."""
    return os.environ.get(VARIABLE) or "sidelines"


def as_module() -> str:
    """The call of Python with `-m game` that started this process, as it was typed."""
    before = len(sys.orig_argv) - len(sys.argv) + 1
    return " ".join(quoted(word) for word in sys.orig_argv[:before])


def quoted(word: object, *, windows: bool = os.name == "nt") -> str:
    """A word for the command line: in double quotes, which Windows knows too, wherever they do."""
    text = str(word)
    bare = text.replace("\\", "/") if windows else text
    if shlex.quote(bare) == bare:
        return text
    if windows or not any(sign in text for sign in '"$`\\!%'):
        return f'"{text}"'
    return shlex.quote(text)


def is_spoken() -> bool:
    """Whether a screen reader's setting, or a terminal that cannot draw, asks for plain lines."""
    return os.environ.get("ACCESSIBLE", "") not in ("", "0") or os.environ.get("TERM") == "dumb"
