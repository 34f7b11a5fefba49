"""`new`: a commented scenario to start from, which passes `check`, with the schema beside it."""

from __future__ import annotations

from pathlib import Path

from game.scenario.library import UnusableError
from game.scenario.schema import schema_text

SCHEMA_NAME = "scenario.schema.json"

TEMPLATE = Path(__file__).with_name("template.yaml")


def run_new(path: Path) -> int:
    """Writes the template to a new file, and the schema beside it."""
    if path.exists():
        raise UnusableError(f"{path} exists already. Choose another name; nothing was changed.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        path.with_name(SCHEMA_NAME).write_text(schema_text() + "\n", encoding="utf-8")
    except OSError as error:
        raise UnusableError(f"{path} cannot be written: {error.strerror or error}.") from error
    print(f"{path} is a scenario to start from; {SCHEMA_NAME} beside it is for your editor.")
    print(f"Next: sidelines check {path}")
    return 0
