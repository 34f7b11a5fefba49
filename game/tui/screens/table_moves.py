"""The moves at the table: each command asks what it needs to know and makes one move."""

from __future__ import annotations

from dataclasses import replace

from game.summit.events import Refusal
from game.summit.moves import (
    VERBS,
    Accept,
    Acknowledge,
    Ask,
    Back,
    BriefPress,
    Caucus,
    Conclude,
    Decline,
    Explain,
    HandDown,
    Importance,
    Link,
    Move,
    Note,
    Pressure,
    PullAside,
    Reopen,
    TieHands,
    WalkOut,
)
from game.summit.notation import IMPORTANCES, NotationError, parse
from game.summit.view import items_for
from game.tui.commands import Command
from game.tui.screens.asking import Asking
from game.tui.screens.dialogs import Choice
from game.wording.board import known
from game.wording.catalogue import GRADES, IMPORTANCE
from game.wording.doubts import crossing, doubt
from game.wording.names import points
from game.wording.refusals import reason
from game.wording.status import worth_in_words

UNSAID = "unsaid"


class TableMoves(Asking):
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

    # --- offers ---------------------------------------------------------------------------------

    def do_propose(self) -> None:
        """Composes a package."""
        self.meeting.basket.drop_blanks()
        self._open_package()

    def do_choices(self) -> None:
        """Composes several packages."""
        basket = self.meeting.basket
        if len(basket.packages) == 1:
            basket.packages.append({})
        self._open_package()

    def action_compose_here(self, by: int) -> None:
        """An arrow on the board starts a package with the item under the cursor."""
        self.calm()
        command = next(c for c in self.commands if c.name == "propose")
        reason = self.closed(command)
        if reason is not None:
            self.tell(reason)
        else:
            self.meeting.basket.drop_blanks()
            self._open_package(by)

    def _open_package(self, by: int = 0) -> None:
        from game.tui.screens.compose import ComposeScreen

        basket = self.meeting.basket
        basket.prune(self.meeting.view)
        item = self.current_item()
        if by and item in self.meeting.view.unsettled:
            basket.step(item, self.meeting.view.items[item].options, by)
        self.app.push_screen(ComposeScreen(item))

    def do_accept(self) -> None:
        """Accepts what is on the table; of several packages, asks which."""
        offer = self.meeting.view.offer
        if offer is None or len(offer.packages) < 2:
            self.make_surely(Accept())
            return
        names, view = self.meeting.names, self.meeting.view
        self.choose(
            "Which do you accept?",
            "",
            [
                Choice(n, names.terms(terms), worth_in_words(view, self.scenario, terms))
                for n, terms in enumerate(offer.packages, start=1)
            ],
            lambda number: self.make_surely(Accept(number=int(number))),
        )

    def do_decline(self) -> None:
        """Declines; asks what is in the way, or which of several is nearer."""
        view, names = self.meeting.view, self.meeting.names
        offer = view.offer
        packages = offer.packages if offer is not None else ()
        named = {item for terms in packages for item, _ in terms}
        answers = [Choice("-", "Just decline", key="0")]
        answers += [
            replace(choice, label=f"In the way: {names.short(str(choice.value))}")
            for choice in self.items(named)
        ]
        if len(packages) > 1:
            answers += [
                Choice(f"{n}", f"Number {n} is nearer", names.terms(terms), key=letter)
                for n, (letter, terms) in enumerate(zip("abc", packages, strict=False), start=1)
            ]

        def decline(answer: str) -> None:
            if answer == "-":
                self.make(Decline())
            elif answer.isdecimal():
                self.make(Decline(nearer=int(answer)))
            else:
                self.make(Decline(item=answer))

        self.choose("Decline", "To say what is in the way helps them to move.", answers, decline)

    def do_link(self) -> None:
        """Ties a move on the item under the cursor to one of theirs elsewhere, step by step; the
        whole sentence is read before it is said."""
        item, names = self.current_item(), self.meeting.names
        others = [other for other in self.meeting.view.unsettled if other != item]

        def given(give: str) -> None:
            def over(other: str) -> None:
                self.choose(
                    f"… if they can move on {names.short(other)}",
                    "What would you want there?",
                    self.sayable(other),
                    lambda want: self._say_link(Link(give=(item, give), want=(other, want))),
                )

            self.of_items("… if they can move on", "On which item?", others, over)

        self.choose(
            f"We can move on {names.short(item)}",
            "What would you give there?",
            self.sayable(item),
            given,
        )

    def _say_link(self, link: Link) -> None:
        names = self.meeting.names
        self.confirm(
            "Say it?",
            f"We can move to {names.wish(link.give)}, if you can move to {names.wish(link.want)}.",
            "Say it",
            lambda: self.make(link),
            ready=True,
        )

    def do_handdown(self) -> None:
        """Offers an item to the ministers, after telling what becomes of it."""
        self.of_items(
            "Hand down to the ministers",
            "Which item? They take one in a meeting, with a mandate and a date.",
            items_for(self.meeting.view, "handdown"),
            self._ask_to_hand_down,
        )

    def _ask_to_hand_down(self, item: str) -> None:
        view, names, move = self.meeting.view, self.meeting.names, HandDown(item=item)
        terms = (
            f"It takes {self.cost('handdown')}, and they must consent. It then counts "
            f"{points(view.handed_points(item))} to you, about a third of what lies between the "
            "brackets."
        )
        self.confirm(
            f"Hand {names.short(item)} to the ministers?",
            "\n".join(filter(None, (terms, self._against(move)))),
            "Offer it",
            lambda: self.make(move),
        )

    def _against(self, move: Move) -> str:
        """What speaks against a move that is asked about in any case."""
        return doubt(self.meeting.view, self.scenario, move) or ""

    def do_reopen(self) -> None:
        """Takes back what was settled."""
        self.of_items(
            "Reopen",
            "What was agreed ad referendum is taken back. It costs trust.",
            items_for(self.meeting.view, "reopen"),
            lambda item: self.make(Reopen(item=item)),
        )

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
                self.make(
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
            lambda number: self.make(Acknowledge(item=item, number=int(number))),
        )

    def do_pressure(self) -> None:
        """Leans on them over the item under the cursor."""
        item = self.current_item()
        self.confirm(
            f"Lean on them over {self.meeting.names.short(item)}?",
            "It works once or twice in a meeting, and it costs trust.",
            "Lean on them",
            lambda: self.make(Pressure(item=item)),
        )

    def do_note(self) -> None:
        """Leaves the floor to them; asks where something of theirs waits for an answer."""
        self.make_surely(Note())

    def do_tiehands(self) -> None:
        """Binds the student in public to an option of the item under the cursor."""
        item = self.current_item()
        self.choose(
            f"Tie your hands in public on {self.meeting.names.short(item)}",
            "They will believe it. Falling short of it costs double at home.",
            self.sayable(item, silence=False),
            lambda option: self.make(TieHands(item=item, option=option)),
        )

    def do_brief(self) -> None:
        """Moves what the press expects of the item under the cursor."""
        item = self.current_item()
        view = self.meeting.view
        grade = view.grades[view.space.item_index[item]]
        now = f"Your press calls it {GRADES[grade]}." if grade else ""
        self.choose(
            f"Brief the press on {self.meeting.names.short(item)}",
            f"{now} A word behind the hand moves it by one grade; it may leak as what it is.",
            [
                Choice("lower", "Lower what is expected"),
                Choice("raise", "Raise what is expected"),
            ],
            lambda way: self.make(
                BriefPress(item=item, direction="raise" if way == "raise" else "lower")
            ),
        )

    # --- coming and going -----------------------------------------------------------------------

    def do_caucus(self) -> None:
        """Steps out with the delegation."""
        self.confirm(
            "Step out with your delegation?",
            f"It takes {self.cost('caucus')}. They say what they think the others want, whether "
            "those could carry the draft, and which trade to try"
            f"{': you hear it all the same' if self.runs_out('caucus') else ''}.",
            "Step out",
            lambda: self.make(Caucus()),
        )

    def do_aside(self) -> None:
        """Takes the leaders aside over the item under the cursor."""
        view, names, move = self.meeting.view, self.meeting.names, PullAside(self.current_item())
        heard = [f"What we know: {said}." for item, said in known(view, names) if item == move.item]
        good = "No time is left there to ask or explain anything."
        if not self.runs_out("aside"):
            good = "More candour, deniable; it may leak."
        terms = f"It takes {self.cost('aside')}. {good}"
        self.confirm(
            f"A word aside over {names.short(move.item)}?",
            "\n".join(filter(None, (terms, *heard, self._against(move)))),
            "Take them aside",
            lambda: self.make(move),
        )

    def do_back(self) -> None:
        """Returns to the table."""
        self.make(Back())

    def do_conclude(self) -> None:
        """Asks for the final text."""
        view, names, still_open = self.meeting.view, self.meeting.names, self.meeting.view.unsettled
        held = ", ".join(names.short(item) for item in view.items if item not in still_open)
        self.confirm(
            "Ask for the final text?",
            self._against(Conclude())
            or f"It would hold: {held}. {worth_in_words(view, self.scenario, ())} The talks end "
            "here; both sides then vote on the whole text.",
            "Conclude",
            lambda: self.make(Conclude()),
        )

    def do_walkout(self) -> None:
        """Leaves the room, after asking."""
        again, move = self.meeting.view.recess_by, WalkOut()
        recess = "" if again else "A recess, and a chill. A second walk-out ends the summit. "
        self.confirm(
            "Walk out for good?" if again else "Walk out?",
            recess + self._against(move),
            "Leave the room",
            lambda: self.make(move),
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
