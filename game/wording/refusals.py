"""Why a move is not allowed, in a sentence, and what is open instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.events import Phase, Refusal, Rejected
from game.wording.catalogue import PHASES
from game.wording.names import Names, sentence_start

SENTENCES: dict[Refusal, str] = {
    Refusal.NOT_NOW: "“{verb}” has no place in this phase ({phase}).",
    Refusal.NOT_YOUR_TURN: "The other side has the floor.",
    Refusal.CLOCK_OUT: "The clock has run out: only what is on the table can still be answered.",
    Refusal.UNKNOWN_ITEM: "There is no agenda item “{detail}”.{near} The items are: {items}.",
    Refusal.UNKNOWN_OPTION: "“{option}” is not on the menu for {item}.{near} There are: {options}."
    "{degrees}",
    Refusal.NOTHING_NAMED: "A package needs at least one item and option.",
    Refusal.NAMED_TWICE: "{item} is named twice; each item can have one option in a package.",
    Refusal.ALREADY_AGREED: "{item} is settled. “reopen {detail}” takes it back and costs trust.",
    Refusal.NOT_AGREED: "Nothing is settled there that could be reopened.",
    Refusal.OWN_RED_LINE: "{term} crosses your own red line: you could never sign it.",
    Refusal.NOTHING_ON_TABLE: "The other side has nothing on the table to answer.",
    Refusal.YOUR_OWN_OFFER: "What lies on the table is your own offer; it is theirs to answer.",
    Refusal.NO_SUCH_PACKAGE: "There is no package number {detail} on the table.",
    Refusal.TWO_OR_THREE: "Choices are two or three packages, separated by |.",
    Refusal.CHOICES_SPENT: "Choices can be offered twice in a meeting, and have been.",
    Refusal.SAME_PACKAGE: "One of these packages is the same as another, or was offered before.",
    Refusal.OTHER_ITEM: "You are aside to speak about {item} alone; “back” returns to the table.",
    Refusal.ALREADY_ACKNOWLEDGED: "You have named their difficulty with {item} already.",
    Refusal.NO_DIFFICULTY: "Nothing is known of a difficulty that they may have with {item}.",
    Refusal.NO_SUCH_NUMBER: "Choose one of the three difficulties: 1, 2 or 3.",
    Refusal.PRESSURE_SPENT: "You have leaned on them twice; a third time would only be noise.",
    Refusal.NOT_NARROWED: "Only an item on which both sides have a wording, and different ones, "
    "can be handed down.",
    Refusal.ONE_HANDED_DOWN: "The ministers have {item} already; they take one item, not two.",
    Refusal.ALREADY_TIED: "You have bound yourself on {item} already.",
    Refusal.NOTHING_EXPECTED: "The press expects nothing of {item}; there is nothing to move.",
    Refusal.BRIEFED_ALREADY: "The press has heard enough from you: two words in a meeting, and one "
    "to an item.",
    Refusal.CANNOT_MOVE_GRADE: "What the press expects of {item} cannot be moved further that way.",
    Refusal.SAME_ITEM: "A link ties two different items together.",
    Refusal.ALREADY_DONE: "You have done that; the other side is awaited.",
    Refusal.NOTHING_TO_CLAIM: "There is no clause that you asked for first and the other side did "
    "not: nothing to claim.",
}


INSTEAD: dict[Refusal, tuple[str, ...]] = {
    Refusal.CLOCK_OUT: ("accept", "decline", "back"),
    Refusal.ALREADY_AGREED: ("reopen", "propose", "ask", "conclude"),
    Refusal.NOT_AGREED: ("propose", "ask", "link"),
    Refusal.OWN_RED_LINE: ("decline", "propose", "explain", "ask"),
    Refusal.NOTHING_ON_TABLE: ("propose", "ask", "explain", "link"),
    Refusal.YOUR_OWN_OFFER: ("propose", "ask", "note", "conclude"),
    Refusal.CHOICES_SPENT: ("propose", "link", "ask"),
    Refusal.SAME_PACKAGE: ("choices", "propose", "link"),
    Refusal.OTHER_ITEM: ("ask", "explain", "acknowledge", "back"),
    Refusal.ALREADY_ACKNOWLEDGED: ("ask", "explain", "propose"),
    Refusal.NO_DIFFICULTY: ("ask", "explain", "propose"),
    Refusal.PRESSURE_SPENT: ("propose", "link", "ask", "conclude"),
    Refusal.NOT_NARROWED: ("propose", "link", "ask"),
    Refusal.ONE_HANDED_DOWN: ("propose", "link", "reopen"),
    Refusal.ALREADY_TIED: ("propose", "link", "explain"),
    Refusal.NOTHING_EXPECTED: ("propose", "ask", "caucus"),
    Refusal.BRIEFED_ALREADY: ("propose", "ask", "caucus"),
    Refusal.CANNOT_MOVE_GRADE: ("propose", "ask", "caucus"),
}
"""What comes nearest to what was meant; every open move, where nothing stands here."""

CORRECTABLE = frozenset(
    {
        Refusal.UNKNOWN_ITEM, Refusal.UNKNOWN_OPTION, Refusal.NOTHING_NAMED, Refusal.NAMED_TWICE,
        Refusal.NO_SUCH_PACKAGE, Refusal.TWO_OR_THREE, Refusal.NO_SUCH_NUMBER, Refusal.SAME_ITEM,
    }
)  # fmt: skip
"""The move itself is open; only what it names has to be mended, and the sentence says how."""

Menu = Mapping[str, Sequence[str]]
"""item → the options on the menu now."""


def refusal(
    rejected: Rejected,
    scenario: Scenario,
    openings: Mapping[str, object],
    menu: Menu | None = None,
) -> str:
    """Why the move was not possible, and which moves are open instead."""
    code, detail, verb = rejected.code, rejected.detail, rejected.move.verb
    if code in CORRECTABLE:
        return reason(code, detail, verb, scenario, menu)
    return closed(code, detail, verb, scenario, openings)


def closed(
    code: Refusal,
    detail: str | None,
    verb: str,
    scenario: Scenario,
    openings: Mapping[str, object],
) -> str:
    """Why a kind of move is not open, and which are instead."""
    text = reason(code, detail, verb, scenario)
    return f"{text} {what_is_open(openings, INSTEAD.get(code, ()))}".strip()


def reason(
    code: Refusal, detail: str | None, verb: str, scenario: Scenario, menu: Menu | None = None
) -> str:
    """The rule that forbids a move, in a sentence.

    `menu` are the options that can be named; without it those of the start, since a bridging option
    must not be given away here.
    """
    names = Names(scenario)
    item, _, option = (detail or "").partition("=")
    known = item in scenario.agenda
    options = _options(scenario, item, menu) if known else ()
    near = _nearest(option, options) if known else _nearest(item, scenario.agenda)
    text = SENTENCES[code].format(
        verb=verb,
        detail=(detail or "that")[:60],
        phase=PHASES[Phase(detail)] if code is Refusal.NOT_NOW and detail else "",
        near=near,
        item=names.within(item) if known else item[:60] or "that item",
        option=option[:60],
        degrees=" How much it matters is high, medium or low." if verb == "explain" else "",
        items=", ".join(f"{names.short(item)} ({item})" for item in scenario.agenda),
        options=", ".join((*options, SILENCE)),
        term=names.phrase((item, option))
        if known and option in scenario.agenda[item].options
        else (detail or "that")[:60],
    )
    return sentence_start(text)


def _options(scenario: Scenario, item: str, menu: Menu | None) -> Sequence[str]:
    if menu is not None:
        return menu[item]
    options = scenario.agenda[item].options
    return [name for name, entry in options.items() if not entry.found_by]


def _nearest(word: str, known: Iterable[str]) -> str:
    found = get_close_matches(word, list(known), n=1)
    return f" Did you mean “{found[0]}”?" if found else ""


def what_is_open(openings: Mapping[str, object], preferred: Sequence[str] = ()) -> str:
    """The moves that are open now; of the preferred ones only those, where any of them is."""
    verbs = [verb for verb, forbidden in openings.items() if forbidden is None]
    instead = [verb for verb in preferred if verb in verbs]
    if instead:
        return f"Open instead: {', '.join(instead)}."
    return f"What you can do now: {', '.join(verbs)}." if verbs else ""
