"""Clock, trust and home in words and figures; what a package would be worth to its author."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.analysis.home import Stopping
from game.bargaining.preferences import Package
from game.scenario.model import Scenario
from game.summit.events import Event, TrustChanged
from game.summit.evidence import told_red_lines
from game.summit.moves import Terms
from game.summit.view import PartyView
from game.wording.catalogue import TRUST_WORDS
from game.wording.names import Names, figure, listed, points, signed

LATELY = 6
"""Minutes over which the trend of trust is taken."""


def clock(view: PartyView) -> str:
    """“31 minutes gone, 19 left”."""
    gone = "1 minute" if view.minute == 1 else f"{view.minute} minutes"
    return f"{gone} gone, {view.minutes_left} left"


def trust_word(trust: int) -> str:
    """The word for a degree of trust."""
    return next(word for floor, word in TRUST_WORDS if trust >= floor)


def trust(view: PartyView, log: Iterable[Event] = ()) -> str:
    """“52 of 100, correct”; with the events so far also where it tends: “52 of 100, rising, …”."""
    tends = trend(log, view.minute)
    return f"{view.trust} of 100, {f'{tends}, ' if tends else ''}{trust_word(view.trust)}"


def trend(log: Iterable[Event], minute: int) -> str:
    """Whether trust is “rising”, “falling” or “steady”; empty where no events are given."""
    events = tuple(log)
    if not events:
        return ""
    lately = sum(
        event.by
        for event in events
        if isinstance(event, TrustChanged) and event.minute > minute - LATELY
    )
    return "rising" if lately > 0 else "falling" if lately < 0 else "steady"


def home(view: PartyView, scenario: Scenario) -> str:
    """Own support if the agreed clauses were the whole text, and whether it would carry them.

    “47 of 100, carries at 50: short”, “47 of 100, carries at 45: stopped by the families (31, needs
    40)”.
    """
    sheet = view.sheet.home
    if not sheet.audiences:
        return "nobody at home to ask"
    verdict = sheet.verdict(view.support)
    stopped_by = stopping_in_words(view, scenario, view.standing)
    word = f"stopped by {stopped_by}" if stopped_by else "enough" if verdict.carried else "short"
    return f"{verdict.support} of 100, carries at {verdict.needed}: {word}"


def stopping(view: PartyView, package: Package) -> tuple[Stopping, ...]:
    """All at home who would stop this text alone."""
    return view.sheet.home.stopping(view.support_with(package))


def stopping_in_words(view: PartyView, scenario: Scenario, package: Package) -> str:
    """The same in words; empty where nobody would."""
    return Names(scenario).stopping(view.party, stopping(view, package))


@dataclass(frozen=True, slots=True)
class Worth:
    """What a text would mean for its author."""

    points: int
    walk_away: int
    support: int
    needed: int
    carried: bool
    red_lines: tuple[str, ...]
    """The items on which it crosses the author's own red line."""


def worth(view: PartyView, terms: Terms) -> Worth:
    """What is settled with these terms added, as the whole text: own points and own home."""
    package = view.space.replace(view.standing, terms)
    home = view.sheet.home
    verdict = home.verdict(view.support_with(package))
    return Worth(
        points=view.preferences.value(package),
        walk_away=view.sheet.preferences.walk_away,
        support=verdict.support,
        needed=verdict.needed,
        carried=verdict.carried,
        red_lines=tuple(view.space.items[index] for index, _ in view.sheet.crossed(package)),
    )


def worth_in_words(view: PartyView, scenario: Scenario, terms: Terms) -> str:
    """The same as a sentence. What the terms do not name counts as it is settled now."""
    names = Names(scenario)
    found = worth(view, terms)
    agreed = any(view.standing) or view.handed
    beside = "Added to what is agreed so far" if agreed else "If this alone were agreed"
    together = linked_in_words(view, scenario, terms)
    text = (
        f"{beside if terms else 'With what is agreed so far'}: "
        f"{points(found.points)} ({f'{together}; ' if together else ''}walk-away "
        f"{figure(found.walk_away)}); home {found.support} of 100, {found.needed} needed"
    )
    stopped_by = stopping_in_words(view, scenario, view.space.replace(view.standing, terms))
    if stopped_by:
        text += f"; it would be stopped by {stopped_by}"
    elif not found.carried:
        text += "; not carried"
    if found.red_lines:
        on = listed([names.within(item) for item in found.red_lines])
        text += f"; it crosses your red line on {on}"
    return text + "."


def linked(view: PartyView, package: Package) -> dict[tuple[str, ...], int]:
    """items → own points that they bring together, as linked in this package, beside their own."""
    found: dict[tuple[str, ...], int] = {}
    for link in view.sheet.preferences.links:
        items = tuple(view.space.items[issue] for issue in link.issues)
        if change := link.value(package):
            found[items] = found.get(items, 0) + change
    return found


def linked_in_words(view: PartyView, scenario: Scenario, terms: Terms) -> str:
    """“+5 for Trade and Visas together”; empty where no link is fulfilled."""
    names = Names(scenario)
    package = view.space.replace(view.standing, terms)
    return listed(
        [
            f"{signed(change)} for {listed([names.within(item) for item in items])} together"
            for items, change in linked(view, package).items()
        ]
    )


def is_red_line(view: PartyView, item: str, option: str) -> bool:
    """Whether an option is off limits to us."""
    return view.space.pairs[item, option] in view.sheet.red_lines


def is_their_red_line(view: PartyView, item: str, option: str) -> bool:
    """Whether they have said aloud that they can never sign an option."""
    return view.space.pairs[item, option] in told_red_lines(view)


def vow(view: PartyView, names: Names, item: str) -> str:
    """“you are bound in public to “Warning data””; empty where we have not bound ourselves."""
    if item not in view.tied:
        return ""
    return f"you are bound in public to {names.quoted((item, view.tied[item]))}"


def own_points(view: PartyView, item: str, option: str) -> int:
    """Own points of one option."""
    index, number = view.space.pairs[item, option]
    return view.sheet.preferences.points[index][number]


def own_home_change(view: PartyView, item: str, option: str) -> int:
    """What one option does to own weighted support, rounded towards zero."""
    index, number = view.space.pairs[item, option]
    return view.sheet.home.in_all(index, number, view.grades[index])
