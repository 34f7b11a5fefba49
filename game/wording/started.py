"""How the game is started here, for every sentence that tells how to start it again."""

from __future__ import annotations

import os

VARIABLE = "SIDELINES_COMMAND"


def command() -> str:
    """`sidelines`, or the call of run.py that started this game."""
    return os.environ.get(VARIABLE) or "sidelines"
