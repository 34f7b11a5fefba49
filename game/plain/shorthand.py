"""Numbers and beginnings of names for items and options, in every move that names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.scenario.words import SILENCE
from game.summit.moves import NAMES_TERMS
from game.summit.notation import IMPORTANCES, NAMES_ITEM
from game.summit.view import PartyView
from game.wording.names import Names

ITEM_FIRST = NAMES_ITEM | {"facts", "options", "clauses", "difficulties"}
WITH_TERMS = NAMES_TERMS | {"try"}


def expand(text: str, view: PartyView, names: Names) -> str:
    """The line with items and options by their ids, where a number or a beginning stands for one.

    `propose 5=2` becomes `propose line=joint_review`, `ask north korea` `ask missiles`; 0 is
    silence. What stands for nothing is left as it is, to be refused with a reason.
    """
    words = text.split()
    if not words:
        return text
    verb, rest = words[0].lower(), words[1:]
    if verb in WITH_TERMS:
        return " ".join((verb, *(_term(word, view, names) for word in rest)))
    several = view.offer is not None and len(view.offer.packages) > 1
    if verb == "decline" and several and rest and rest[0].isdecimal():
        return text  # the number of a package, not of an item
    if verb in ITEM_FIRST and rest:
        item, more = leading_item(rest, view, names)
        if verb == "explain":
            more = [_word(word, item, view, names) for word in more]
        return " ".join((verb, item, *more))
    if verb == "guess":
        return f"{verb} {','.join(items_in(' '.join(rest), view, names))}".strip()
    if verb == "prepare":
        return " ".join((verb, *(_sheet_word(word, view, names) for word in rest)))
    return text


def leading_item(words: Sequence[str], view: PartyView, names: Names) -> tuple[str, Sequence[str]]:
    """The item that the first words name, as many of them as do, and the words behind it."""
    for count in range(len(words), 0, -1):
        item = item_of(" ".join(words[:count]), view, names)
        if item is not None:
            return item, words[count:]
    return words[0], words[1:]


def items_in(text: str, view: PartyView, names: Names) -> list[str]:
    """The items of a ranking, each by id, number or beginning; unknown words as they are."""
    return [item_of(word, view, names) or word for word in text.replace(",", " ").split()]


def item_of(text: str, view: PartyView, names: Names) -> str | None:
    """An item by id, by number from 1, or by the beginnings of words of its id or name."""
    wanted = text.strip().casefold()
    items = list(view.items)
    if wanted.isdecimal():
        number = int(wanted[:4])
        return items[number - 1] if 1 <= number <= len(items) else None
    if wanted in view.items:
        return wanted
    called = {item: (item, names.short(item), names.item(item)) for item in items}
    return _meant(wanted, called)


def option_of(text: str, item: str, view: PartyView, names: Names) -> str | None:
    """An option on the menu by id, by number from 1 (0 is silence), or by its beginning."""
    wanted = text.strip().casefold()
    menu = (*view.items[item].options, SILENCE)
    if wanted.isdecimal():
        number = int(wanted[:4])
        return menu[number - 1] if number <= len(menu) else None
    if wanted in menu:
        return wanted
    return _meant(wanted, {option: (option, names.option(item, option)) for option in menu})


def _meant(wanted: str, called: Mapping[str, tuple[str, ...]]) -> str | None:
    """The one of these that is meant, by the beginning of a name or of words in it; else None."""
    begins = (
        one
        for one, known in called.items()
        if any(name.casefold().startswith(wanted) for name in known)
    )
    if not wanted:
        return None
    return _only(begins) or _only(
        one for one, known in called.items() if has_words(wanted, " ".join(known))
    )


def has_words(wanted: str, text: str) -> bool:
    """Whether each of the words begins a word of the text."""
    words = text.casefold().replace("_", " ").split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def _only(found: Iterable[str]) -> str | None:
    """The one that was found; None where there are none or several."""
    several = tuple(found)
    return several[0] if len(several) == 1 else None


def _term(word: str, view: PartyView, names: Names) -> str:
    item, equals, option = word.partition("=")
    known = item_of(item, view, names) if equals else None
    if known is None:
        return word
    return f"{known}={option_of(option, known, view, names) or option}"


def _sheet_word(word: str, view: PartyView, names: Names) -> str:
    key, _, value = word.partition("=")
    if key in ("own", "theirs"):
        return f"{key}={','.join(items_in(value, view, names))}"
    if key == "first":
        terms = (_term(part.replace(":", "="), view, names) for part in value.split(","))
        return f"{key}={','.join(term.replace('=', ':') for term in terms)}"
    return word


def _word(word: str, item: str, view: PartyView, names: Names) -> str:
    if item not in view.items or word.lower() in IMPORTANCES:
        return word
    return option_of(word, item, view, names) or word
