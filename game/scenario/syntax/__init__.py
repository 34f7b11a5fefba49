"""What a YAML parser found wrong, said to people who do not know YAML.

Only the first fault of syntax in a file can be had, so it should count: a parser says where it was
stopped, while the cause is often a quotation mark, a colon or the indentation a little earlier.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from game.scenario.intake import Fault
from game.scenario.syntax import blocks, lines, pairs
from game.scenario.syntax.trouble import Trouble

Rule = Callable[[Trouble], Fault | None]

_RULES: tuple[Rule, ...] = (
    lines.no_indentation,
    lines.odd_space,
    lines.colon,
    lines.missing_colon,
    lines.special_start,
    lines.extras,
    blocks.block_end,
    pairs.brackets,
    pairs.quotes,
    blocks.list_after_key,
    blocks.second_start,
)
"""In the order in which they are asked: the first that knows the trouble speaks."""


def explain(error: yaml.YAMLError, text: list[str]) -> Fault:
    """A parser's error as a finding with a place and a fix."""
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or mark
    trouble = Trouble(
        problem=str(getattr(error, "problem", None) or error),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context=str(getattr(error, "context", None) or ""),
        from_line=context_mark.line if context_mark else 0,
        from_column=context_mark.column if context_mark else 0,
        lines=text,
    )
    for rule in _RULES:
        fault = rule(trouble)
        if fault is not None:
            return fault
    return Fault(
        "SYN21",
        trouble.here(),
        "The file cannot be understood from here on.",
        "Compare this line and the one above with an example: is a quotation mark, a colon or a "
        f"space missing? (The YAML parser says: {trouble.problem}.)",
    )
