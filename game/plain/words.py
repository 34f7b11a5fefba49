"""The words of the plain face besides the moves, each with what it does: what `help` reads."""

from __future__ import annotations

from collections.abc import Mapping

from game.wording.manual import MANUAL
from game.wording.press_lines import PRESS_WORDS

LOOKUPS: Mapping[str, tuple[str, str]] = {
    "where": ("where", "Phase, clock, trust, home, and what waits for an answer."),
    "offer": ("offer", "What they have on the table, item by item, and what it would mean."),
    "agenda": ("agenda", "Every item: where it stands, both wordings, and their worth to you."),
    "draft": ("draft", "The joint statement as it stands, disputed wordings side by side."),
    "brief": (
        "brief, brief ITEM, brief home",
        "Your own brief: all of it, what it holds on one item, or who waits at home.",
    ),
    "home": ("home", "Support at your home, audience by audience, as the text stands."),
    "notes": ("notes", "What is known of the other side."),
    "facts": ("facts, facts ITEM", "The public record."),
    "options": ("options ITEM", "What can be said on an item, and its worth to you."),
    "clauses": ("clauses ITEM", "The sentence that each option would put into the statement."),
    "difficulties": ("difficulties ITEM", "Three difficulties at home that they may have there."),
    "try": ("try ITEM=OPTION …", "What a package would be worth, without proposing it."),
    "open": ("open", "The moves that can be made now, with their minutes."),
    "talk": (
        "talk, talk NUMBER, talk all, talk ITEM, talk WORD",
        "The end of the talk, more of it, or what was said on an item, by a move, or with a word.",
    ),
    "repeat": ("repeat", "What was said at the table last."),
    "glossary": ("glossary, glossary TERM", "The names of all terms; one explained."),
    "save": ("save", "Where the game lies. It is saved at every move."),
    "undo": ("undo", "Takes your last move back; while you are asked something, one answer back."),
    "cancel": ("cancel", "Drops what you are being asked."),
    "quit": ("quit", "Leaves; the game is saved."),
}
"""Words that change nothing in the meeting."""

AFTERWARDS: Mapping[str, tuple[str, str]] = {
    "debrief": (
        "debrief, debrief NUMBER, debrief WORD, debrief all",
        "After the end: its pages, one of them, or everything.",
    ),
    "more": ("more", "The next page of the debrief."),
    "again": ("again, again NUMBER", "After the end: takes the game up from an earlier moment."),
    "next": ("next", "After the end: the next meeting of a campaign."),
}
"""Words for when the meeting is over."""

HELP = (
    "You lead one delegation. Type a move, or a word to look something up. Where numbers are read "
    "out, a number answers; the words read out do as well. Enter alone says what is awaited.",
    f"To look up: {', '.join(LOOKUPS)}. After the end: {', '.join(AFTERWARDS)}.",
    f"Moves: {', '.join(MANUAL)}.",
    "“help” and one of these words explains it.",
    "A move typed alone asks for what it needs: “propose” leads through items and options. Items "
    "and options go by id, by number, or by the beginning of their name: “ask 5”, “propose 5=2 "
    "4=three”. 0 or “silence” leaves an item out.",
    "To begin: read “brief”, ask before you offer. Nothing is agreed until everything is; at the "
    "end each side votes on the whole text, and each home must carry it.",
)


def help_lines(rest: str) -> list[str]:
    """All words, or one in full, a move and a look-up of the same name both."""
    word = rest.casefold()
    if not word:
        return list(HELP)
    if word.isdecimal():
        return ["A number answers what was read out last. Enter alone says what is awaited now."]
    found = [words[word] for words in (LOOKUPS, AFTERWARDS) if word in words]
    lines = [f"{form}: {about}" for form, about in found]
    if word in MANUAL:
        entry = MANUAL[word]
        name = "" if entry.name == word else f" ({entry.name})"
        lines.append(f"{entry.form}{name}: {entry.whole}")
    if word == "press":
        lines += (f"{line.line}: {line.effect}." for line in PRESS_WORDS)
    return lines or [
        f"There is no word “{rest[:40]}”. “help” lists them; “glossary” explains terms."
    ]
