"""Whole numbers as people write them: what a file should have in their place."""

from __future__ import annotations

import re

_WRITTEN = re.compile(
    r"(?P<sign>[-+‐‑‒–—−﹣－]?)\s*"
    r"(?P<digits>\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+|\d{1,9})\s*"
    r"(?P<rest>[%％,;.]|points?|pts?\.?|min\.?|minutes?)?",
    re.IGNORECASE,
)

_BROKEN = re.compile(r"(\d{1,4}),\d{1,2}")
"""Decimals behind a comma, as most of Europe writes them."""


def advice(text: str, *, quoted: bool) -> str:
    """How to write the whole number that a text means; empty where it means none."""
    if broken := _BROKEN.fullmatch(text.strip()):
        return f"Write {broken[1]} or {int(broken[1]) + 1}: only whole numbers count."
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return ""
    number = int(re.sub(r"\D", "", found["digits"]))
    sign = found["sign"]
    minus = "-" if sign not in ("", "+") else ""
    if minus and sign != "-":
        return f"Write {minus}{number}, with the plain hyphen of the keyboard."
    if found["rest"]:
        return f"Write {minus}{number}, with nothing behind it."
    return f"Write {minus}{number}{', without quotation marks' if quoted else ''}."
