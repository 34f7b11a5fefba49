"""Games of a talkative student who says whatever comes to mind, against the counterpart."""

from collections.abc import Iterator

from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from game.summit.counterpart import Counterpart
from game.summit.delegation import Decision
from game.summit.events import Events, Rejected
from game.summit.journal import Record
from game.summit.state import Rulebook, rulebook
from game.summit.summit import Summit
from game.summit.view import PartyView
from game.summit.walk import DRAWN, Luck, verbs_drawn

SELDOM = {"walkout": 20, "conclude": 10}
"""Verbs that are taken up only once in so many times, so that a meeting is not over at once."""

RULES = {
    path.stem: rulebook(result.scenario)
    for path in shipped_folder().glob("*.yaml")
    if (result := read_scenario(path)).scenario is not None
}


class Talk:
    """One such game. `records` grows as it is played."""

    def __init__(self, rules: Rulebook, role: str, seed: int) -> None:
        self.summit = Summit(rules.scenario, seed, rules)
        self.role = role
        self.other = rules.scenario.other(role)
        self.counterpart = Counterpart(rules.scenario.parties[self.other].style)
        self.records: list[Record] = []
        self._luck = Luck(seed)

    def play(self) -> Iterator[tuple[PartyView | None, Decision | None, Events]]:
        """The events of every move, with the view and the decision behind the computer's."""
        while not self.summit.over:
            party = self.summit.to_act()[0]
            if party == self.role:
                yield None, None, self._say(party)
                continue
            view = self.summit.view(party)
            decision = self.counterpart.choose(view)
            events = self.summit.play(party, decision.move)
            assert not isinstance(events[0], Rejected), events[0]
            self._keep(party, decision.move, decision.why)
            yield view, decision, events

    def _say(self, party: str) -> Events:
        verbs = verbs_drawn(self.summit.phase)
        while True:
            verb = self._luck.pick(verbs)
            if verb in SELDOM and self._luck.pick(range(SELDOM[verb])):
                continue
            move = DRAWN[verb](self._luck, self.summit.state)
            events = self.summit.play(party, move)
            if not isinstance(events[0], Rejected):
                self._keep(party, move, None)
                return events

    def _keep(self, party, move, why) -> None:
        self.records.append(Record(self.summit.state.minute, party, move, why))
