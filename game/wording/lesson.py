"""The guided first meeting: what to do next, told step by step and left behind by doing it.

Every step has its words for both faces, and is over when the meeting itself shows that it was done:
nothing is asked twice, and whoever does something else instead is not held up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.summit.events import TALKING, Phase
from game.summit.moves import Ask, Explain, Move, Propose
from game.summit.session import Session
from game.summit.start import load_scenario

FILE = Path(__file__).with_name("first_meeting.yaml")
SEED = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    keys: str
    """How, on the screen."""
    words: str
    """How, in lines."""
    done: Callable[[Session], bool]


def _past(phase: Phase) -> Callable[[Session], bool]:
    order = tuple(Phase)
    return lambda session: order.index(session.summit.phase) > order.index(phase)


def _made(kind: type[Move]) -> Callable[[Session], bool]:
    """Whether the student made such a move, or the talking is over."""

    def done(session: Session) -> bool:
        return any(isinstance(move, kind) for move in _own(session)) or _talked_out(session)

    return done


def _own(session: Session) -> Iterator[Move]:
    return (record.move for record in session.records if record.party == session.role)


def _talked_out(session: Session) -> bool:
    return session.summit.phase not in (Phase.BRIEFING, Phase.OPENING, *TALKING)


def _package(session: Session) -> bool:
    """Whether a package over both items was offered, or can no longer be."""
    view = session.view()
    settled = len(view.unsettled) < len(view.items)
    packages = (move.terms for move in _own(session) if isinstance(move, Propose))
    return settled or _talked_out(session) or any(len(terms) > 1 for terms in packages)


STEPS = (
    Step(
        "This is your brief: nobody else reads it. Arrows turn its pages. enter goes in.",
        "“brief” reads what only you know. “ready” goes in.",
        _past(Phase.BRIEFING),
    ),
    Step(
        "Put first what matters most to you: they will draw their conclusions. ↑↓ and enter.",
        "Put first what matters most to you: “open market” or “open toll”.",
        _past(Phase.OPENING),
    ),
    Step(
        "You know what you want, not what they want. Put the cursor on the toll and press a: ask. "
        "It takes two of the 24 minutes on the meeting's clock.",
        "You know what you want, not what they want. “ask toll” takes two of the 24 minutes on the "
        "meeting's clock.",
        _made(Ask),
    ),
    Step(
        "So the toll is dear to them, and cheap to you. Tell them what is dear to you: e, explain, "
        "on the market.",
        "So the toll is dear to them, and cheap to you. Tell them what is dear to you: “explain "
        "market high”.",
        _made(Explain),
    ),
    Step(
        "Now a package over both items: p. ↑↓ goes through the items, ←→ through the options; your "
        "points and your home change as you go. Give them the toll, ask for Saturday; enter sends.",
        "Now a package over both items: “propose toll=free market=upper_saturday”. “try” and the "
        "same words first tells what it would be worth to you.",
        _package,
    ),
    Step(
        "They have answered. y accepts what they put on the table, n declines; or p, propose anew. "
        "Agreed clauses stand plain in the draft, the others in brackets.",
        "They have answered. “accept” or “decline”, or propose anew. “draft” reads the text as it "
        "stands.",
        lambda session: _talked_out(session) or session.summit.state.settled,
    ),
    Step(
        "Both items are agreed ad referendum, that is provisionally. C, a capital, asks for the "
        "final text.",
        "Both items are agreed ad referendum, that is provisionally. “conclude” asks for the final "
        "text.",
        _talked_out,
    ),
    Step(
        "Nothing is agreed until everything is: each side votes once, on the whole text. y adopts.",
        "Nothing is agreed until everything is: each side votes once on the whole text. “adopt”.",
        _past(Phase.FINAL_TEXT),
    ),
    Step(
        "Then the press. To claim the win pleases your home and costs theirs more: a deal that "
        "falls there is no deal for you either.",
        "Then the press: “press share”. To claim the win pleases your home and costs theirs more.",
        _past(Phase.PRESS),
    ),
    Step(
        "That was a meeting. The debrief tells what could have been had; → turns its pages. "
        "Whatever you meet next, ? explains the screen and g every term. q returns to the title.",
        "That was a meeting. “debrief” tells what could have been had. In any meeting “help” has "
        "all words, and “glossary” every term. “quit” ends.",
        lambda session: False,
    ),
)


def first_meeting() -> Session:
    """The meeting itself; it keeps no journal."""
    return Session.start(
        load_scenario(FILE), text=FILE.read_text("utf-8"), name=FILE.stem, role="upper", seed=SEED
    )


def step_now(session: Session) -> tuple[int, Step]:
    """The number of the step that is to be done now, from 1, and the step."""
    return next(
        (number, step) for number, step in enumerate(STEPS, start=1) if not step.done(session)
    )
