"""What the face in lines asks for, phase by phase, and which numbers answer it."""

from __future__ import annotations

from collections.abc import Mapping

from game.plain.choices import Choice
from game.plain.guide import PRESS, open_ones
from game.summit.checks import won_clauses
from game.summit.events import Phase
from game.summit.moves import Terms
from game.summit.notation import parse, write_terms
from game.summit.session import Session
from game.summit.view import PartyView
from game.wording import status
from game.wording.names import Names, listed
from game.wording.press_lines import ASKED, claiming
from game.wording.refusals import reason

Awaited = tuple[str, tuple[Choice, ...]]
"""The prompt, and the choices that it numbers."""

BRIEFING: Awaited = (
    "Before the meeting. 1: read the brief. 2: prepare. 3: go in.",
    (
        Choice(1, "read the brief", "brief"),
        Choice(2, "prepare", "prepare", whole=False),
        Choice(3, "go in", "ready"),
    ),
)
DECISIONS: Mapping[Phase, Awaited] = {
    Phase.FINAL_TEXT: (
        "Your vote on the whole text.",
        (Choice(1, "adopt", "adopt"), Choice(2, "refuse", "refuse")),
    ),
    Phase.PRESS: (ASKED, PRESS),
}
"""What one move decides: the question, and all its answers."""

GUESS: Awaited = (
    "Before the truth is told: what mattered to them, most first? 1: guess. 2: go on to the "
    "debrief without a guess.",
    (Choice(1, "guess", "guess", whole=False), Choice(2, "go on", "debrief")),
)
PAGES = "A number reads a page of the debrief, “more” the next; “debrief” lists them. "
REFLECT = "“reflect” and your own words keep a reflection in the journal; {again}“quit” ends."
AGAIN = "“again” takes the game up from an earlier moment; "

NO_NUMBERS = "There are no numbers to choose from now. Type a move, or “open” for those that are."


def awaited(session: Session, names: Names) -> Awaited:
    """What a meeting that goes on waits for."""
    view = session.view()
    if view.phase is Phase.BRIEFING:
        return BRIEFING
    if view.phase in DECISIONS:
        return _decision(session, names, *DECISIONS[view.phase])
    clock = f"{status.clock(view).capitalize()}."
    if view.phase is Phase.OPENING:
        return _opening(view, names)
    if view.phase is Phase.CAUCUS:
        return f"With your delegation. {clock} “back” returns to the table.", ()
    if view.question is not None:
        return _question(clock, view.question, names)
    if view.aside is not None:
        item = names.within(view.aside)
        words = f"Aside over {item}. {clock} Ask, explain or acknowledge; “back” returns."
        return words, ()
    if view.their_offer is not None:
        return _offer(clock, view, names)
    return f"{clock} You have the floor.", ()


def _decision(
    session: Session, names: Names, question: str, answers: tuple[Choice, ...]
) -> Awaited:
    """The answers that are open, under their own numbers, and why another is not."""
    said, choices = [question], open_ones(session, answers)
    for choice in choices:
        said.append(f"{choice.number}: {choice.label}.")
        if choice.name == "claim":
            won = won_clauses(session.summit.state, session.role)
            said.append(claiming(names, won))
    for answer in answers:
        move = parse(answer.words)
        forbidden = session.refusal(move)
        if forbidden is not None:
            why = reason(*forbidden, move.verb, session.scenario)
            said.append(f"“{answer.words}” is not open: {why}")
    return " ".join(said), choices


def _opening(view: PartyView, names: Names) -> Awaited:
    choices = tuple(
        Choice(n, names.item(item), f"open {item}", name=item)
        for n, item in enumerate(view.items, start=1)
    )
    named = ", ".join(f"{choice.number} {names.short(choice.name)}" for choice in choices)
    return f"Open the meeting: which item do you put first? {named}.", choices


def _question(clock: str, item: str, names: Names) -> Awaited:
    choices = (
        Choice(1, "explain", f"explain {item}", whole=False),
        Choice(2, "leave it", "note"),
    )
    asked = f"They ask about {names.within(item)}."
    return f"{clock} {asked} 1: explain. 2: leave it, which costs trust.", choices


def _offer(clock: str, view: PartyView, names: Names) -> Awaited:
    """Accept and decline; what crosses a red line is not offered, the rest of it is."""
    packages = view.their_packages or ((),)
    crossed = [_crossing(view, terms) for terms in packages]
    several = len(packages) > 1
    choices = [
        Choice(n, f"accept number {n}" if several else "accept", f"accept {n}")
        for n, items in enumerate(crossed, start=1)
        if not items
    ]
    said = [
        f"{f'Number {n}' if several else 'It'} crosses your red line on "
        f"{listed([names.within(item) for item in items])}, so you cannot accept it as it is."
        for n, items in enumerate(crossed, start=1)
        if items
    ]
    number = len(packages) + 1 if several or choices else 1
    choices.append(Choice(number, "decline", "decline"))
    rest = tuple(term for term in packages[0] if term[0] not in crossed[0])
    if crossed[0] and rest and not several:
        choices.append(Choice(2, "propose the rest of it", f"propose {write_terms(rest)}"))
    numbered = " ".join(f"{choice.number}: {choice.label}." for choice in choices)
    return " ".join((clock, "Their offer waits.", *said, numbered)), tuple(choices)


def _crossing(view: PartyView, terms: Terms) -> list[str]:
    """The items on which a package crosses our own red line."""
    return [item for item, option in terms if status.is_red_line(view, item, option)]
