"""Asking the student for what a move needs: one of several answers, a yes, an item, an option."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.scenario.words import SILENCE
from game.tui.packages import SETTLED
from game.tui.screens.dialogs import Choice, Choose, Confirm
from game.tui.screens.stage import Stage
from game.tui.text import signed
from game.wording.status import own_home_change, own_points


class Asking(Stage):
    """The questions that the commands of the table ask."""

    def current_item(self) -> str:
        """The item under the cursor."""
        raise NotImplementedError

    def choose(
        self, title: str, text: str, choices: Sequence[Choice], then: Callable[[str], object]
    ) -> None:
        """Asks for one of several answers and goes on with it, unless none is given."""

        def answered(value: object) -> None:
            if value is not None:
                then(str(value))

        self.app.push_screen(Choose(title, text, choices), answered)

    def confirm(self, title: str, text: str, yes: str, then: Callable[[], object]) -> None:
        """Goes on only after a yes."""

        def answered(value: object) -> None:
            if value:
                then()

        self.app.push_screen(Confirm(title, text, yes), answered)

    def cost(self, verb: str) -> str:
        """The minutes that a move takes now, in words."""
        minutes = self.meeting.session.summit.cost(self.meeting.session.role, verb)
        return "no time" if not minutes else f"{minutes} minute{'' if minutes == 1 else 's'}"

    def options(self, items: Iterable[str], *, silence: bool = True) -> list[Choice]:
        """Every option of some items as an answer `item=option`."""
        view, names = self.meeting.view, self.meeting.names
        found = []
        for item in items:
            seen = view.items[item]
            for option in (*seen.options, *([SILENCE] if silence else [])):
                points = own_points(view, item, option)
                home = signed(own_home_change(view, item, option))
                said = " · they say this" if seen.theirs == option else ""
                said += " · we said this" if seen.mine == option else ""
                found.append(
                    Choice(
                        f"{item}={option}",
                        f"{names.short(item)}: {names.option(item, option)}",
                        f"{points} points to us, home {home}{said}",
                    )
                )
        return found

    def unsettled(self) -> list[str]:
        """The items that are still open."""
        return [i for i, seen in self.meeting.view.items.items() if seen.state not in SETTLED]

    def of_items(
        self, title: str, text: str, items: Sequence[str], then: Callable[[str], object]
    ) -> None:
        """Takes the item under the cursor if it is one of these, and asks otherwise."""
        current = self.current_item()
        ordered = sorted(items, key=lambda item: item != current)
        names = self.meeting.names
        self.choose(title, text, [Choice(i, names.item(i)) for i in ordered], then)
