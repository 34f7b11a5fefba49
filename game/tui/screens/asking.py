"""Asking the student for what a move needs: one of several answers, a yes, an item, an option."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from game.scenario.words import SILENCE
from game.summit.moves import Move
from game.tui.screens.dialogs import Choice, Choose
from game.tui.screens.stage import Stage
from game.wording.names import many, points, sentence_start, signed
from game.wording.status import is_red_line, is_their_red_line, own_home_change, own_points


class Asking(Stage):
    """The questions that the commands of the table ask."""

    def current_item(self) -> str:
        """The item under the cursor."""
        raise NotImplementedError

    def choose(
        self,
        title: str,
        text: str,
        choices: Sequence[Choice],
        then: Callable[[str], object],
        start: object = None,
    ) -> None:
        """Asks for one of several answers and goes on with it, unless none is given."""

        def answered(value: object) -> None:
            if value is not None:
                then(str(value))

        self.app.push_screen(Choose(title, text, choices, start), answered)

    def confirm_move(
        self, title: str, text: str, yes: str, move: Move, *, ready: bool = False
    ) -> None:
        """Makes a move only after a yes; what speaks against it is told with the question."""
        told = "\n".join(filter(None, (text, self.against(move))))
        self.confirm(title, told, yes, lambda: self.make(move), ready=ready)

    def cost(self, verb: str) -> str:
        """The minutes that a move takes now, in words."""
        minutes = self.meeting.session.summit.cost(self.meeting.session.role, verb)
        return many(minutes, "minute") if minutes else "no time"

    def options(self, item: str, *, silence: bool = True) -> list[Choice]:
        """Every option of an item as an answer, with the figures that composing has for them."""
        view, names = self.meeting.view, self.meeting.names
        seen = view.items[item]
        keys = {option: str(number) for number, option in enumerate(seen.options, start=1)}
        if silence:
            keys[SILENCE] = "0"
        return [
            Choice(
                option,
                sentence_start(names.option(item, option)),
                key=key,
                note=self._note(item, option),
            )
            for option, key in keys.items()
        ]

    def sayable(self, item: str, *, silence: bool = True) -> list[Choice]:
        """The options of an item that the rules let us say: none that crosses our red line."""
        view = self.meeting.view
        return [
            choice
            for choice in self.options(item, silence=silence)
            if not is_red_line(view, item, str(choice.value))
        ]

    def _note(self, item: str, option: str) -> str:
        """What an option is worth to us, or that it is off limits, and who has said it."""
        view, seen = self.meeting.view, self.meeting.view.items[item]
        said = " · they say this" if seen.theirs == option else ""
        said += " · we said this" if seen.mine == option else ""
        said += " · their red line" if is_their_red_line(view, item, option) else ""
        if is_red_line(view, item, option):
            return f"our red line{said}"
        home = signed(own_home_change(view, item, option))
        return f"{points(own_points(view, item, option))} to us, home {home}{said}"

    def items(self, wanted: Collection[str]) -> list[Choice]:
        """Some items as answers, each with its number on the board as its key."""
        names, order = self.meeting.names, self.meeting.view.items
        return [
            Choice(item, names.item(item), key=str(number) if number < 10 else "")
            for number, item in enumerate(order, start=1)
            if item in wanted
        ]

    def of_items(
        self, title: str, text: str, items: Sequence[str], then: Callable[[str], object]
    ) -> None:
        """Asks for one of some items; the one under the cursor of the board comes first to hand."""
        self.choose(title, text, self.items(items), then, start=self.current_item())
