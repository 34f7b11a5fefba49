"""What happened, in a line: every event but the moves; advice stands sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from game.summit import events as e
from game.summit.ending import outcomes_of
from game.wording.catalogue import GRADES, HOME_CAUSES, IMPORTANCE, TRUST_CAUSES
from game.wording.names import Company, Names, listed, sentence
from game.wording.refusals import reason

Kind = Literal["speech", "move", "news", "private", "system"]
Told = tuple[Kind, str] | None
"""What kind of line, and its text; None where another line says it."""


def news(company: Company, event: e.Event) -> Told:
    """The line of one event."""
    teller: Callable[[Company, e.Event], Told] = TELLERS[type(event)]
    return teller(company, event)


def together(company: Company, events: Sequence[e.Event]) -> Told:
    """One line for several events of a kind that came at once: items settled, homes moved."""
    names = company.names
    items = [event for event in events if isinstance(event, e.ItemChanged)]
    if items:
        return _items_changed(names, items)
    moved = [event for event in events if isinstance(event, e.SupportChanged)]
    if moved:
        return _support_changed(names, moved)
    return news(company, events[0])


# --- the table ----------------------------------------------------------------------------------


def _items_changed(names: Names, events: Sequence[e.ItemChanged]) -> Told:
    state = events[0].state
    items = listed([names.within(event.item) for event in events])
    if state is e.ItemState.AGREED:
        terms = [(event.item, event.option) for event in events]
        agreed = "; ".join(names.phrase((i, o)) if o else names.within(i) for i, o in terms)
        return "news", f"Agreed ad referendum: {agreed}"
    if state is e.ItemState.SILENT:
        return "news", f"Left out of the text by agreement: {items}"
    if state is e.ItemState.HANDED:
        return "news", f"Handed to the ministers, with a mandate and a date: {items}"
    if state is e.ItemState.NARROWED:
        return "system", f"Narrowed to two wordings: {items}"
    return None


def _item_changed(c: Company, v: e.ItemChanged) -> Told:
    return _items_changed(c.names, (v,))


def _phase(c: Company, v: e.PhaseBegan) -> Told:
    scenario = c.names.scenario
    first = scenario.meeting.first_word or scenario.party_ids[0]
    who = "You have" if first == c.role else f"{c.names.address(first)} has"
    if v.phase is e.Phase.OPENING:
        setting = scenario.meeting.setting
        return "news", f"{sentence(setting) if setting else 'Both sit down.'} {who} the first word"
    if v.phase is e.Phase.PRESS:
        return "news", "The text is signed. Each side settles what it will tell the press"
    if v.phase is e.Phase.RATIFICATION:
        return "news", "The two homes decide"
    return None


def _trust(c: Company, v: e.TrustChanged) -> Told:
    way = "rises" if v.by > 0 else "falls"
    return "news", f"Trust {way} from {v.now - v.by} to {v.now}: {TRUST_CAUSES[v.cause]}"


def _found(c: Company, v: e.OptionFound) -> Told:
    wish = c.names.wish((v.item, v.option))
    return "news", f"A bridging option comes to light, which nobody had on paper: {wish}"


def _told(c: Company, v: e.InterestTold) -> Told:
    if v.party == c.role or c.role is None:
        return None
    names = c.names
    parts = []
    if v.importance is not None:
        parts.append(f"it {IMPORTANCE[v.importance]} to them")
    if v.option is not None:
        parts.append(f"they look for {names.quoted((v.item, v.option))}")
    how = "in full" if v.candid else "in general terms"
    what = listed(parts) or "no more than that"
    return "system", f"Noted on {names.within(v.item)}, {how}: {what}"


def _difficulty(c: Company, v: e.DifficultyNamed) -> Told:
    whose = "your" if c.role not in (None, v.party) else "their"
    if not v.right:
        return "news", f"That is not {whose} difficulty: the reading was wrong"
    if v.party == c.role:
        return "news", "The reading was right: that is where it hurts them"
    interest = c.names.scenario.agenda[v.item].interests.get(c.names.scenario.other(v.party))
    text = interest.difficulty[0].strip() if interest and interest.difficulty else ""
    return "news", f"The reading was right. {text}".strip()


def _contradiction(c: Company, v: e.ContradictionNoticed) -> Told:
    item = c.names.within(v.item)
    return "news", f"It is noticed that {c.whose(v.party)} offers on {item} do not fit the words"


BASIS = (
    (70, "by what they have said and put forward"),
    (30, "by the little that they have said and put forward"),
    (0, "a guess"),
)
"""What a delegation's guess of their order rests on, by the least of `Advised.sure`."""


def last_advice(log: Iterable[e.Event]) -> e.Advised | None:
    """What the delegation said in the last caucus; None where there was none."""
    advised = [event for event in log if isinstance(event, e.Advised)]
    return advised[-1] if advised else None


def advice(names: Names, v: e.Advised) -> list[str]:
    """What the delegation says in a caucus, sentence by sentence."""
    top = listed([names.within(item) for item in v.priorities[:3]])
    basis = next(words for least, words in BASIS if v.sure >= least)
    said = [
        f"What they seem to want most: {top}, in that order ({basis}).",
        _their_home(v),
    ]
    if v.trade is not None:
        said.append(
            f"A trade to try: give {names.wish(v.trade.give)} for {names.wish(v.trade.want)}."
        )
    if v.stuck:
        said.append(
            "With what is settled now we see no text that our own home would carry: something has "
            "to be reopened, or home has to be won."
        )
    if v.package:
        said.append(f"A package that might be had: {names.phrases(v.package)}.")
    return said


def _their_home(v: e.Advised) -> str:
    """What the delegation thinks of the draft at the other side's home."""
    if not v.clauses:
        return "Nothing is agreed yet that they would have to carry at home."
    return (
        "If the draft were signed as it stands, their support at home would be between "
        f"{v.home_low} and {v.home_high} of 100, we think. What they need we do not know."
    )


def _rejected(c: Company, v: e.Rejected) -> Told:
    return "system", reason(v.code, v.detail, v.move.verb, c.names.scenario)


# --- the world outside --------------------------------------------------------------------------


def _support_changed(names: Names, events: Sequence[e.SupportChanged]) -> Told:
    changes = [
        f"{names.audience(event.party, event.audience)} {'+' if event.by > 0 else '−'}"
        f"{abs(event.by)}"
        for event in events
    ]
    return "private", f"Support at home, {HOME_CAUSES[events[0].cause]}: {listed(changes)}"


def _support(c: Company, v: e.SupportChanged) -> Told:
    return _support_changed(c.names, (v,))


def _happened(c: Company, v: e.Happened) -> Told:
    event = c.names.scenario.events[v.event]
    return "news", f"{sentence(event.title)} {event.text}"


def _leaked(c: Company, v: e.Leaked) -> Told:
    item = c.names.within(v.item)
    if v.what == "aside":
        return "news", f"What was said aside on {item} is in the papers"
    return "news", f"{c.whose(v.party)} whispered briefing on {item} is in the papers as what it is"


def _expectation(c: Company, v: e.ExpectationMoved) -> Told:
    where = "The press" if v.party is None else f"{c.whose(v.party)} press"
    item = c.names.within(v.item)
    return "news", f"{where} now calls an agreement on {item} {GRADES[v.grade]}"


def _tied(c: Company, v: e.HandsTied) -> Told:
    who = "You are" if v.party == c.role else f"{c.names.party(v.party)} is"
    item = c.names.within(v.item)
    return "system", f"{who} bound on {item}: falling short would cost double at home"


def _briefed(c: Company, v: e.PressBriefed) -> Told:
    if v.leaked:
        return None  # the leak itself is news
    return "private", f"The word on {c.names.within(v.item)} was taken up as meant"


# --- the end ------------------------------------------------------------------------------------


def _recess(c: Company, v: e.Recess) -> Told:
    return "news", "A recess. If anyone leaves the room again, the summit is over"


def _time_called(c: Company, v: e.TimeCalled) -> Told:
    return "news", "Time is up"


def _text_put(c: Company, v: e.TextPut) -> Told:
    if not v.terms:
        return "news", "There is no agreed clause to put into a text"
    count = len(v.terms)
    clauses = "one clause" if count == 1 else f"{count} clauses"
    handed = ", and one that gives an item to the ministers" if v.handed else ""
    return "news", f"The final text has {clauses}{handed}"


def _voted(c: Company, v: e.Voted) -> Told:
    how = "adopts" if v.adopts else "refuses"
    return "news", f"{c.names.party(v.party)} {how} the text"


def _press_told(c: Company, v: e.PressTold) -> Told:
    name = c.names.party(v.party)
    if v.line == "claim":
        claimed = listed([c.names.within(item) for item in v.claimed])
        return "news", f"{name} claims the win on {claimed}"
    if v.line == "share":
        return "news", f"{name} shares the credit with the other side"
    return "news", f"{name} says little, and leaves the stage to the other side"


def _decided(c: Company, v: e.HomeDecided) -> Told:
    name = c.names.party(v.party)
    figures = f"{v.support} of 100 where {v.needed} were needed"
    if v.carried:
        return "news", f"{name}: carried at home, {figures}"
    if v.red_line:
        return "news", f"{name}: not carried; {c.names.within(v.red_line)} crosses a red line"
    if v.stopped_by:
        who = c.names.audience(v.party, v.stopped_by)
        how = "and" if v.support < v.needed else "but"
        return "news", f"{name}: not carried. {figures}, {how} {who} would have stopped it alone"
    return "news", f"{name}: not carried, {figures}"


def _ended(c: Company, v: e.SummitEnded) -> Told:
    return "news", f"The summit is over. {sentence(outcome(c.names, v.outcome))}"


def outcome(names: Names, name: str) -> str:
    """The title of an ending."""
    return outcomes_of(names.scenario)[name].title


TELLERS: dict[type[e.Event], Callable[..., Told]] = {
    e.Rejected: _rejected,
    e.PhaseBegan: _phase,
    e.ItemChanged: _item_changed,
    e.TrustChanged: _trust,
    e.SupportChanged: _support,
    e.OptionFound: _found,
    e.InterestTold: _told,
    e.DifficultyNamed: _difficulty,
    e.ContradictionNoticed: _contradiction,
    e.Happened: _happened,
    e.Leaked: _leaked,
    e.ExpectationMoved: _expectation,
    e.HandsTied: _tied,
    e.PressBriefed: _briefed,
    e.Recess: _recess,
    e.TimeCalled: _time_called,
    e.TextPut: _text_put,
    e.Voted: _voted,
    e.PressTold: _press_told,
    e.HomeDecided: _decided,
    e.SummitEnded: _ended,
}
