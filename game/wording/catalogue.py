"""The game's own words, English complete. Scenarios bring the rest in any language."""

from __future__ import annotations

from game.bargaining.steps import Step
from game.scenario.model import Grade
from game.summit.events import HomeCause, ItemState, Phase, TrustCause
from game.summit.moves import Importance

FICTION = (
    "Teaching fiction: the points, red lines, words and joint statements of this game are invented "
    "for learning. They are no claim about what a government or a person wants."
)

PHASES: dict[Phase, str] = {
    Phase.BRIEFING: "briefing",
    Phase.OPENING: "opening statements",
    Phase.TABLE: "at the table",
    Phase.CAUCUS: "in caucus",
    Phase.ASIDE: "aside, in the smallest circle",
    Phase.FINAL_TEXT: "the final text",
    Phase.PRESS: "before the press",
    Phase.RATIFICATION: "the two homes decide",
    Phase.DEBRIEF: "debrief",
}

STATES: dict[ItemState, str] = {
    ItemState.UNTOUCHED: "untouched",
    ItemState.OPEN: "open",
    ItemState.NARROWED: "narrowed",
    ItemState.AGREED: "ad referendum",
    ItemState.SILENT: "left out",
    ItemState.HANDED: "to ministers",
}

SAME_WORDING = "same wording"
"""In place of “open” where both sides have the same wording, which nobody has accepted yet."""

GRADES: dict[Grade, str] = {
    "certain": "certain",
    "set": "as good as settled",
    "likely": "likely",
    "may": "possible, no more",
}

IMPORTANCE: dict[Importance, str] = {
    "high": "matters a great deal",
    "medium": "matters",
    "low": "matters less than the rest",
}

TRUST_WORDS: tuple[tuple[int, str], ...] = (
    (75, "confiding"),
    (60, "warm"),
    (45, "correct"),
    (30, "cool"),
    (0, "broken"),
)
"""From this trust upwards, the word for it."""

TRUST_CAUSES: dict[TrustCause, str] = {
    TrustCause.ASKED: "a question is a courtesy",
    TrustCause.EXPLAINED: "an interest was explained",
    TrustCause.UNDERSTOOD: "a difficulty at home was understood",
    TrustCause.MISREAD: "a difficulty at home was misread",
    TrustCause.CONCESSION: "a step was made towards the other side",
    TrustCause.AGREEMENT: "something was agreed",
    TrustCause.CANDOUR: "a question was answered",
    TrustCause.REPEATED: "the same was asked again",
    TrustCause.STOOD_STILL: "the same offer was made again",
    TrustCause.PRESSED: "one side leaned on the other",
    TrustCause.REOPENED: "what was agreed has been taken back",
    TrustCause.WALKED_OUT: "one delegation left the room",
    TrustCause.CONTRADICTED: "words and offers did not fit together",
    TrustCause.EVADED: "a question was left unanswered",
    TrustCause.TIED: "one side bound itself in public",
    TrustCause.LEAK: "something leaked",
    TrustCause.EVENT: "what happened outside was felt in the room",
}

NOBODY_AT_HOME = "Nobody at home has to be asked."

NOT_COUNTED = "Not counted, since with so many packages it would take long: {what}."
"""What was left out of the figures of a very large summit."""

STEPS: dict[Step, tuple[str, str]] = {
    Step.CONCESSION: ("concession", "concessions"),
    Step.SELFISH: ("selfish step", "selfish steps"),
    Step.FORTUNATE: ("step better for both", "steps better for both"),
    Step.UNFORTUNATE: ("step that helped nobody", "steps that helped nobody"),
    Step.NICE: ("gift that cost nothing", "gifts that cost nothing"),
    Step.SILENT: ("step that changed nothing", "steps that changed nothing"),
}
"""One of them, several of them."""

BOUNDS: dict[str, str] = {
    "aspiration": "what it still hoped for",
    "fair_share": "its fair share",
    "home": "what its home would bear",
    "red_line": "its red line",
    "clock": "the clock",
}
"""What decided a computer's move, as `Why.bound` has it."""

HOME_CAUSES: dict[HomeCause, str] = {
    HomeCause.EVENT: "after the news",
    HomeCause.LEAK: "after the leak",
    HomeCause.TIED_HANDS: "after what was said in public",
    HomeCause.PRESS_LINE: "after what the press was told",
}
"""Why support at home moved before the homes decided."""
