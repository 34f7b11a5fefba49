"""Single moments of a finished game: what was weighed, where it turned, where to begin again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.scenario.model import Scenario
from game.summit.debrief import offered
from game.summit.journal import Record
from game.summit.mind import Why
from game.summit.notation import write
from game.summit.turning import Turn
from game.wording.acts import Setting, act
from game.wording.catalogue import BOUNDS
from game.wording.names import Company, Names, listed, sentence


class Moments:
    """The moments of one game, told to whoever led `role`, or to an observer."""

    def __init__(self, scenario: Scenario, role: str | None, records: Sequence[Record]) -> None:
        self.names = Names(scenario)
        self.parties = scenario.party_ids
        self.role = role
        self._records = tuple(records)
        self._acts = tuple(self._tell(Company(self.names, role)))

    def _tell(self, company: Company) -> Iterator[str]:
        """All moves in words; a package by what changed in it since its author's last."""
        before: dict[str, dict[str, str]] = {party: {} for party in self.parties}
        for record in self._records:
            party = record.party
            other = self.parties[party == self.parties[0]]
            setting = Setting(before=before[party], theirs=before[other])
            yield act(company, party, record.move, setting) or write(record.move)
            terms = offered(record.move)
            if terms:
                before[party] = dict(terms)

    def did(self, number: int) -> str:
        """“minute 14: You propose …”: a move, counted from 0, without a full stop."""
        return f"minute {self._records[number].minute}: {self._acts[number]}"

    def weighed(self) -> Iterator[str]:
        """The computer's decisions, each with the figures that it rests on."""
        for number, record in enumerate(self._records):
            if record.why is not None:
                yield sentence(f"{self.did(number)}. {self._figures(record.party, record.why)}")

    def _figures(self, party: str, why: Why) -> str:
        told = [f"held out for {why.aspiration} points"]
        if why.offered is not None:
            told.append(f"counted the offer before it at {why.offered}")
        told.append(f"would have refused less than {why.fair}")
        guess = ""
        if why.estimate is not None and why.estimate > 0:
            guess = f" Its bid seemed to give the other side {why.estimate} % of its wishes."
        who = self.names.party(party)
        return f"{who} {listed(told)}.{guess} What decided: {BOUNDS[why.bound]}"

    def turned(self, turn: Turn) -> tuple[str, ...]:
        """The move after which the outlook never came back, and what it cost."""
        before, after = turn.before, turn.after
        lines = [
            sentence(f"It turned at {self.did(turn.before.number)}"),
            f"Up to then a negotiator who asks, explains and trades could still have come home "
            f"with {self._points(before.points)}, by this text: {self.names.terms(before.text)}.",
        ]
        if after.score > 0:
            lines.append(
                f"After it the best that was still to be had was {self._points(after.points)}."
            )
        else:
            lines.append("After it no such negotiator came to an agreement any more.")
        lines.append(
            "This was found by playing your meeting on from each of your moves, with the game's "
            "own integrative player in your chair; it knew no more than you did."
        )
        return tuple(lines)

    def _points(self, points: Sequence[int]) -> str:
        told = [
            f"{value} points to {'you' if party == self.role else self.names.party(party)}"
            for party, value in zip(self.parties, points, strict=True)
        ]
        return listed(told)


NO_TURN = (
    "No single move cost you the meeting: whatever was lost could be made good again later, or was "
    "little. Found by playing your meeting on from each of your moves, with the game's own "
    "integrative player in your chair."
)
