"""The moves at the table: each command asks what it needs to know and makes one move."""

from __future__ import annotations

from game.summit.events import Refusal
from game.summit.moves import (
    VERBS,
    Acknowledge,
    Ask,
    Back,
    BriefPress,
    Caucus,
    Conclude,
    Explain,
    Importance,
    Note,
    Pressure,
    PullAside,
    TieHands,
    WalkOut,
)
from game.summit.notation import IMPORTANCES, NotationError, parse
from game.tui.commands import Command
from game.tui.screens.dialogs import Choice
from game.tui.screens.table_offers import OfferMoves
from game.wording.board import known
from game.wording.catalogue import GRADES, IMPORTANCE
from game.wording.doubts import crossing
from game.wording.refusals import reason
from game.wording.status import worth_in_words

UNSAID = "unsaid"


class TableMoves(OfferMoves):
    """What the commands of the table do."""

    def closed(self, command: Command) -> str | None:
        """Besides what the phase forbids: what every way of making the move now would meet."""
        view = self.meeting.view
        crossed = crossing(view)
        if command.name == "accept" and crossed is not None:
            return reason(Refusal.OWN_RED_LINE, "=".join(crossed), "accept", self.scenario)
        if command.name == "acknowledge" and view.aside in view.acknowledged:
            return reason(Refusal.ALREADY_ACKNOWLEDGED, view.aside, "acknowledge", self.scenario)
        return super().closed(command)

    # --- talking --------------------------------------------------------------------------------

    def do_ask(self) -> None:
        """Asks about the item under the cursor."""
        self.make_surely(Ask(item=self.current_item()))

    def point_ask(self) -> None:
        """A click has no cursor on the board in mind: it asks for the item first."""
        self.of_items(
            "Ask what an item means to them",
            f"It takes {self.cost('ask')}.",
            tuple(self.meeting.view.items),
            lambda item: self.make_surely(Ask(item=item)),
        )

    def do_explain(self) -> None:
        """Explains the item asked about, or the one under the cursor: how much, and what."""
        view, names = self.meeting.view, self.meeting.names
        item = view.aside or view.question or self.current_item()

        def what(importance: str) -> None:
            def explain(option: str) -> None:
                self.make_surely(
                    Explain(
                        item=item,
                        importance=_importance(importance),
                        option=None if option == UNSAID else option,
                    )
                )

            unsaid = Choice(UNSAID, "Leave it unsaid", "What holds back earns less.", key="0")
            self.choose(
                f"{names.short(item)}: what do you look for?",
                "",
                [*self.options(item, silence=False), unsaid],
                explain,
            )

        degrees = [Choice(word, f"It {IMPORTANCE[word]}") for word in IMPORTANCES]
        self.choose(
            f"{names.short(item)}: how much does it matter to you?",
            "You say what you choose to say. They notice when your offers contradict it.",
            [*degrees, Choice(UNSAID, "Leave it unsaid", key="0")],
            what,
        )

    def do_acknowledge(self) -> None:
        """Names one of three difficulties at home that they may have with the item."""
        item = self.current_item()
        difficulties = self.meeting.difficulties(item)
        if not difficulties or item in self.meeting.view.acknowledged:
            self.make(Acknowledge(item=item, number=1))
            return
        self.choose(
            f"{self.meeting.names.short(item)}: where does it hurt them at home?",
            "Once per item. Rightly read, it earns trust; misread, it costs time and trust.",
            [Choice(n, text) for n, text in enumerate(difficulties, start=1)],
            lambda number: self.make_surely(Acknowledge(item=item, number=int(number))),
        )

    def do_pressure(self) -> None:
        """Leans on them over the item under the cursor."""
        item = self.current_item()
        self.confirm_move(
            f"Lean on them over {self.meeting.names.within(item)}?",
            "It works once or twice in a meeting, and it costs trust.",
            "Lean on them",
            Pressure(item=item),
        )

    def do_note(self) -> None:
        """Leaves the floor to them; asks where something of theirs waits for an answer."""
        self.make_surely(Note())

    def do_tiehands(self) -> None:
        """Binds the student in public to an option of the item under the cursor."""
        item = self.current_item()
        self.choose(
            f"Tie your hands in public on {self.meeting.names.within(item)}",
            "They will believe it. Falling short of it costs double at home.",
            self.sayable(item, silence=False),
            lambda option: self.make_surely(TieHands(item=item, option=option)),
        )

    def do_brief(self) -> None:
        """Moves what the press expects of the item under the cursor."""
        item = self.current_item()
        view = self.meeting.view
        grade = view.grades[view.space.item_index[item]]
        now = f"Your press calls it {GRADES[grade]}." if grade else ""
        self.choose(
            f"Brief the press on {self.meeting.names.within(item)}",
            f"{now} A word behind the hand moves it by one grade; it may leak as what it is.",
            [
                Choice("lower", "Lower what is expected"),
                Choice("raise", "Raise what is expected"),
            ],
            lambda way: self.make_surely(
                BriefPress(item=item, direction="raise" if way == "raise" else "lower")
            ),
        )

    # --- coming and going -----------------------------------------------------------------------

    def do_caucus(self) -> None:
        """Steps out with the delegation."""
        self.confirm_move(
            "Step out with your delegation?",
            f"It takes {self.cost('caucus')}. They say what they think the others want, whether "
            "those could carry the draft, and which trade to try.",
            "Step out",
            Caucus(),
        )

    def do_aside(self) -> None:
        """Takes the leaders aside over the item under the cursor."""
        names, about = self.meeting.names, self.current_item()
        heard = [said for item, said in known(self.meeting.view, names) if item == about]
        told = [f"It takes {self.cost('aside')}. More candour, deniable; it may leak."]
        self.confirm_move(
            f"A word aside over {names.within(about)}?",
            "\n".join([*told, *(f"What we know: {said}." for said in heard)]),
            "Take them aside",
            PullAside(about),
        )

    def do_back(self) -> None:
        """Returns to the table."""
        self.make(Back())

    def do_conclude(self) -> None:
        """Asks for the final text."""
        view, names, still_open = self.meeting.view, self.meeting.names, self.meeting.view.unsettled
        held = ", ".join(names.within(item) for item in view.items if item not in still_open)
        self.confirm(
            "Ask for the final text?",
            self.against(Conclude())
            or f"It would hold: {held}. {worth_in_words(view, self.scenario, ())} The talks end "
            "here; both sides then vote on the whole text.",
            "Conclude",
            lambda: self.make(Conclude()),
        )

    def do_walkout(self) -> None:
        """Leaves the room, after asking."""
        again = self.meeting.view.recess_by
        recess = (
            f"A recess of {self.cost('walkout')}, and a chill. A second walk-out ends the summit."
        )
        self.confirm_move(
            "Walk out for good?" if again else "Walk out?",
            "" if again else recess,
            "Leave the room",
            WalkOut(),
        )

    # --- other ways to a move -------------------------------------------------------------------

    def do_menu(self) -> None:
        """Every command, what it costs and whether it is open."""
        from game.tui.screens.menu import MenuScreen

        def run(name: str | None) -> None:
            if name is not None:
                self.action_run_command(name)

        self.app.push_screen(MenuScreen(self), run)

    def make_typed(self, text: str) -> bool:
        """Makes a move that was typed in words."""
        try:
            move = parse(text)
        except NotationError as error:
            opened = [verb for verb, no in self.meeting.openings.items() if no is None]
            moves = f" Moves are {', '.join(opened[:5])} …; esc, then ? tells of all."
            self.tell(f"{error}{'' if text.split()[0].lower() in VERBS else moves}")
            return False
        return self.make_surely(move)

    def do_export(self) -> None:
        """Writes the talk into a text file beside the journal."""
        self.write_out(self.meeting.export)


def _importance(word: str) -> Importance | None:
    return next((known for known in IMPORTANCES if known == word), None)
