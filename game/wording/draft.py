"""The draft joint statement: agreed clauses plain, disputed text in brackets with its owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.events import ItemState
from game.summit.view import ItemView, PartyView
from game.wording.names import Names, ended, sentence


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a draft line; `owner` is the party whose disputed wording it is, or “both”."""

    wording: str
    owner: str | None = None
    label: str = ""
    """The owner as the brackets name it."""

    @property
    def text(self) -> str:
        """The piece as it stands on paper."""
        return f"[{self.label}: {self.wording}]" if self.label else self.wording


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One agenda item in the draft."""

    item: str
    number: int
    state: ItemState
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The line without styles."""
        return " ".join(segment.text for segment in self.segments)


HEADING = "The two sides"


def draft(view: PartyView, scenario: Scenario) -> tuple[DraftLine, ...]:
    """The draft as it stands, one line per item that anybody has spoken to."""
    names = Names(scenario)
    order = scenario.party_ids
    return tuple(
        DraftLine(item, number, seen.state, _segments(names, order, view.party, seen, scenario))
        for number, (item, seen) in enumerate(view.items.items(), start=1)
        if seen.state is not ItemState.UNTOUCHED
    )


def spoken_draft(view: PartyView, scenario: Scenario) -> list[str]:
    """The draft to be read aloud: “2. Disputed. Japan: reaffirmed …. South Korea: …”."""
    names = Names(scenario)
    lines = []
    for line in draft(view, scenario):
        owners = [segment.owner for segment in line.segments]
        head = "Disputed. " if len(owners) > 1 else ""
        said = [
            ended(f"{'Both' if s.owner == 'both' else names.party(s.owner)}: {s.wording}")
            if s.owner
            else ended(s.wording.rstrip(";"))
            for s in line.segments
        ]
        lines.append(f"{line.number}. {head}{' '.join(said)}")
    return lines


def _segments(
    names: Names, order: tuple[str, str], party: str, seen: ItemView, scenario: Scenario
) -> tuple[Segment, ...]:
    if seen.state is ItemState.AGREED and seen.agreed is not None:
        return (Segment(f"{names.clause(seen.item, seen.agreed)};"),)
    if seen.state is ItemState.SILENT:
        return (Segment(f"({names.short(seen.item)}: left out by agreement)"),)
    if seen.state is ItemState.HANDED:
        return (Segment(f"{handed_clause(scenario, seen.item)};"),)
    wordings = {party: seen.mine, scenario.other(party): seen.theirs}
    if wordings[order[0]] is not None and wordings[order[0]] == wordings[order[1]]:
        both = wordings[order[0]] or SILENCE
        return (Segment(_clause(names, seen.item, both), "both", "both"),)
    return tuple(
        Segment(_clause(names, seen.item, option), who, names.code(who))
        for who in order
        if (option := wordings[who]) is not None
    )


def _clause(names: Names, item: str, option: str) -> str:
    return "no clause" if option == SILENCE else names.clause(item, option)


def handed_clause(scenario: Scenario, item: str) -> str:
    """The sentence that gives an item to the ministers."""
    entry = scenario.agenda[item]
    if entry.hand_down is not None:
        return entry.hand_down.clause.strip().rstrip(".;")
    return (
        f"instructed their ministers to take up the matter of {Names(scenario).within(item)} "
        "and to report within the year"
    )


def statement(
    scenario: Scenario, agreement: Mapping[str, str | None], handed: tuple[str, ...]
) -> list[str]:
    """The joint statement as it was put to the vote; empty where nothing was agreed."""
    names = Names(scenario)
    clauses = [
        names.clause(item, option) if option is not None else handed_clause(scenario, item)
        for item, option in agreement.items()
        if option is not None or item in handed
    ]
    return [
        sentence(f"{number}. {clause}") if number == len(clauses) else f"{number}. {clause};"
        for number, clause in enumerate(clauses, start=1)
    ]
