"""Numbers and beginnings of names for items and options, in every move that names them."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario.words import SILENCE
from game.summit.view import PartyView
from game.wording.names import Names

ITEM_FIRST = frozenset(
    {
        "ask", "explain", "pressure", "aside", "handdown", "reopen", "open", "acknowledge",
        "brief", "facts", "options", "difficulties",
    }
)  # fmt: skip
WITH_TERMS = frozenset({"propose", "choices", "link", "tiehands", "try"})


def expand(text: str, view: PartyView, names: Names) -> str:
    """The line with items and options by their ids, where a number or a beginning stands for one.

    `propose 5=2` becomes `propose line=joint_review`, `ask mis` `ask missiles`; 0 is silence. What
    stands for nothing is left as it is, to be refused with a reason.
    """
    words = text.split()
    if not words:
        return text
    verb, rest = words[0].lower(), words[1:]
    if verb in WITH_TERMS:
        return " ".join((verb, *(_term(word, view, names) for word in rest)))
    if verb in ITEM_FIRST and rest:
        item = item_of(rest[0], view, names) or rest[0]
        more = [_word(word, item, view) for word in rest[1:]] if verb == "explain" else rest[1:]
        return " ".join((verb, item, *more))
    if verb == "decline":
        # A number after `decline` is that of a package, not of an item.
        return " ".join((verb, *(_unless_number(word, view, names) for word in rest)))
    if verb == "guess":
        named = " ".join(rest).replace(",", " ").split()
        return f"{verb} {','.join(item_of(word, view, names) or word for word in named)}".strip()
    return text


def item_of(text: str, view: PartyView, names: Names) -> str | None:
    """An item by id, by number from 1, or by the beginning of its id or name; None if by none."""
    wanted = text.strip().casefold()
    items = list(view.items)
    if wanted.isdecimal():
        number = int(wanted[:4])
        return items[number - 1] if 1 <= number <= len(items) else None
    if wanted in view.items:
        return wanted
    return _only(
        item
        for item in items
        if wanted
        and any(
            name.casefold().startswith(wanted)
            for name in (item, names.short(item), names.item(item))
        )
    )


def option_of(text: str, item: str, view: PartyView) -> str | None:
    """An option on the menu by id, by number from 1 (0 is silence), or by its beginning."""
    wanted = text.strip().casefold()
    menu = (*view.items[item].options, SILENCE)
    if wanted.isdecimal():
        number = int(wanted[:4])
        return menu[number - 1] if number <= len(menu) else None
    if wanted in menu:
        return wanted
    return _only(option for option in menu if wanted and option.startswith(wanted))


def _only(found: Iterable[str]) -> str | None:
    """The one that was found; None where there are none or several."""
    several = tuple(found)
    return several[0] if len(several) == 1 else None


def _term(word: str, view: PartyView, names: Names) -> str:
    item, equals, option = word.partition("=")
    if not equals:
        return word
    known = item_of(item, view, names)
    if known is None:
        return word
    return f"{known}={option_of(option, known, view) or option}"


def _word(word: str, item: str, view: PartyView) -> str:
    if item not in view.items or word.lower() in ("high", "medium", "low"):
        return word
    return option_of(word, item, view) or word


def _unless_number(word: str, view: PartyView, names: Names) -> str:
    return word if word.isdecimal() else item_of(word, view, names) or word
