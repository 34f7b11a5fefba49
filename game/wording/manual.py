"""Every move in words, once for every face: its name, how it is typed, and what it does.

It imports nothing of the game: the screen's commands read it before the first picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of move."""

    name: str
    """What it is called on the screen."""
    form: str
    """How it is typed."""
    about: str
    """What it does, as the screen tells it beside the name."""
    more: str = ""
    """What has to be known besides where there is no screen to show it."""

    @property
    def whole(self) -> str:
        """All that is known of it."""
        return f"{self.about} {self.more}".strip()


MANUAL: Mapping[str, Entry] = {
    "prepare": Entry(
        "prepare",
        "prepare own=A,B theirs=B,A walk_away=N first=A:OPTION,B:OPTION",
        "A short preparation sheet: your priorities, your guess of theirs, your limit, your "
        "first offer.",
        "Nobody else sees it.",
    ),
    "ready": Entry("go in", "ready", "The briefing is read: go in and open."),
    "open": Entry("open", "open ITEM", "Put this item first in your opening."),
    "propose": Entry(
        "propose",
        "propose ITEM=OPTION ITEM=OPTION …",
        "A package over one or more items; the rest of the table stands as it is.",
        "“silence” leaves an item out; “theirs” or “ours” stands for the wording that a side last "
        "had of every open item that you do not name.",
    ),
    "choices": Entry(
        "choices",
        "choices ITEM=OPTION … | ITEM=OPTION …",
        "Two or three packages at once: which one they lean to tells you what they value.",
        "Best if they are worth about the same to you. Twice in a meeting.",
    ),
    "accept": Entry(
        "accept",
        "accept, or accept NUMBER",
        "Take what they have put on the table.",
        "Provisionally; of several packages, one.",
    ),
    "decline": Entry(
        "decline",
        "decline, or decline ITEM, or decline NUMBER",
        "Turn it down; you may name the item that is in the way.",
        "Of several packages, a number names the nearer one.",
    ),
    "ask": Entry(
        "ask",
        "ask ITEM",
        "What the item means to them, and why.",
        "Early questions cost less than late ones. To ask again what they have answered in full "
        "costs trust.",
    ),
    "explain": Entry(
        "explain",
        "explain ITEM high|medium|low OPTION",
        "What the item means to you: how much, what you want. It can open a bridge.",
        "They notice when your offers do not fit it.",
    ),
    "link": Entry(
        "link", "link ITEM=OPTION if ITEM=OPTION", "“We can move on A if you can move on B.”"
    ),
    "pressure": Entry(
        "lean on them",
        "pressure ITEM",
        "The clock, the press, the alternative. Works once or twice and costs trust.",
    ),
    "acknowledge": Entry(
        "acknowledge",
        "acknowledge ITEM NUMBER",
        "Say which difficulty at home you believe they have; right earns trust, wrong costs some.",
        "“difficulties ITEM” reads the three. Once per item.",
    ),
    "aside": Entry(
        "aside",
        "aside ITEM",
        "The leaders and interpreters alone, over one item: a pull-aside.",
        "More candour, and it may leak. “back” returns.",
    ),
    "handdown": Entry(
        "hand down",
        "handdown ITEM",
        "Give an item that is narrowed to the ministers. One item only; both must consent.",
    ),
    "tiehands": Entry(
        "tie hands",
        "tiehands ITEM=OPTION",
        "Bind yourself in public: they believe it, and falling short costs double at home.",
    ),
    "brief": Entry(
        "brief the press",
        "brief ITEM lower|raise",
        "Lower or raise what your press expects of an item. It may leak as what it is.",
    ),
    "reopen": Entry(
        "reopen", "reopen ITEM", "Take back what was agreed ad referendum. It costs trust."
    ),
    "caucus": Entry(
        "caucus",
        "caucus",
        "Step out with your own delegation: what do we think they want?",
        "Could they carry the draft, and which trade should we try? “back” returns.",
    ),
    "back": Entry("back", "back", "Return to the table."),
    "note": Entry(
        "take note",
        "note",
        "Say nothing: the turn passes to them. A question left unanswered costs trust.",
    ),
    "conclude": Entry(
        "conclude", "conclude", "Ask for the final text; both then vote on the whole of it."
    ),
    "walkout": Entry(
        "walk out",
        "walkout",
        "Leave the room: first a recess, which leans hard on them, the second time the end.",
    ),
    "adopt": Entry("adopt", "adopt", "Vote for the whole text."),
    "refuse": Entry("refuse", "refuse", "Vote against it: both are left with no agreement."),
    "press": Entry("press", "press claim|share|little", "What you tell the press."),
    "guess": Entry(
        "guess",
        "guess ITEM,ITEM,…",
        "After the meeting: what mattered to them, most first, before the truth is shown.",
    ),
    "reflect": Entry("reflect", "reflect TEXT", "Write your own reflection into the journal."),
}
"""verb → its entry."""
