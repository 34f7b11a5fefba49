"""What was left on the table: agreements better for both, the missed trade, the frontier."""

from __future__ import annotations

from game.analysis.measures import MOST_CHANGED, Swap
from game.bargaining.preferences import Package
from game.scenario.words import SILENCE
from game.summit.debrief import Debrief, MissedTrade
from game.wording.catalogue import NOT_COUNTED
from game.wording.names import Sides, listed, many


class Left:
    """The sentences of that page of a debrief."""

    def __init__(self, debrief: Debrief, sides: Sides) -> None:
        self._debrief = debrief
        self._sides = sides
        self._names = sides.names

    def in_short(self) -> str:
        """What it comes to, in a few words."""
        return f"{_agreements(self._debrief.measures.better)} better for both"

    def told(self) -> tuple[str, ...]:
        """All of it, sentence by sentence."""
        found = self._debrief.measures
        if found.better == 0:
            none = "No agreement was better for both"
            where = ": the deal lies on the frontier." if found.efficient else "."
            return none + where, *self._frontier()
        lines = self._better()
        if found.nearest is not None:
            lines.append(self._nearest(found.nearest))
        if self._debrief.missed is not None:
            lines += [self._trade(self._debrief.missed.swap), self._visible(self._debrief.missed)]
        return (*lines, *self._frontier())

    def _better(self) -> list[str]:
        """How many agreements were better for both, and how many of them both homes would carry."""
        better, carried = self._debrief.measures.better, self._debrief.measures.better_carried
        told = f"{_agreements(better)} {'was' if better == 1 else 'were'} better for both"
        if carried is not None:
            told += (
                f"; {_of_them(carried, better)} have been carried at both homes, as opinion stood "
                "before the meeting"
            )
        left_out = ["how many they are"] if better is None else []
        if carried is None:
            left_out.append("how many of them both homes would have carried")
        return [f"{told}.", *not_counted(left_out)]

    def _nearest(self, package: Package) -> str:
        """An agreement better for both, as near to this one as any."""
        changes = self._changes(package)
        rest = "the rest as agreed" if self._debrief.in_force else "nothing on the rest"
        which = "The nearest of them" if self._debrief.in_force else "One with the fewest clauses"
        if len(changes) > MOST_CHANGED:
            which = f"None of them is near: more than {MOST_CHANGED} clauses differ. One of them"
        whole = len(changes) == len(self._names.scenario.agenda)
        return f"{which}: {'; '.join(changes if whole else [*changes, rest])}."

    def _visible(self, missed: MissedTrade) -> str:
        """Since when the missed trade could be seen, or why it could not."""
        if missed.hidden is not None:
            wish = self._names.wish(missed.hidden)
            return (
                f"It could not be seen: {wish} never came to light. It takes an understanding of "
                "what lies behind the item: a question, an explanation, a word aside."
            )
        if missed.minute is None:
            return (
                "It could not be seen: not all wishes on the two items came on the record. A "
                "question would have brought them."
            )
        return (
            f"It could be seen from minute {missed.minute}, when both sides' wishes on both items "
            "were on the record."
        )

    def _frontier(self) -> tuple[str, ...]:
        """The drawing of the frontier in words: its ends, its middle, and where the deal lies."""
        values = self._sides.values
        lines = [
            f"Best for {self._sides.name(n)}: {values(deal.points)}."
            for n, deal in enumerate(self._debrief.best_for)
        ]
        nash, kalai = self._debrief.solutions["nash"], self._debrief.solutions["kalai"]
        if nash is not None and kalai is not None:
            if nash.points == kalai.points:
                lines.append(f"Fair middle, Nash and Kalai point: {values(nash.points)}.")
            else:
                lines.append(
                    f"Fair middle: {values(nash.points)} at the Nash point, "
                    f"{values(kalai.points)} at the Kalai point."
                )
        return (*lines, f"Yours: {values(self._debrief.measures.points)}.")

    def _trade(self, swap: Swap) -> str:
        """The missed exchange: who would have given on which item, and what both gained."""
        gives, agenda = [], self._names.scenario.agenda
        for index, number in (swap.first, swap.second):
            item = list(agenda)[index]
            options = agenda[item].options
            now = self._debrief.agreement.get(item) if self._debrief.in_force else None
            then = list(options)[number - 1] if number else None
            lost = [
                (options[then].points.get(party, 0) if then else 0)
                - (options[now].points.get(party, 0) if now else 0)
                for party in self._sides.parties
            ]
            giver = self._sides.name(0 if lost[0] < lost[1] else 1)
            clause = f"“{options[then].label}”" if then else "leaving it out"
            instead = f" instead of “{options[now].label}”" if now else ""
            gives.append(f"{giver} gives on {self._names.within(item)}, {clause}{instead}")
        gains = listed([f"{self._sides.name(n)} {swap.gains[n]}" for n in self._sides.order])
        if not self._debrief.in_force:
            return (
                f"A trade to build a text upon: {'; '.join(gives)}. Points gained beside leaving "
                f"both out: {gains}."
            )
        told = f"The trade that was missed: {'; '.join(gives)}. Points gained: {gains}."
        if swap.carried:
            return told
        return (
            f"{told} As opinion stood before the meeting, one home at least would not have carried "
            "the text with it."
        )

    def _changes(self, package: Package) -> list[str]:
        """The clauses in which a package differs from the text in force."""
        text = self._debrief.agreement if self._debrief.in_force else {}
        parts = []
        for (item, entry), number in zip(self._names.scenario.agenda.items(), package, strict=True):
            option = list(entry.options)[number - 1] if number else None
            with_ministers = self._debrief.in_force and item in self._debrief.handed
            if option != text.get(item) or with_ministers:
                parts.append(self._names.phrase((item, option or SILENCE)))
        return parts


def _agreements(number: int | None) -> str:
    """“1,218 agreements”, “1 agreement”; “Some agreements” where they were not counted."""
    return "Some agreements" if number is None else many(number, "agreement")


def _of_them(number: int, whole: int | None) -> str:
    """“all of them would”, “none of them would”, “12 of them would”; of one “it would”."""
    if whole == 1:
        return "it would" if number else "it would not"
    how_many = "none" if number == 0 else "all" if number == whole else f"{number:,}"
    return f"{how_many} of them would"


def not_counted(what: list[str]) -> list[str]:
    """A sentence on what would have taken long to count, where anything would."""
    return [NOT_COUNTED.format(what=listed(what))] if what else []
