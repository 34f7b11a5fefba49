"""Every move in a line: how it is typed, and what it does."""

from __future__ import annotations

from collections.abc import Mapping

from game.wording.names import sentence_start
from game.wording.press_lines import PRESS_WORDS

MANUAL: Mapping[str, tuple[str, str]] = {
    "prepare": (
        "prepare own=A,B theirs=B,A walk_away=N first=A:OPTION,B:OPTION",
        "Your preparation sheet: your priorities, your guess of theirs, your limit, your first "
        "offer. Nobody else sees it.",
    ),
    "ready": ("ready", "Close the brief and go in."),
    "open": ("open ITEM", "Open the meeting and put one item first."),
    "propose": (
        "propose ITEM=OPTION ITEM=OPTION …",
        "Put a package on the table; items not named stand as they are. “silence” leaves one out.",
    ),
    "choices": (
        "choices ITEM=OPTION … | ITEM=OPTION …",
        "Two or three packages at once, worth about the same to you: the one they lean to tells "
        "you what they value. Twice in a meeting.",
    ),
    "accept": (
        "accept, or accept NUMBER",
        "Take what they have put on the table, provisionally; of several packages, one.",
    ),
    "decline": (
        "decline, or decline ITEM, or decline NUMBER",
        "Turn it down; you may name the item in the way, or the package that is nearer.",
    ),
    "ask": (
        "ask ITEM",
        "What is behind it for them? Early questions cost less than late ones. To ask again what "
        "they have answered in full costs trust.",
    ),
    "explain": (
        "explain ITEM high|medium|low OPTION",
        "What it means to you: how much, and what you look for. Said in full it can bring a "
        "bridging option to light; they notice when your offers do not fit.",
    ),
    "link": ("link ITEM=OPTION if ITEM=OPTION", "“We can move on this if you can move on that.”"),
    "pressure": (
        "pressure ITEM",
        "Lean on them: the clock, the press, the alternative. Works once or twice, costs trust.",
    ),
    "acknowledge": (
        "acknowledge ITEM NUMBER",
        "Say which of three difficulties at home they have; “difficulties ITEM” lists them. Right, "
        "it earns trust; wrong, it costs some. Once per item.",
    ),
    "aside": (
        "aside ITEM",
        "The smallest circle, over one item: more candour, some minutes, and it may leak.",
    ),
    "handdown": (
        "handdown ITEM",
        "Offer to give a disputed item to the ministers; one item only, and they must agree.",
    ),
    "tiehands": (
        "tiehands ITEM=OPTION",
        "Bind yourself in public: it is believed, and falling short costs double at home.",
    ),
    "brief": (
        "brief ITEM lower|raise",
        "Move what your own press expects of an item by a grade; it may leak as what it is.",
    ),
    "reopen": ("reopen ITEM", "Take back what was agreed provisionally. Costs trust."),
    "caucus": (
        "caucus",
        "Ask your own delegation: what they seem to want, whether they could carry the draft, a "
        "trade to try. “back” returns.",
    ),
    "back": ("back", "Return to the table."),
    "note": (
        "note",
        "Take note and leave the floor to them. A question left unanswered costs trust.",
    ),
    "conclude": ("conclude", "Ask for the final text."),
    "walkout": (
        "walkout",
        "Leave the room: first a recess, which leans hard on them, the second time the end.",
    ),
    "adopt": ("adopt", "Vote for the whole final text."),
    "refuse": ("refuse", "Vote against it: both are left with their walk-away values."),
    "press": (
        "press claim|share|little",
        "What you tell the press. "
        + " ".join(f"{sentence_start(line.name)}: {line.effect}." for line in PRESS_WORDS),
    ),
    "guess": (
        "guess ITEM,ITEM,…",
        "After the meeting: what mattered to them, most first, before the truth is shown.",
    ),
    "reflect": ("reflect TEXT", "After the meeting: your own reflection, kept in the journal."),
}
"""verb → (how it is typed, what it does)."""
