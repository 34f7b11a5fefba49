"""What the game remembers of a player between two evenings: the theme, and whether all this is new.

Nothing of it changes a game, so that a file that cannot be read or written is simply passed over.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """The player's choices."""

    theme: str | None = None
    """Name of the theme of the Textual face; None for the game's own."""
    met: bool = False
    """Whether the player has taken, or passed over, the guided first meeting."""


def settings_file() -> Path:
    """Where the choices are kept."""
    import platformdirs

    return platformdirs.user_config_path("sidelines", appauthor=False) / "settings.json"


def settings() -> Settings:
    """The choices as they were last kept."""
    try:
        found: Any = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    theme = found.get("theme")
    return Settings(theme if isinstance(theme, str) else None, found.get("met") is True)


def keep(**changes: Any) -> None:
    """Keeps some choices; the others stay as they are."""
    changed = replace(settings(), **changes)
    if changed == settings():
        return
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(changed), indent=2) + "\n", encoding="utf-8")
    except OSError:
        return
