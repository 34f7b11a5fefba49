"""Did you mean …? Words that look like the one that was written."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

MOST_KNOWN = 200
"""Words that are compared with; more would only cost time, which a hostile file could use up."""

LONGEST = 60

_CURLY = "“”„‟‘’‚‛«»「」"


def plain(word: str) -> str:
    """A word as an id or key would write it: `South-Korea ` becomes `south_korea`."""
    return "_".join(word.casefold().replace("-", " ").replace("_", " ").split())


def nearest(word: str, known: Iterable[str] | Mapping[str, str]) -> str | None:
    """The known word that was probably meant, if any; in a mapping (id → name) also by its name."""
    if len(word) > LONGEST:
        return None
    spelt: dict[str, str] = {}
    for candidate in list(known)[:MOST_KNOWN]:
        spelt.setdefault(plain(candidate), candidate)
    if isinstance(known, Mapping):
        for candidate, name in list(known.items())[:MOST_KNOWN]:
            spelt.setdefault(plain(name)[:LONGEST], candidate)
    close = difflib.get_close_matches(plain(word), spelt, 1, 0.6)
    return spelt[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """A question to put behind a message, with a space before it, or nothing."""
    close = nearest(word, known)
    return f" Did you mean `{close}`?" if close else ""


def several(text: str, known: Iterable[str]) -> str:
    """Advice where a text is no word but known words in a row: “ask, explain”; else empty."""
    parts = [part for part in re.split(r"[\s,;/&+]+", text) if part not in ("", "and", "or")]
    if (
        len(parts) < 2
        or not set(parts) & set(known)
        or not (set(parts) <= set(known) or "," in text)
    ):
        return ""
    return f"Several stand in square brackets: [{', '.join(parts)}]. "


def listed(words: Iterable[str], joint: str = "or") -> str:
    """`a`, `b` or `c`: words of the format in a sentence; long lists are cut."""
    told = [f"`{word}`" for word in words]
    if len(told) > 20:
        return ", ".join(told[:20]) + " and more"
    if len(told) < 2:
        return "".join(told)
    return f"{', '.join(told[:-1])} {joint} {told[-1]}"


def shown(text: str, most: int = 40) -> str:
    """Text of the file as a message may show it: short, and in one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def curly_hint(value: str) -> str:
    """Advice, with a space before it, where a text stands in the marks of a word processor."""
    if value.strip(" -") and value.lstrip(" -")[0] in _CURLY:
        return " The curly marks “ ” are not quotation marks to YAML: type straight ones."
    return ""
