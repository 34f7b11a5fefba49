"""How both homes took the text, and what stopped it where they did not carry it, in words."""

from __future__ import annotations

from game.summit.at_home import BOUND_SHORT
from game.summit.debrief import Debrief
from game.wording.names import Names, figure, listed, of_hundred, points

SUPPORT = "Support in"
"""How the line begins that tells what moved at a home, audience by audience."""


class Homes:
    """The two homes of one finished game. Every cause that is named comes from their figures."""

    def __init__(self, debrief: Debrief, names: Names) -> None:
        self._debrief = debrief
        self._names = names

    def told(self, party: str) -> list[str]:
        """How one home took the text, audience by audience; nothing where nobody is asked."""
        report = self._debrief.homes[party]
        if not report.audiences:
            return []
        name, people = self._names.party(party), self._people(party)
        if not any(self._debrief.agreement.values()):
            return [f"{name}: there was no text to carry.", f"{SUPPORT} {name}: {people}."]
        carried, signed = report.verdict.carried, self._debrief.signed
        told = "the text was carried" if carried else "the text was not carried"
        if not signed:
            would = "would have been" if carried else "would not have been"
            told = f"the text was not signed; as it stood it {would} carried"
        figures = f"{report.verdict.support} where {report.verdict.needed} were needed"
        why, cost = (figures, "") if carried else (self._stopped(party), self._cost(party))
        verdict = f"{name}: {told}, {why}.{cost}"
        return [verdict, f"{SUPPORT} {name}: {people}.", *self._vows(party)]

    def not_carried(self, party: str) -> list[str]:
        """Why a home did not carry the text; nothing where it did."""
        if self._debrief.homes[party].verdict.carried:
            return []
        name = self._names.party(party)
        return [f"{name} did not carry it: {self._stopped(party)}.{self._cost(party)}"]

    def _people(self, party: str) -> str:
        """Whose support moved, from where to where."""
        audiences = self._debrief.homes[party].audiences
        moved = [
            f"{self._names.audience(party, audience)} from {was} to {now}"
            for audience, before, after in audiences
            if (was := of_hundred(before)) != (now := of_hundred(after))
        ]
        if not moved:
            return "unchanged"
        return listed(moved) + ("; the rest unchanged" if len(moved) < len(audiences) else "")

    def _stopped(self, party: str) -> str:
        """What fell short: the whole, or the audiences that would stop any deal, or both."""
        report, verdict = self._debrief.homes[party], self._debrief.homes[party].verdict
        stopping = self._names.stopping(party, report.stopping)
        if verdict.support >= verdict.needed:
            return f"stopped by {stopping}"
        alone = f", and {stopping} would have stopped it alone" if stopping else ""
        return f"support came to {verdict.support} where {verdict.needed} were needed{alone}"

    def _cost(self, party: str) -> str:
        """What cost most where it fell short."""
        report = self._debrief.homes[party]
        if report.cost is None:
            return ""
        item, option = report.cost.item, report.cost.option
        if item is None:
            what = "what came beside the text: events, leaks, vows and words to the press"
        elif option is None:
            what = f"that the text has nothing on {self._names.within(item)}"
        else:
            what = self._names.wish((item, option))
        who = self._names.audience(party, report.cost.audience)
        most = f"What cost most with {who}"
        if not report.stopping:
            most = f"Most was lost with {who}; what cost most there"
        return f" {most} was {what} ({figure(report.cost.by)})."

    def _vows(self, party: str) -> list[str]:
        """What it cost to fall short of what was vowed in public."""
        broken = self._debrief.homes[party].broken
        if not broken:
            return []
        items = listed([self._names.within(item) for item in broken])
        return [
            f"{self._names.party(party)} had bound itself in public on {items}, and the text fell "
            f"short: that cost {points(-BOUND_SHORT * len(broken))} of support with everybody at "
            "home."
        ]
