"""What a delegation reads: the brief, the public facts with their sources, its own figures."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.conditions import with_parts
from game.analysis.home import home_sheet, opening_grades
from game.analysis.space import space_of
from game.scenario.model import Audience, Fact, Grade, Link, Scenario
from game.scenario.words import ANY, SILENCE
from game.summit.talk import difficulties
from game.summit.view import PartyView
from game.wording.catalogue import FICTION, GRADES
from game.wording.conditions import NOT_ON_THE_MENU, condition_in_words
from game.wording.names import Names, points, sentence, sentence_start, signed, small

LINKED = "Items that affect each other"


def fiction(scenario: Scenario) -> str:
    """What is invented."""
    return (scenario.fiction or FICTION).strip()


def source(scenario: Scenario, fact: Fact) -> str:
    """“Kyodo News, 2024-05-22, paragraph 9”; empty where a fact has no source."""
    entry = scenario.sources.get(fact.source or "")
    if entry is None:
        return ""
    paragraph = f", paragraph {fact.paragraph}" if fact.paragraph else ""
    return f"{entry.publisher}, {entry.date}{paragraph}"


def fact_line(scenario: Scenario, fact: Fact) -> str:
    """A fact with its source in brackets."""
    named = source(scenario, fact)
    return f"{fact.text.strip()} ({named})" if named else fact.text.strip()


def item_facts(scenario: Scenario, item: str) -> list[str]:
    """The facts of an item, each with its source."""
    return [fact_line(scenario, fact) for fact in scenario.agenda[item].facts]


def shown_difficulties(view: PartyView, scenario: Scenario, item: str) -> tuple[str, ...]:
    """The difficulties that the other side may have with an item, in the order of their numbers."""
    interest = scenario.agenda[item].interests.get(view.other)
    if interest is None or interest.difficulty is None:
        return ()
    order = difficulties(view.seed, view.party, item)
    return tuple(interest.difficulty[place].strip() for place in order)


def expectation(scenario: Scenario, item: str) -> str:
    """What the press has promised of an item before the meeting."""
    entry = scenario.agenda[item].expected
    return expected(entry.grade if entry is not None else None)


def expected(grade: Grade | None) -> str:
    """What the press expects of an item, in a sentence."""
    if grade is None:
        return "The press expects nothing of this item."
    return f"The press has called an agreement here {GRADES[grade]}."


def audiences(scenario: Scenario, party: str) -> list[str]:
    """The people at home, each in a line."""
    home = scenario.parties[party].home
    if home is None:
        return []
    total = sum(audience.weight for audience in home.audiences.values())
    lines = []
    for audience in home.audiences.values():
        line = f"{audience.name}: support {audience.support}{counts(audience, total)}"
        if audience.needs is not None:
            line += f", stops any deal below {audience.needs}"
        lines.append(f"{line}. {audience.note}" if audience.note else f"{line}.")
    return lines


def counts(audience: Audience, total: int) -> str:
    """“, counts 2 in 5”: an audience's part of all weights; empty where it is the only one."""
    return f", counts {audience.weight} in {total}" if audience.weight != total else ""


def option_lines(scenario: Scenario, party: str, item: str) -> list[str]:
    """The options of an item on the menu at the start, with a party's own points and its home.

    Leaving the item out is among them where it does something at home.
    """
    space = space_of(scenario)
    index = space.item_index[item]
    home, grade = home_sheet(scenario, party, space), opening_grades(scenario)[index]
    changes = [home.in_all(index, number, grade) for number in range(len(space.options[index]))]
    at_home = [f", home {signed(change)}" if change else "" for change in changes]
    lines = []
    for number, (name, option) in enumerate(scenario.agenda[item].options.items(), start=1):
        if option.found_by:
            continue
        red = option.red_line.get(party)
        worth = points(option.points.get(party, 0)) + at_home[number]
        lines.append(f"{name}: {option.label}, {f'your red line: {red}' if red else worth}")
    if changes[0]:
        left_out = sentence_start(Names(scenario).option(item, SILENCE))
        lines.append(f"{SILENCE}: {left_out}, {points(0)}{at_home[0]}")
    return lines


def spoken_brief(scenario: Scenario, party: str) -> list[str]:
    """One chair's brief in lines without any markup, to be read aloud; facts are read apart."""
    own = scenario.parties[party]
    meeting = scenario.meeting
    where = ", ".join(part for part in (meeting.place, meeting.date) if part)
    lines = [
        f"The brief of {own.name}. You lead as {small(own.leader)}.",
        f"{where + '. ' if where else ''}{meeting.minutes} minutes on the clock.",
        *paragraphs(own.brief),
        f"Walking away is worth {points(own.walk_away)} to you. {own.instead or ''}".strip(),
        f"The agenda has {len(scenario.agenda)} items.",
    ]
    for item in scenario.agenda:
        lines += spoken_item(scenario, party, item)
    lines += spoken_home(scenario, party)
    links = link_lines(scenario, party)
    if links:
        lines += [f"{LINKED}:", *links]
    return lines


def spoken_item(scenario: Scenario, party: str, item: str) -> list[str]:
    """The part of a brief that an item has, to be read aloud."""
    entry = scenario.agenda[item]
    number = list(scenario.agenda).index(item) + 1
    lines = [f"{number}. {entry.title} ({item}). {expectation(scenario, item)}"]
    lines += [f"Option {line.rstrip('.')}." for line in option_lines(scenario, party, item)]
    interest = entry.interests.get(party)
    if interest is not None:
        lines.append(f"What lies behind it: {interest.why.strip()}")
    return lines


def spoken_home(scenario: Scenario, party: str) -> list[str]:
    """Who waits at home, to be read aloud; empty where nobody does."""
    home = scenario.parties[party].home
    if home is None:
        return []
    people = [sentence(line) for line in audiences(scenario, party)]
    return [f"At home a deal is carried at {home.carries_at} of 100.", *people]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each in one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def link_lines(scenario: Scenario, party: str) -> list[str]:
    """The combinations that add or take points for a party, each in a sentence."""
    names = Names(scenario)
    return [_link_line(names, party, link) for link in scenario.links if link.points.get(party)]


def _link_line(names: Names, party: str, link: Link) -> str:
    """One of them; a bridging option that it speaks of is not named, nor is the reason told."""
    change = link.points[party]
    worth = f"adds {points(change)}" if change > 0 else f"costs {points(-change)}"
    because = f" {link.because.strip()}" if link.because and not _bridges(names, link) else ""
    if link.when.model_fields_set == {"agreed"}:
        return f"{'; '.join(_clauses(names, link))} {worth}.{because}"
    when = condition_in_words(names.scenario, link.when, veiled=True)
    return f"{sentence_start(when)}: {worth}.{because}"


def _clauses(names: Names, link: Link) -> Iterator[str]:
    """The clauses of a link that asks for nothing else: “Trade: Free trade or Halve tariffs”."""
    for item, options in (link.when.agreed or {}).items():
        menu = names.scenario.agenda[item].options
        open_ones = [o for o in options if o != ANY and not menu[o].found_by]
        named = [names.option(item, option) for option in open_ones]
        if ANY not in options and len(named) < len(options):
            named.append(NOT_ON_THE_MENU)
        yield f"{names.short(item)}: {' or '.join(named) or 'any clause'}"


def _bridges(names: Names, link: Link) -> bool:
    """Whether a link speaks of a bridging option."""
    agenda = names.scenario.agenda
    return any(
        option != ANY and agenda[item].options[option].found_by
        for part in with_parts(link.when)
        for item, options in (part.agreed or {}).items()
        for option in options
    )
