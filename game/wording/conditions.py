"""A condition of a scenario as an English sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.model import Condition, Range, Scenario
from game.scenario.words import ANY, BOTH, NEITHER
from game.wording.names import Names, listed, third_person
from game.wording.press_lines import PRESS_WORDS

NOT_ON_THE_MENU = "a wording that is not on the menu yet"
PRESS_LINES = {words.line: third_person(words.name) for words in PRESS_WORDS}


def condition_in_words(
    scenario: Scenario, condition: Condition | None, *, veiled: bool = False
) -> str:
    """What must hold, for instance “signed by both, and joint gain at least 60 percent”.

    Veiled, for a delegation: bridging options are not named.
    """
    if condition is None:
        return "otherwise"
    return ", and ".join(_parts(Names(scenario), condition, veiled)) or "always"


def _parts(names: Names, c: Condition, veiled: bool) -> Iterator[str]:
    def said(part: Condition) -> str:
        return condition_in_words(names.scenario, part, veiled=veiled)

    yield from map(said, c.all or ())
    if c.any is not None:
        yield "either " + ", or ".join(map(said, c.any))
    yield from _text(names, c, veiled)
    yield from _end(names, c)
    yield from _measures(names, c)
    if c.not_ is not None:
        yield _negated(names, c.not_, veiled) or f"not ({said(c.not_)})"


def _negated(names: Names, c: Condition, veiled: bool) -> str | None:
    """That one item is not agreed so, in plain words; None where it is anything else that is not.

    “trade not agreed as “By half””, “nothing agreed on trade”.
    """
    if c.model_fields_set != {"agreed"} or c.agreed is None or len(c.agreed) != 1:
        return None
    ((item, options),) = c.agreed.items()
    if ANY in options:
        return f"nothing agreed on {names.within(item)}"
    return f"{names.within(item)} not agreed as {_choice(names, item, options, veiled)}"


def _text(names: Names, c: Condition, veiled: bool) -> Iterator[str]:
    for item, options in (c.agreed or {}).items():
        if ANY in options:
            yield f"something agreed on {names.within(item)}"
        else:
            yield f"{names.within(item)} agreed as {_choice(names, item, options, veiled)}"
    for item in c.silent or ():
        yield f"nothing agreed on {names.within(item)}"
    for item in c.handed_down or ():
        yield f"{names.within(item)} given to the ministers"
    if c.items_agreed is not None:
        yield f"clauses agreed {_range(c.items_agreed)}"


def _choice(names: Names, item: str, options: tuple[str, ...], veiled: bool) -> str:
    menu = names.scenario.agenda[item].options
    hidden = [option for option in options if veiled and menu[option].found_by]
    told = [f"“{names.option(item, option)}”" for option in options if option not in hidden]
    return " or ".join([*told, NOT_ON_THE_MENU] if hidden else told)


def _end(names: Names, c: Condition) -> Iterator[str]:
    if c.signed is not None:
        yield "the text adopted by both" if c.signed else "no text adopted"
    if c.ratified is not None:
        yield _ratified(names, c.ratified)
    if c.walked_out is not None:
        yield f"{_who(names, c.walked_out)} walked out"
    if c.refused is not None:
        yield f"{_who(names, c.refused)} refused the text"
    for party, lines in (c.press or {}).items():
        yield f"{names.party(party)} {' or '.join(PRESS_LINES[line] for line in lines)}"
    for event in c.happened or ():
        yield f"“{names.scenario.events[event].title}” has happened"


def _measures(names: Names, c: Condition) -> Iterator[str]:
    singles: Mapping[str, Range | None] = {
        "trust": c.trust,
        "minute": c.minute,
        "joint gain in percent": c.joint_gain,
    }
    for label, wanted in singles.items():
        if wanted is not None:
            yield f"{label} {_range(wanted)}"
    for party, wanted in (c.own_gain or {}).items():
        yield f"{names.party(party)}'s gain in percent {_range(wanted)}"
    for party, wanted in (c.support or {}).items():
        yield f"{names.party(party)}'s support at home {_range(wanted)}"
    for party, audiences in (c.audience or {}).items():
        for audience, wanted in audiences.items():
            yield f"support among {names.audience(party, audience)} {_range(wanted)}"


def _ratified(names: Names, wanted: tuple[str, ...]) -> str:
    if BOTH in wanted:
        return "carried at both homes"
    if NEITHER in wanted:
        return "carried at neither home"
    return "carried at home by " + listed([names.party(party) for party in wanted])


def _who(names: Names, parties: tuple[str, ...]) -> str:
    return "a side" if ANY in parties else listed([names.party(party) for party in parties])


def _range(wanted: Range) -> str:
    bounds = []
    if wanted.at_least is not None:
        bounds.append(f"at least {wanted.at_least}")
    if wanted.at_most is not None:
        bounds.append(f"at most {wanted.at_most}")
    return listed(bounds) or "any"
