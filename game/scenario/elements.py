"""What the blocks of a file are made of: texts, numbers and ids with their limits."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\n]+\n?$")]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=6000)]
Points = Annotated[int, Field(ge=-1000, le=1000)]
Percent = Annotated[int, Field(ge=0, le=100)]
Change = Annotated[int, Field(ge=-100, le=100)]
Minutes = Annotated[int, Field(ge=0, le=600)]

BOARD_NAME, LABEL, HEADLINE, NAME = 24, 40, 60, 60
"""Cells that a text has where it is shown whole at 80 columns; a Korean or Japanese letter takes
two of them."""

SHORTEST, LONGEST = 5, 600
"""Minutes that a meeting may have."""


def shown_in(what: str, cells: int) -> str:
    """The description of a text that is cut off on the screen behind so many cells."""
    return f"{what} The screen has room for {cells} cells."


def as_tuple(value: Any) -> Any:
    """A single id may stand where a list of ids may: lifted here, so that no union is needed."""
    return (value,) if isinstance(value, str) else value


def as_block(key: str) -> BeforeValidator:
    """A plain value may stand where a block may: lifted to the block's leading key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(as_tuple),
    Field(min_length=1, json_schema_extra={"x-one-or-more": True}),
]
HomeChanges = dict[Id, dict[Id, Change]]
"""party → audience (or `everyone`) → change of support, in points of 100."""


class Part(BaseModel):
    """What every block of a scenario shares: strict, closed, frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=True)
