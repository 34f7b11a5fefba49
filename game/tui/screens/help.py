"""Help for somebody who has never seen the game, and every key of the screen it was asked on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.tui.commands import GROUP_TITLES, Command
from game.tui.screens.dialogs import Reading
from game.tui.widgets.folio import Paragraph

WELCOME: tuple[tuple[str, str], ...] = (
    (
        "What it is",
        "You lead one delegation at a summit; the computer leads the other. There are several "
        "items on the agenda, each with several possible wordings. What a wording is worth to you "
        "is yours to know; what it is worth to them you find out by asking, explaining, offering "
        "and listening.",
    ),
    (
        "What to aim for",
        "A text that is worth more to you than no agreement, that they can sign, and that is "
        "carried at home on both sides. Give where it costs you little and helps them much, and "
        "look for the same from them.",
    ),
    (
        "How it goes",
        "Read the brief, go in, open with an item. At the table you and they move in turn; each "
        "move takes minutes. Items are agreed ad referendum: nothing is agreed until everything "
        "is. Then both vote on the whole text, tell the press, and each home decides. The debrief "
        "shows what could have been had.",
    ),
    (
        "The board",
        "Each row is an agenda item: what we say and they say, what each wording is worth to you, "
        "and how far it is agreed. ✱ means that the press expects a clause; leaving it out is "
        "noticed at home. A line below the rows tells what items bring together. In the draft, "
        "text in [square brackets] is not agreed. ◇ marks a bridging option, • what they have put "
        "on the table, ✗ what one side can never sign, ‡ an item on which you are bound in public. "
        "A wording that the board has to cut stands whole in the line above the keys.",
    ),
    (
        "Trust and home",
        "Trust is what the two sides have in each other; on it depends how frankly they answer. "
        "Home is your support as if the talks ended now, with what is agreed so far as the whole "
        "text: while little is agreed it stands below the figures of your brief, for the audiences "
        "miss what is not there. “Stopped by” names an audience that would stop the text alone, "
        "whatever the others say.",
    ),
    (
        "Offering",
        "Press → on an item, or p. ↑↓ choose the item, ←→ its wording; a wording's figure picks it "
        "and goes on to the next item. Your own points and your own home change as you go. Enter "
        "puts the package on the table. What you have composed stays if you leave the page. c "
        "composes two or three packages at once: make them worth the same to you, and the one that "
        "they lean to tells what they value.",
    ),
    (
        "Reading",
        "In the briefing and in the debrief ←→ turns the pages; ↑↓, the page keys, home, end and "
        "space scroll. In the debrief your guess of their priorities comes before the truth: "
        "shift+↑↓ (or − and +) moves an entry, enter files the order.",
    ),
    (
        "Keys",
        "What stands in brackets at the foot is not open now; its key says why. The mouse works "
        "everywhere, ctrl+p finds any command by its name, and : takes a move in words. ctrl+z "
        "takes your last move back. Text can be selected with the mouse and copied with ctrl+c. "
        "ctrl+q ends Sidelines. The journal keeps every move; a game without one, as the guided "
        "first meeting, is not given up without a question.",
    ),
)


class HelpScreen(Reading):
    """The help of one screen."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__("Help", list(_paragraphs(commands)), margin=8)


def _paragraphs(commands: Sequence[Command]) -> Iterator[Paragraph]:
    group = None
    yield Paragraph(Content.styled("Keys on this screen", "bold $seal"))
    order = list(GROUP_TITLES)
    for command in sorted(commands, key=lambda command: order.index(command.group)):
        if command.group != group and len({c.group for c in commands}) > 1:
            group = command.group
            yield Paragraph(Content.styled(GROUP_TITLES[group], "bold"), space=True)
        yield Paragraph(
            Content.assemble((command.label, "bold"), f"  {command.about}"),
            Content.styled(command.shown_key, "bold $seal"),
        )
    yield Paragraph(Content.styled("How it is played", "bold $seal"), space=True)
    for title, text in WELCOME:
        yield Paragraph(Content.assemble((f"{title}. ", "bold"), text), space=True)
