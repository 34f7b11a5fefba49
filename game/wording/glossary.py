"""The field's own terms, each explained in a sentence or two."""

from __future__ import annotations

import re
from collections.abc import Callable

GLOSSARY: dict[str, str] = {
    "ad referendum": "Agreed provisionally, subject to the whole: nothing is agreed until "
    "everything is.",
    "agenda item": "One matter on the table, with several options and silence as one more.",
    "aspiration": "What a side asks for at a moment; it falls with time towards the reservation "
    "value.",
    "bracketed text": "Wording that is not agreed stands in square brackets in the draft, with the "
    "side that wants it.",
    "bridging option": "A wording on nobody's list that serves the interests behind both sides. "
    "It comes to light when an interest is understood: by asking, explaining, or a word aside.",
    "carried at home": "Accepted by the people who must live with the deal (ratification). A deal "
    "that cannot be carried is no deal.",
    "caucus": "A few minutes with your own delegation, away from the table.",
    "claim share": "Your part of what both gained over walking away.",
    "distributive": "An item, or a way of bargaining, in which one side's gain is the other's "
    "loss; integrative is what makes the sum larger.",
    "expectation": "What the press has promised before the meeting, graded: certain, as good as "
    "settled, likely, possible. Falling short of it costs support at home.",
    "frontier": "All agreements in which neither side can gain without the other's losing "
    "(Pareto frontier).",
    "hand down": "To give an item to the ministers with a mandate and a date, when leaders cannot "
    "settle it.",
    "involuntary defection": "Signing in good faith and failing to carry the deal at home "
    "(Putnam 1988).",
    "joint gain": "What both together gained over their walk-away values, beside the most that "
    "was possible.",
    "joint statement": "The text that both leaders adopt. Here it is fiction.",
    "Kalai point": "The agreement in which the side that gains less gains as much as possible "
    "(Kalai 1977).",
    "Kendall's tau": "How well two rankings agree: 1 the same order, 0 no relation, −1 reversed.",
    "linkage": "Tying one item to another: we can move here if you can move there.",
    "logrolling": "Each side gives way on what matters less to it, and gains on what matters more.",
    "MESO": "Multiple equivalent simultaneous offers: two or three packages of about the same "
    "worth to you. Which one they lean to tells you what they value.",
    "Nash point": "The agreement with the largest product of both sides' gains (Nash 1950).",
    "non-paper": "A proposal without letterhead: it can be read, and denied.",
    "option": "One possible wording of an agenda item.",
    "package": "Options on several items, offered together.",
    "press line": "What each side tells the press of the text: claim the win, share the credit, or "
    "say little.",
    "pull-aside": "The leaders and interpreters alone for some minutes: more candour, deniable, "
    "and it may leak.",
    "read-out": "Each side's own account of a meeting, given to the press afterwards.",
    "red line": "What a side can never sign, whatever it is offered.",
    "reservation value": "The least that a side would accept: not below its walk-away value.",
    "state of an item": "Untouched: nobody has spoken to it. Open: one side has a wording. "
    "Same wording: both have the same, and nobody has accepted it yet. "
    "Narrowed: both have, and they differ. Ad referendum: agreed provisionally. Left out: both "
    "agreed to silence. To ministers: handed down.",
    "step": "The change from one offer of a side to its next: a concession costs it and helps the "
    "other, a selfish step the reverse, a fortunate one helps both (Hindriks et al. 2007).",
    "support": "What an audience at home thinks of a deal, from 0 to 100. Weighted, it must reach "
    "what the home needs, and an audience with a floor of its own must not fall below it.",
    "tie hands": "To bind yourself in public. Their side believes it; falling short costs double "
    "at home.",
    "trust": "What courtesy, candour and understanding win, slowly, and pressure and taking back "
    "lose, about three times as fast. It buys answers and patience, never points. In words: "
    "confiding from 75, warm from 60, correct from 45, cool from 30, broken below; rising, falling "
    "or steady over the last six minutes.",
    "walk-away value": "What walking away, without an agreement, is worth to you (BATNA: best "
    "alternative to a negotiated agreement).",
    "win-set": "All agreements that a side could carry at home (Putnam 1988).",
    "ZOPA": "Zone of possible agreement: everything that both prefer to walking away.",
}


def lookup(term: str) -> tuple[str, str] | None:
    """(term, explanation) of the term that is meant: by its name, its beginning, or its text."""
    wanted = _plain(term)
    fits: tuple[Callable[[str, str], bool], ...] = (
        lambda name, text: name == wanted,
        lambda name, text: name.startswith(wanted),
        lambda name, text: wanted in name,
        lambda name, text: re.search(rf"\b{re.escape(wanted)}\b", text) is not None,
    )
    for fit in fits:
        for name, text in GLOSSARY.items():
            if wanted and fit(_plain(name), _plain(text)):
                return name, text
    return None


def _plain(text: str) -> str:
    """Small letters, and no hyphens: “win set” is “win-set”."""
    return text.strip().casefold().replace("-", " ")
