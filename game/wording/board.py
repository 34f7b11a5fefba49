"""The agenda board, the home and what is known of the other side, each in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.at_home import BOUND_SHORT
from game.summit.events import Event, InterestTold, ItemState
from game.summit.evidence import told_red_lines
from game.summit.moves import Acknowledge, Open
from game.summit.view import ItemView, PartyView
from game.wording import status
from game.wording.catalogue import IMPORTANCE, NOBODY_AT_HOME, SAME_WORDING, STATES
from game.wording.dossier import counts, expected, shown_difficulties
from game.wording.names import Names, figure, listed, of_hundred, points, sentence, signed
from game.wording.news import advice, last_advice


@dataclass(frozen=True, slots=True)
class Row:
    """One agenda item on the board."""

    number: int
    item: str
    state: ItemState
    text: str
    """Everything that the board shows of the item, in sentences."""


def rows(view: PartyView, scenario: Scenario) -> tuple[Row, ...]:
    """The board: each item with its state, both wordings and what they are worth to us."""
    names = Names(scenario)
    return tuple(
        Row(number, item, seen.state, " ".join(_row(view, names, seen)))
        for number, (item, seen) in enumerate(view.items.items(), start=1)
    )


def _row(view: PartyView, names: Names, seen: ItemView) -> Iterator[str]:
    item = seen.item
    yield f"{names.item(item)} ({item}): {state_word(seen)}."
    if seen.agreed is not None:
        yield f"{sentence(names.quoted((item, seen.agreed)))} {_worth(view, item, seen.agreed)}"
    elif seen.state is ItemState.HANDED:
        yield handed_worth(view, item)
    elif seen.common is not None:
        yield f"{_says('Both', names, item, seen.common)} {_worth(view, item, seen.common)}"
    else:
        for who, option in (("You", seen.mine), ("They", seen.theirs)):
            if option is not None:
                yield f"{_says(who, names, item, option)} {_worth(view, item, option)}"
    if bound := status.vow(view, names, item):
        yield sentence(bound)
    grade = view.grades[view.space.item_index[item]]
    if grade is not None and seen.state in (ItemState.UNTOUCHED, ItemState.OPEN):
        yield expected(grade)


def _says(who: str, names: Names, item: str, option: str) -> str:
    if option == SILENCE:
        return f"{who} would leave it out."
    return f"{who} say {names.quoted((item, option))}."


def state_word(seen: ItemView) -> str:
    """The word for where an item stands."""
    if seen.alike:
        return SAME_WORDING
    return STATES[seen.state]


def _worth(view: PartyView, item: str, option: str) -> str:
    """What one option is worth to us, in a sentence: points and home, or that it is off limits."""
    if status.is_red_line(view, item, option):
        return "Your red line."
    home = status.own_home_change(view, item, option)
    change = f"home {signed(home)}" if home else "home unchanged"
    return f"{points(status.own_points(view, item, option))} to you, {change}."


def handed_worth(view: PartyView, item: str) -> str:
    """What an item is worth to us once the ministers have it, in a sentence."""
    return f"With the ministers it counts {points(view.handed_points(item))} to you."


def options(view: PartyView, scenario: Scenario, item: str) -> list[tuple[str, str]]:
    """(option id, what it is worth to us in a sentence) of everything that can be named."""
    names = Names(scenario)
    found = []
    for option in (*view.items[item].options, SILENCE):
        entry = scenario.agenda[item].options.get(option)
        red = entry.red_line.get(view.party) if entry else None
        told = f"Your red line: {red.strip()}" if red else _worth(view, item, option)
        theirs = " Their red line." if status.is_their_red_line(view, item, option) else ""
        found.append((option, f"{sentence(names.option(item, option))} {told}{theirs}"))
    return found


def offer(view: PartyView, scenario: Scenario) -> list[str]:
    """What the other side has put on the table, item by item; empty where nothing."""
    names = Names(scenario)
    if view.their_offer is not None and view.their_offer.handdown is not None:
        item = view.their_offer.handdown
        suggested = f"They suggest that the ministers take {names.within(item)}."
        return [f"{suggested} {handed_worth(view, item)}"]
    packages = view.their_packages
    numbers = {item: number for number, item in enumerate(view.items, start=1)}
    lines = []
    for place, terms in enumerate(packages, start=1):
        lines.append(f"Their number {place}:" if len(packages) > 1 else "On the table from them:")
        lines += [
            f"{numbers[term[0]]}. {sentence(names.phrase(term))} {_worth(view, *term)}"
            for term in terms
        ]
        named = {item for item, _ in terms}
        rest = [item for item in view.unsettled if item not in named]
        if rest:
            lines.append(f"Not in it, and open still: {listed([names.within(i) for i in rest])}.")
        lines.append(status.worth_in_words(view, scenario, terms))
    return lines


def home(view: PartyView, scenario: Scenario) -> list[str]:
    """Own home if the agreed clauses were the whole text, audience by audience."""
    entry = scenario.parties[view.party].home
    if entry is None:
        return [NOBODY_AT_HOME]
    clauses = "the agreed clauses were all" if any(view.standing) else "nothing were agreed"
    lines = [f"Your home, if {clauses}: {status.home(view, scenario)}."]
    support = dict(zip(view.sheet.home.audiences, view.support, strict=True))
    total = sum(audience.weight for audience in entry.audiences.values())
    for name, audience in entry.audiences.items():
        line = f"{sentence(audience.name)[:-1]}: {of_hundred(support[name])} of 100"
        line += counts(audience, total)
        if audience.needs is not None:
            short = support[name] < audience.needs
            line += f", needs {audience.needs}{': would stop it' if short else ''}"
        lines.append(f"{line}.")
    names = Names(scenario)
    broken = view.broken_in(view.standing)
    if broken:
        vows = [names.wish((item, view.tied[item])) for item in broken]
        lines.append(
            f"In each figure, what you are bound to in public and the text does not have: "
            f"{listed(vows)}, {figure(BOUND_SHORT * len(broken))}."
        )
    missing = list(_promised(view, names))
    if missing:
        lines.append(
            f"In each figure, what the press was promised and the text does not have: "
            f"{listed(missing)}."
        )
    return lines


def _promised(view: PartyView, names: Names) -> Iterator[str]:
    """Items on which the agreed clauses fall short of what the press expects, with the cost."""
    home = view.sheet.home
    for index, item in enumerate(view.items):
        cost = home.press_change(index, view.standing[index], view.grades[index])
        if cost < 0:
            yield f"{names.within(item)} {figure(cost)}"


def notes(view: PartyView, scenario: Scenario, log: Sequence[Event]) -> list[str]:
    """What is known of the other side: what they said and showed, and the last advice."""
    names = Names(scenario)
    lines = [f"{names.short(item)}: {said}." for item, said in known(view, names)]
    advised = last_advice(log)
    if advised is not None:
        lines.append(f"Your delegation at minute {advised.minute}:")
        lines += advice(names, advised)
    return lines or [f"Nothing is known of {names.party(view.other)} yet. Ask, explain, listen."]


def known(view: PartyView, names: Names) -> Iterator[tuple[str, str]]:
    """(item, what they said or showed of it, in words)."""
    theirs = (entry.move for entry in view.record if entry.party == view.other)
    opened = {move.item for move in theirs if isinstance(move, Open)}
    refused = _never(view)
    for item, seen in view.items.items():
        said = ["they put it first"] if item in opened else []
        told = view.told.get(item)
        if told is not None:
            how = "plainly" if told.candid else "guardedly"
            said.append(f"at minute {told.minute} they said {how}{_what(names, told)}")
        never = [names.quoted((item, option)) for option in refused.get(item, ())]
        if never:
            said.append(f"they can never sign {listed(never)}")
        if seen.theirs is not None and seen.state in (ItemState.OPEN, ItemState.NARROWED):
            said.append(f"what they last proposed is {names.quoted((item, seen.theirs))}")
        if item in view.tied_by_other:
            bound = names.quoted((item, view.tied_by_other[item]))
            said.append(f"they are bound in public to {bound}")
        if item in view.acknowledged:
            said.append(_reading(view, names, item))
        if item in view.contradicted:
            said.append("their words and offers do not fit")
        if said:
            yield item, "; ".join(said)


def _never(view: PartyView) -> dict[str, list[str]]:
    """item → the options that they have called their red line."""
    found: dict[str, list[str]] = {}
    for index, number in sorted(told_red_lines(view)):
        found.setdefault(view.space.items[index], []).append(view.space.options[index][number])
    return found


def _what(names: Names, told: InterestTold) -> str:
    """What an explanation said, to follow its verb."""
    said = [f"that it {IMPORTANCE[told.importance]} to them"] if told.importance else []
    if told.option is not None:
        said.append(f"that they look for {names.quoted((told.item, told.option))}")
    return f" {listed(said)}" if said else " what it means to them"


def _reading(view: PartyView, names: Names, item: str) -> str:
    """Which difficulty was named, and whether it was theirs."""
    named = next(
        e.move.number
        for e in view.record
        if isinstance(e.move, Acknowledge) and (e.party, e.move.item) == (view.party, item)
    )
    text = shown_difficulties(view, names.scenario, item)[named - 1].rstrip(".")
    if view.acknowledged[item]:
        return f"their difficulty is, as you read rightly: “{text}”"
    return f"their difficulty is not the one that you named: “{text}”"
