"""What a leader says with a move: the move in words, and the reasons given for it.

Where the scenario has words (why, guarded, case_for, case_against) they are used; the catalogue
fills in. Which variant of a sentence is used depends on how often its reason has been given before
in this meeting, so that the same game always reads the same and no reply follows itself.
"""

from __future__ import annotations

from collections import Counter

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.moves import Explain, Grounds, Move, Reason
from game.wording.catalogue import IMPORTANCE, REASONS
from game.wording.names import Names, lower_first, sentence

MOST_REASONS = 3
"""A reply gives no more reasons than this: short is clearer."""


class Speaker:
    """The words of one computer-led party in one meeting."""

    def __init__(self, scenario: Scenario, party: str) -> None:
        self._names = Names(scenario)
        self._scenario = scenario
        self._party = party
        self._given: Counter[str] = Counter()
        self._last = ""

    def reply(self, move: Move) -> str:
        """The reasons of a move as direct speech; empty where it gives none."""
        sentences: list[str] = []
        for ground in move.grounds[:MOST_REASONS]:
            said = self._reason(ground, move)
            if said and said not in sentences:
                sentences.append(said)
        text = " ".join(sentences)
        if text and text == self._last:
            text = " ".join((*sentences[:-1], self._generic(move.grounds[-1], move)))
        self._last = text
        return text

    def _reason(self, ground: Grounds, move: Move) -> str:
        own = self._own_words(ground)
        if own is not None and self._given[own] == 0:
            self._given[own] += 1
            return sentence(own)
        return self._generic(ground, move)

    def _own_words(self, ground: Grounds) -> str | None:
        """The scenario's words for this reason, if it has any."""
        if ground.item is None:
            return None
        item = self._scenario.agenda[ground.item]
        interest = item.interests.get(self._party)
        option = item.options.get(ground.option or "")
        if ground.reason is Reason.CANDID and interest:
            return interest.why
        if ground.reason is Reason.GUARDED and interest:
            return interest.guarded
        if ground.reason is Reason.RED_LINE and option:
            return option.red_line.get(self._party)
        if ground.reason in (Reason.OPENING, Reason.ITEM_SHORT) and option:
            return option.case_for.get(self._party)
        return None

    def against(self, item: str, option: str) -> str | None:
        """The scenario's words against an option, the first time they are needed."""
        entry = self._scenario.agenda[item].options.get(option)
        words = entry.case_against.get(self._party) if entry else None
        if words is None or self._given[words]:
            return None
        self._given[words] += 1
        return sentence(words)

    def _generic(self, ground: Grounds, move: Move) -> str:
        variants = REASONS[ground.reason]
        turn = self._given[ground.reason]
        self._given[ground.reason] += 1
        return sentence(variants[turn % len(variants)].format(**self._fields(ground, move)))

    def _fields(self, ground: Grounds, move: Move) -> dict[str, object]:
        names = self._names
        fields: dict[str, object] = {
            "item": names.short(ground.item) if ground.item else "this",
            "option": self._option(ground.item, ground.option),
            "audience": names.audience(self._party, ground.audience or "our people at home"),
            "number": ground.number or 1,
            "importance": IMPORTANCE[move.importance]
            if isinstance(move, Explain) and move.importance
            else "matters",
        }
        for key, term in (("give", ground.give), ("want", ground.want)):
            fields[f"{key}_item"] = names.short(term[0]) if term else "the rest"
            fields[f"{key}_option"] = self._option(*term) if term else "something better"
        return fields

    def _option(self, item: str | None, option: str | None) -> str:
        if item is None or option is None:
            return "something better"
        if option == SILENCE:
            return "no clause at all"
        return lower_first(self._names.option(item, option))
