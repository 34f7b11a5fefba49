"""The game's own words, English complete. Scenarios bring the rest in any language."""

from __future__ import annotations

from game.bargaining.steps import Step
from game.scenario.model import Grade
from game.summit.events import ItemState, Phase, TrustCause
from game.summit.moves import Importance, Reason

FICTION = (
    "Teaching fiction: the points, red lines, words and joint statements of this game are invented "
    "for learning. They are no claim about what a government or a person wants."
)

PHASES: dict[Phase, str] = {
    Phase.BRIEFING: "briefing",
    Phase.OPENING: "opening statements",
    Phase.TABLE: "at the table",
    Phase.CAUCUS: "in caucus",
    Phase.ASIDE: "aside, the leaders alone",
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

GRADES: dict[Grade, str] = {
    "certain": "certain",
    "set": "set to be agreed",
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
    TrustCause.PRESSED: "one side leaned on the other",
    TrustCause.REOPENED: "what was agreed has been taken back",
    TrustCause.WALKED_OUT: "one delegation left the room",
    TrustCause.CONTRADICTED: "words and offers did not fit together",
    TrustCause.EVADED: "a question was left unanswered",
    TrustCause.TIED: "one side bound itself in public",
    TrustCause.LEAK: "something leaked",
    TrustCause.EVENT: "of what happened outside",
}

STEPS: dict[Step, tuple[str, str]] = {
    Step.CONCESSION: ("concession", "concessions"),
    Step.SELFISH: ("selfish step", "selfish steps"),
    Step.FORTUNATE: ("step better for both", "steps better for both"),
    Step.UNFORTUNATE: ("step that helped nobody", "steps that helped nobody"),
    Step.NICE: ("gift that cost nothing", "gifts that cost nothing"),
    Step.SILENT: ("step that changed nothing", "steps that changed nothing"),
}
"""One of them, several of them."""

REASONS: dict[Reason, tuple[str, ...]] = {
    Reason.OPENING: (
        "Let me put {item} first: {option}. For us the rest is arranged around it.",
        "Here is how we see the whole of it. {item} carries the weight.",
    ),
    Reason.TRADE: (
        "We come to your wording on {give_item}, and look for yours to move on {want_item}.",
        "{give_item} as you ask, if {want_item} can read as we need it.",
        "I can defend giving you {give_item} if I come home with {want_item}.",
    ),
    Reason.MOVED: (
        "On {item} we take your wording. That was not free for us.",
        "You will see that we have moved on {item}.",
    ),
    Reason.RETURNS: (
        "You have moved, and so have we.",
        "One step for one step: this is ours.",
        "We have looked again at the whole and shortened the distance.",
    ),
    Reason.TOO_LITTLE: (
        "As it stands that leaves us less than going home without a text.",
        "I could not explain that sum to my own delegation.",
    ),
    Reason.ITEM_SHORT: (
        "The difficulty is {item}: we would need “{option}”.",
        "It stops at {item}. There we are still looking for “{option}”.",
        "Much of it could be lived with; {item} could not, not in that wording.",
    ),
    Reason.RED_LINE: (
        "“{option}” is not something that I can sign, at any price. Let us not spend time on it.",
        "On {item} there is one wording that I can never put my name to, and that is it.",
    ),
    Reason.HOME: (
        "{audience} would not carry it, and a text that is not carried is worth nothing to you.",
        "My difficulty is not in this room. It is with {audience}.",
        "I have to come home to {audience}. With {item} in that wording I cannot.",
    ),
    Reason.UNFAIR: (
        "That is a text for one of us. I would rather leave with none.",
        "We are asked to carry far more of this than you are. That cannot be the balance.",
    ),
    Reason.NO_GIVE: (
        "We have moved as far as we can by ourselves. The next step is yours.",
        "I should like to hear something from you before I say more.",
        "Our last word on this stands. What has changed on your side?",
        "A pause can be useful too. We are listening.",
    ),
    Reason.GOOD_ENOUGH: (
        "That we can accept, ad referendum.",
        "Good. Let it be written down so.",
        "We can live with that, and so, I think, can you.",
    ),
    Reason.TIME: (
        "There are few minutes left, and this is better than an empty page.",
        "The clock decides for us now. This is what there is.",
        "They are at the door. Let us not leave with nothing.",
    ),
    Reason.NEARER: (
        "Of these, number {number} is nearer to what we could carry.",
        "Number {number} speaks to us more than the others.",
    ),
    Reason.CONTRADICTION: (
        "You told us one thing about {item}, and your offers say another. Which is it?",
        "I am trying to fit your words on {item} to your proposals, and I cannot.",
    ),
    Reason.REPEATED: (
        "As I said at minute {number}, and it has not changed.",
        "You asked this before; my answer at minute {number} stands.",
    ),
    Reason.CANDID: (
        "{item} {importance} to us. What we look for is “{option}”.",
        "I will be plain: {item} {importance} to us, and “{option}” is what we came for.",
    ),
    Reason.GUARDED: (
        "{item} {importance} to us. You will forgive me if I leave it at that for now.",
        "It {importance}. The details belong to a later hour.",
    ),
    Reason.THANKS: (
        "You have read our difficulty with {item} rightly, and I had not expected it.",
        "Thank you. It helps to hear that you know where it hurts us on {item}.",
    ),
    Reason.MISREAD: (
        "On {item} that is not where the shoe pinches.",
        "I am afraid that you have been told the wrong thing about us and {item}.",
    ),
    Reason.HEARD: (
        "I take note of what you say about {item}.",
        "That helps us to understand {item}. Let me think about what follows from it.",
    ),
    Reason.LEANED_ON: (
        "Your newspapers on {item}, and ours. Shall we both read them, or talk?",
        "If you lean on {item} once more, the chair will only creak.",
    ),
    Reason.WELCOME_LINK: (
        "{want_item} for {give_item}: that is a trade that I understand.",
        "Yes, those two belong together. Put it in a text and we will look at it kindly.",
    ),
    Reason.NO_LINK: (
        "Those two do not weigh the same for us. {want_item} would cost us more than that.",
        "I see the link. It asks more of us on {item} than it gives.",
    ),
    Reason.OPEN_TO: (
        "We could move towards “{give_option}” on {give_item} if “{want_option}” on {want_item} "
        "came with it.",
        "Think about {give_item} and {want_item} together. There is something in it for both.",
    ),
}
"""What is said for a reason where the scenario has no words of its own; used in turn."""
