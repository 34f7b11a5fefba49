"""Single moments of a finished game: what was weighed, where it turned, where to begin again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.analysis.measures import percent
from game.scenario.model import Scenario
from game.summit.dance import when_made
from game.summit.journal import Record
from game.summit.mind import Why
from game.summit.moves import Adopt, Move, Refuse, first_offered
from game.summit.notation import write
from game.summit.turning import LASTING, Course, Outlook, Turn
from game.wording.acts import act
from game.wording.catalogue import BOUNDS
from game.wording.memory import Memory
from game.wording.names import Company, Names, figure, listed, points, sentence, sentence_start

COURTESY = "courtesy"
"""The bound of an answer to a question, which decides nothing."""

RULE = "aspiration"
"""What decides most moves: it is said once, above them."""

WHAT_DECIDES = (
    f"Where nothing else is said, {BOUNDS[RULE]} decided a move: the points that it held out for. "
    "Answers to questions are left out: no points decided them."
)


class Moments:
    """The moments of one game, told to whoever led `role`, or to an observer."""

    def __init__(self, scenario: Scenario, role: str | None, records: Sequence[Record]) -> None:
        self.names = Names(scenario)
        self.parties = scenario.party_ids
        self.role = role
        self._records = tuple(records)
        self._company = Company(self.names, role)
        self._minutes = tuple(minute for minute, _ in when_made(self._records))
        self._acts = tuple(self._tell())

    def _tell(self) -> Iterator[str]:
        """All moves in words, told as they were at the table."""
        memory = Memory(self.names.scenario)
        for record in self._records:
            setting = replace(memory.setting(record.party, record.move), afterwards=True)
            yield act(self._company, record.party, record.move, setting) or write(record.move)
            memory.played(record.party, record.move)

    def did(self, number: int) -> str:
        """“minute 14: You propose …”: a move, counted from 0, without a full stop."""
        return f"minute {self._minutes[number]}: {self._acts[number]}"

    def _briefly(self, number: int) -> str:
        """The same, an offer by its number alone, as the debrief counts them."""
        if not first_offered(self._records[number].move):
            return self.did(number)
        count = sum(bool(first_offered(record.move)) for record in self._records[: number + 1])
        who = self._company.who(self._records[number].party, "make")
        return f"minute {self._minutes[number]}: {who} offer {count}"

    def weighed(self) -> Iterator[str]:
        """The computer's decisions, each with the figures that it rests on.

        Answers to questions rest on none. What it would have refused is said where it is not what
        it was before.
        """
        fair: int | None = None
        for number, record in enumerate(self._records):
            if record.why is not None and record.why.bound != COURTESY:
                figures = self._figures(record.party, record.why, record.move, fair)
                fair = record.why.fair
                yield sentence(f"{self._briefly(number)}. {figures}")

    def _figures(self, party: str, why: Why, move: Move, fair: int | None) -> str:
        told = [f"{self.names.party(party)} held out for {points(why.aspiration)}"]
        if why.offered is not None:
            what = "The text" if isinstance(move, Adopt | Refuse) else "The offer before it"
            told.append(f"{what} came to {figure(why.offered)}, {_beside(why, why.offered)}")
        if why.fair != fair:
            told.append(f"Less than {figure(why.fair)} it would have refused")
        if why.estimate is not None and why.estimate > 0:
            other = self.names.party(self.parties[party == self.parties[0]])
            told.append(f"By its own estimate its text met {why.estimate} % of what {other} wanted")
        if why.bound != RULE:
            told.append(f"{sentence_start(BOUNDS[why.bound])} decided it")
        return ". ".join(told)

    def turned(self, course: Course, turn: Turn) -> tuple[str, ...]:
        """The move after which the outlook never came back, and what it cost."""
        before, after, best = turn.before, turn.after, course.best
        lines = [
            f"It turned at minute {self._minutes[before.number]}. "
            f"{sentence(self._acts[before.number])}",
            f"Up to then a negotiator who asks, explains and trades could still have come home "
            f"with {self._points(before.points)}, by this text: {self.names.phrases(before.text)}.",
            self._afterwards(course, after),
        ]
        if after.text:
            lines.append(
                f"Own result and joint gain together, as the mean of both: "
                f"{figure(percent(before.score))} % before it, {figure(percent(after.score))} % at "
                f"best after it.{self._not_own(before, after)}"
            )
        if best.score - before.score >= LASTING:
            lines.append(
                f"Some had been lost before: at minute {best.minute} it was still "
                f"{self._points(best.points)}."
            )
        return (*lines, HOW_FOUND)

    def _afterwards(self, course: Course, after: Outlook) -> str:
        """What was left after the turn, as far as it was looked for."""
        if after is course.end:
            came_to = self._points(after.points) if after.text else "no agreement in force"
            return f"After it nothing was better than what your meeting came to: {came_to}."
        if not after.text:
            return (
                "From none of your later moves did such a negotiator bring an agreement into force."
            )
        return (
            "From none of your later moves did such a negotiator do better than this: "
            f"{self._points(after.points)}."
        )

    def _not_own(self, before: Outlook, after: Outlook) -> str:
        """That it was not the student's own points that fell, where it was not."""
        if self.role is None:
            return ""
        own = self.parties.index(self.role)
        if after.points[own] < before.points[own]:
            return ""
        return " It did not cost you points of your own; it cost what both gained together."

    def steady(self, course: Course) -> tuple[str, ...]:
        """That no single move was the turn, and what that means in this meeting."""
        best, end = course.best, course.end
        if not best.text:
            told = (
                "Your meeting did not turn: from none of your moves did the game's own integrative "
                "player bring an agreement into force either."
            )
        elif best.score - end.score < LASTING:
            told = (
                "Your meeting did not turn: from none of your moves did the game's own integrative "
                f"player do clearly better than it came to, {self._points(end.points)}."
            )
        else:
            told = (
                "No single move cost you the meeting: it went in small steps. At minute "
                f"{best.minute} {self._points(best.points)} could still be had, and it came to "
                f"{self._points(end.points)}."
            )
        return told, HOW_FOUND

    def _points(self, pair: Sequence[int]) -> str:
        told = [
            f"{points(value)} to {'you' if party == self.role else self.names.party(party)}"
            for party, value in zip(self.parties, pair, strict=True)
        ]
        # The student's own side is told first.
        return listed(told if self.parties[0] == self.role else told[::-1])


def _beside(why: Why, offered: int) -> str:
    """An offer beside what was held out for, and what would have been refused in any case."""
    if offered >= why.aspiration:
        return "which was enough" if offered == why.aspiration else "which was more than that"
    short = f"{figure(why.aspiration - offered)} short of it"
    return f"{short}, and less than it would ever take" if offered < why.fair else short


HOW_FOUND = (
    "This was found by playing your meeting on from each of your moves, with the game's own "
    "integrative player in your chair; it knew no more than you did, and another might have done "
    "better."
)
