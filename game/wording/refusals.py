"""Why a move is not allowed, in a sentence, and what is open instead."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import Scenario
from game.summit.events import Phase, Refusal, Rejected
from game.wording.catalogue import PHASES
from game.wording.names import Names

SENTENCES: dict[Refusal, str] = {
    Refusal.NOT_NOW: "“{verb}” has no place in this phase ({phase}).",
    Refusal.NOT_YOUR_TURN: "The other side has the floor.",
    Refusal.CLOCK_OUT: "The clock has run out: only what is on the table can still be answered.",
    Refusal.UNKNOWN_ITEM: "There is no agenda item “{detail}”. The items are: {items}.",
    Refusal.UNKNOWN_OPTION: "“{detail}” is not on the menu. For that item there are: {options}.",
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


def refusal(rejected: Rejected, scenario: Scenario, openings: Mapping[str, object]) -> str:
    """Why the move was not possible, and which moves are open."""
    text = reason(rejected.code, rejected.detail, rejected.move.verb, scenario)
    return f"{text} {what_is_open(openings)}".strip()


def reason(code: Refusal, detail: str | None, verb: str, scenario: Scenario) -> str:
    """The rule that forbids a move, in a sentence."""
    names = Names(scenario)
    item, _, option = (detail or "").partition("=")
    known = item in scenario.agenda
    phase = PHASES[Phase(detail)] if code is Refusal.NOT_NOW and detail else ""
    return SENTENCES[code].format(
        verb=verb,
        detail=(detail or "")[:60],
        phase=phase,
        item=names.short(item) if known else item,
        items=", ".join(scenario.agenda),
        options=", ".join(
            name
            for name, entry in (scenario.agenda[item].options.items() if known else ())
            if not entry.found_by
        ),
        term=names.term((item, option))
        if known and option in scenario.agenda[item].options
        else detail,
    )


def what_is_open(openings: Mapping[str, object]) -> str:
    """The moves that are open now."""
    verbs = [verb for verb, forbidden in openings.items() if forbidden is None]
    return f"Open now: {', '.join(verbs)}." if verbs else ""
