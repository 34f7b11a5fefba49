"""Commands: one definition each gives key, footer, palette entry, tooltip and help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from textual.binding import Binding, BindingType

from game.wording.manual import MANUAL

Group = Literal["moves", "places", "view", "game", "preview"]

GROUP_TITLES: dict[Group, str] = {
    "moves": "Moves at the table",
    "places": "Coming and going",
    "view": "The screen",
    "game": "The game",
    "preview": "The preview",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key, a click, the palette or the menu can do on a screen.

    `name` is the method `do_<name>` of the screen; `verb` the move that it makes, by which the
    summit is asked whether it is open now.
    """

    name: str
    key: str
    label: str
    about: str
    verb: str | None = None
    group: Group = "game"
    footer: bool = True
    when_open: bool = False
    """Whether footer and palette leave it out while it is not open."""

    @property
    def shown_key(self) -> str:
        """The key as a person reads it."""
        first = self.key.split(",")[0]
        return KEY_NAMES.get(first, first)


KEY_NAMES = {
    "space": "space",
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "enter": "enter",
    "delete": "del",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "ctrl+z": "^z",
    "ctrl+e": "^e",
    "ctrl+t": "^t",
    "ctrl+s": "^s",
}


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of a screen's commands."""
    return [
        Binding(
            command.key,
            f"run_command('{command.name}')",
            command.label,
            show=False,
            tooltip=command.about,
            id=f"{command.group}.{command.name}",
        )
        for command in commands
    ]


def move(
    verb: str, key: str, group: Group = "game", *, footer: bool = True, when_open: bool = False
) -> Command:
    """The command that makes a move, in the words of the manual."""
    entry = MANUAL[verb]
    return Command(verb, key, entry.name, entry.about, verb, group, footer, when_open)


HELP = Command("help", "question_mark", "help", "How the game is played, and every key.")
GLOSSARY = Command(
    "glossary", "g", "glossary", "The field's own terms, each in a few sentences.", footer=False
)
THEME = Command(
    "theme", "ctrl+t", "day or night", "Paper by daylight, or by lamplight.", footer=False
)
EVERYWHERE = (HELP, GLOSSARY, THEME)

LEAVE = Command(
    "leave",
    "q",
    "leave",
    "Back to the title. The journal keeps the game; without one you are asked.",
)

UNDO = Command(
    "undo", "ctrl+z", "undo", "Take your last move back. The journal and the debrief say so."
)

TITLE = (
    Command("choose", "enter", "open", "Open the summit or the saved game under the cursor."),
    Command(
        "delete",
        "delete,d",
        "delete",
        "Delete the saved game under the cursor; asks first.",
        when_open=True,
    ),
    *EVERYWHERE,
    Command("leave", "q", "quit", "Leave the game. Every move is saved already."),
)

CHAIR = (
    Command("choose", "enter", "take the chair", "Lead this delegation; the computer the other."),
    Command("more", "m", "more", "Level, seed, variant of the numbers, your name."),
    *EVERYWHERE,
    Command("leave", "escape,q", "back", "Back to the list of summits."),
)

BRIEFING = (
    move("ready", "enter"),
    move("prepare", "p"),
    *EVERYWHERE,
    LEAVE,
)

OPENING = (
    Command("choose", "enter", "open with it", "Put this item first in your opening.", verb="open"),
    *EVERYWHERE,
    LEAVE,
)

TABLE = (
    move("propose", "p", "moves"),
    move("choices", "c", "moves"),
    move("ask", "a", "moves"),
    move("explain", "e", "moves"),
    move("link", "l", "moves"),
    move("acknowledge", "k", "moves"),
    move("accept", "y", "moves", footer=False, when_open=True),
    move("decline", "n", "moves", footer=False, when_open=True),
    move("pressure", "x", "moves", footer=False),
    move("handdown", "d", "moves", footer=False),
    move("tiehands", "t", "moves", footer=False),
    move("brief", "i", "moves", footer=False),
    move("reopen", "r", "moves", footer=False),
    move("note", "full_stop", "moves", footer=False),
    move("caucus", "u", "places"),
    move("aside", "s", "places"),
    move("back", "b", "places", footer=False, when_open=True),
    move("conclude", "C", "places"),
    move("walkout", "W", "places", footer=False),
    Command("menu", "space", "more", "Every move, what it costs and whether it is open."),
    Command("type", "colon", "type", "Type a move in words, with completion.", footer=False),
    Command("draft", "1", "draft", "The joint statement as it grows.", None, "view", False),
    Command("talk", "2", "talk", "What has been said, with the minutes.", None, "view", False),
    Command("dossier", "3", "dossier", "Facts on the item, its options.", None, "view", False),
    Command("notes", "4", "notes", "What you know of them so far.", None, "view", False),
    Command(
        "enlarge", "z", "enlarge", "The pane over the whole table, and back.", None, "view", False
    ),
    Command(
        "search",
        "slash",
        "search",
        "Find words in the talk; ↓ and ↑ go from place to place.",
        None,
        "view",
        False,
    ),
    Command(
        "export", "ctrl+e", "write out the talk", "The talk as a text file.", None, "view", False
    ),
    replace(UNDO, footer=False),
    *EVERYWHERE,
    LEAVE,
)

COMPOSE = (
    Command("send", "enter,s", "send", "Put it on the table."),
    Command("skip", "delete,minus", "leave out", "Take the item out of the package."),
    Command("theirs", "t", "as they say", "Take their wording of every open item."),
    Command(
        "mine",
        "o",
        "as we said",
        "Take our last wording of every open item; of a choice, what they called nearer.",
    ),
    Command(
        "advised",
        "a",
        "as advised",
        "Take the package that our delegation advised when it was last asked.",
        when_open=True,
    ),
    Command("clear", "x", "clear", "Empty the package."),
    Command("another", "plus,n", "another", "A further package beside this one, up to three."),
    Command("next", "tab", "next package", "Turn to the next package.", when_open=True),
    Command("drop", "backspace", "drop it", "Drop this package.", when_open=True),
    *EVERYWHERE,
    Command("leave", "escape,q", "keep, back", "Back to where you were; the package is kept."),
)

NEEDS_THE_TABLE = ("theirs", "mine", "another")
"""What is of no use in a package before anything has been said."""
FIRST_OFFER = tuple(
    replace(command, label="keep it", about="Back to the sheet; it waits at the table, too.")
    if command.name == "send"
    else replace(command, footer=command.footer and command.name not in NEEDS_THE_TABLE)
    for command in COMPOSE
)
"""The same in the briefing: nothing has been said yet that could be taken up, and nothing is
sent."""

FINAL_TEXT = (
    move("adopt", "y"),
    move("refuse", "n"),
    Command("transcript", "t", "talk", "What was said at the table."),
    UNDO,
    *EVERYWHERE,
    LEAVE,
)

PRESS = (
    Command("choose", "enter", "take this line", "Tell the press so.", "press"),
    Command("transcript", "t", "talk", "What was said at the table."),
    UNDO,
    *EVERYWHERE,
    LEAVE,
)

DEBRIEF = (
    Command("onward", "n,right_square_bracket", "next page", "The next page of the debrief."),
    Command("backward", "b,left_square_bracket", "page before", "The page before."),
    move("reflect", "r"),
    Command("transcript", "t", "talk", "What was said at the table."),
    Command(
        "following",
        "x",
        "next meeting",
        "Go on to the next meeting of the campaign.",
        when_open=True,
    ),
    Command("again", "a", "take up again", "Play on from an earlier moment, as a new game."),
    Command("export", "ctrl+e", "write out", "The debrief and the talk as a text (Markdown)."),
    *EVERYWHERE,
    Command("leave", "q", "title", "Back to the title; a journal stays as it is."),
)

PREVIEW = (
    Command("thinks", "f2", "thinks", "What the computer reckons with, and why.", None, "preview"),
    Command("points", "f4", "points", "All points of both sides.", None, "preview"),
    Command("briefs", "f5", "briefs", "The briefs of both chairs.", None, "preview"),
    Command(
        "jump", "f6", "jump", "To any phase or minute, back or on; a bot plays.", None, "preview"
    ),
    Command(
        "swap", "f7", "chair", "To the other chair, in the game as it stands.", None, "preview"
    ),
    Command("restart", "f8", "anew", "From the beginning, in this chair.", None, "preview"),
    Command("file", "f9", "file", "The file and its faults, and back.", None, "preview"),
)
"""What `preview` adds on every screen."""

PREVIEW_FILE = (
    Command("play", "enter", "play", "To the game on the file.", None, "preview"),
    *PREVIEW,
    *EVERYWHERE,
    Command("leave", "q", "quit", "Leave the preview. Nothing of it is kept."),
)
