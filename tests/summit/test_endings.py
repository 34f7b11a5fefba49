"""Every ending of the Seoul summit can be reached, from both chairs, against its counterpart."""

import random
from dataclasses import replace

import pytest

from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from game.summit.bots import Integrative
from game.summit.counterpart import Counterpart
from game.summit.events import Phase, Rejected
from game.summit.grounds import best_option
from game.summit.mind import Mind
from game.summit.moves import Accept, Adopt, Conclude, Press, Propose, Refuse, WalkOut
from game.summit.state import rulebook
from game.summit.summit import Summit

SEOUL = read_scenario(shipped_folder() / "seoul-summit.yaml").scenario


class Student(Integrative):
    """Talks like an able negotiator, and may take, sign, claim or leave as a bad one would."""

    def __init__(self, luck):
        super().__init__()
        self.luck = luck
        self.manner = replace(
            self.manner, fair_share=int(luck.random() * 700), free=200 + int(luck.random() * 800)
        )
        self.QUESTIONS = int(luck.random() * 7)
        self.gives_in = max(0.0, luck.random() - 0.5)
        self.conclude_after = 10 + luck.random() * 60
        self.signs = luck.random() < 0.9
        self.line = ("claim", "share", "little")[int(luck.random() * 3)]
        self.leaves = luck.random() < 0.05
        self.reckless = luck.random() < 0.3

    def wishes(self, view):
        if view.phase is Phase.FINAL_TEXT:
            yield Adopt() if self.signs else Refuse()
        elif view.phase is Phase.PRESS:
            yield Press(line=self.line)
        elif view.phase is Phase.TABLE:
            if self.leaves:
                yield WalkOut()
            if self.reckless and view.offer is not None and self.luck.random() < 0.5:
                yield self.their_text_with_one_trophy(view)
            if self.luck.random() < self.gives_in:
                yield Accept()
            if view.minute > self.conclude_after:
                yield Conclude()
        yield self.choose(view).move
        yield Refuse() if view.phase is Phase.FINAL_TEXT else Press(line="share")

    def their_text_with_one_trophy(self, view):
        """What they asked for, whatever home says, but for one item to boast of."""
        mind = Mind(view, self.manner)
        terms = dict(view.offer.packages[0]) if view.offer.packages else {}
        for item in terms:
            if mind.crossed(((item, terms[item]),)):
                terms[item] = "silence"
        if terms:
            trophy = sorted(terms)[int(self.luck.random() * len(terms))]
            terms[trophy] = best_option(mind, trophy)
        return Propose(terms=tuple(terms.items()))


def ending(party, seed):
    summit = Summit(SEOUL, seed, rulebook(SEOUL))
    other = SEOUL.other(party)
    student = Student(random.Random(seed))
    counterpart = Counterpart(SEOUL.parties[other].style)
    while not summit.over:
        if summit.to_act()[0] == other:
            move = counterpart.choose(summit.view(other)).move
            assert not isinstance(summit.play(other, move)[0], Rejected)
            continue
        for wish in student.wishes(summit.view(party)):
            if not isinstance(summit.play(party, wish)[0], Rejected):
                break
    return summit.state.outcome


FOUND = {
    "japan": {
        "empty": 0,
        "solid": 1,
        "clock": 2,
        "tokyo_falls": 3,
        "refused": 5,
        "lopsided_korea": 7,
        "seoul_falls": 11,
        "walk_out": 26,
        "lopsided_japan": 57,
        "cold_morning": 117,
        "breakthrough": 17,
        "modest": 576,
        "both_fall": 1025,
    },
    "korea": {
        "empty": 0,
        "seoul_falls": 1,
        "clock": 2,
        "refused": 5,
        "tokyo_falls": 7,
        "solid": 10,
        "lopsided_japan": 16,
        "walk_out": 26,
        "modest": 73,
        "cold_morning": 81,
        "lopsided_korea": 115,
        "breakthrough": 38,
        "both_fall": 3037,
    },
}
"""chair → ending → the first seed that reaches it; `python -m tests.summit.test_endings` finds them
anew after a change of the scenario or the counterpart."""


def first_seeds(party, most=4000):
    found = {}
    for seed in range(most):
        found.setdefault(ending(party, seed), seed)
        if len(found) == len(SEOUL.outcomes):
            break
    return found


@pytest.mark.parametrize("party", ["japan", "korea"])
def test_every_ending_is_reached(party):
    assert set(FOUND[party]) == set(SEOUL.outcomes)
    assert {name: ending(party, seed) for name, seed in FOUND[party].items()} == {
        name: name for name in SEOUL.outcomes
    }


if __name__ == "__main__":
    for chair in SEOUL.parties:
        print(chair, first_seeds(chair))
