"""The moves at the table that are about offers: composed, answered, tied to each other."""

from __future__ import annotations

from dataclasses import replace

from game.summit.moves import Accept, Decline, HandDown, Link, Reopen
from game.summit.view import items_for
from game.tui.screens.asking import Asking
from game.tui.screens.dialogs import Choice
from game.wording.names import points
from game.wording.status import worth_in_words


class OfferMoves(Asking):
    """What the commands about offers do."""

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
                self.make_surely(Decline())
            elif answer.isdecimal():
                self.make_surely(Decline(nearer=int(answer)))
            else:
                self.make_surely(Decline(item=answer))

        self.choose("Decline", "To say what is in the way helps them to move.", answers, decline)

    def do_link(self) -> None:
        """Ties a move on the item under the cursor to one of theirs elsewhere, step by step; the
        whole sentence is read before it is said."""
        item, names = self.current_item(), self.meeting.names
        others = [other for other in self.meeting.view.unsettled if other != item]

        def given(give: str) -> None:
            def over(other: str) -> None:
                self.choose(
                    f"… if they can move on {names.within(other)}",
                    "What would you want there?",
                    self.sayable(other),
                    lambda want: self._say_link(Link(give=(item, give), want=(other, want))),
                )

            self.of_items("… if they can move on", "On which item?", others, over)

        self.choose(
            f"We can move on {names.within(item)}",
            "What would you give there?",
            self.sayable(item),
            given,
        )

    def _say_link(self, link: Link) -> None:
        view, names = self.meeting.view, self.meeting.names
        (give, ours), (want, theirs) = link.give, link.want
        told = [
            f"We can move to {names.wish(link.give)}, if you can move to {names.wish(link.want)}."
        ]
        if view.items[give].mine == ours:
            told.append(f"It is what you say on {names.within(give)} already: no step of yours.")
        if view.items[want].theirs == theirs:
            told.append(f"It is what they say on {names.within(want)} already.")
        self.confirm_move(
            "Say it?",
            "\n".join(told),
            "Say it",
            link,
            ready=True,
        )

    def do_handdown(self) -> None:
        """Offers an item to the ministers, after telling what becomes of it."""
        self.of_items(
            "Hand down to the ministers",
            "Which item? They take one in a meeting, with a mandate and a date: one on which both "
            "sides have a wording, and different ones.",
            items_for(self.meeting.view, "handdown"),
            self._ask_to_hand_down,
        )

    def _ask_to_hand_down(self, item: str) -> None:
        counts = points(self.meeting.view.handed_points(item))
        self.confirm_move(
            f"Hand {self.meeting.names.within(item)} to the ministers?",
            f"It takes {self.cost('handdown')}, and they must consent. It then counts {counts} to "
            "you: a third of what the two wordings are worth to you on average.",
            "Offer it",
            HandDown(item=item),
        )

    def do_reopen(self) -> None:
        """Takes back what was settled."""
        self.of_items(
            "Reopen",
            "What was agreed ad referendum is taken back. It costs trust.",
            items_for(self.meeting.view, "reopen"),
            lambda item: self.make_surely(Reopen(item=item)),
        )
