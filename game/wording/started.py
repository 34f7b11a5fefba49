"""How the game is started here, for every sentence that tells how to start it again."""

from __future__ import annotations

import os
import shlex

VARIABLE = "SIDELINES_COMMAND"


def command() -> str:
    """`sidelines`, or the call of run.py that started this game."""
    return os.environ.get(VARIABLE) or "sidelines"


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
