"""A campaign in words: the way from one meeting to the next, and the debrief of all of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign import Campaign, Passage
from game.summit.journey import Result, homes_of, result_of
from game.summit.session import Session
from game.wording.catalogue import GRADES
from game.wording.debrief import Section
from game.wording.names import Names, figure, listed, sentence

WHOLE = "The campaign as a whole"


def on_the_way(session: Session) -> tuple[str, ...]:
    """What earlier meetings have done to this one, for its briefing; empty outside a campaign."""
    leg = session.leg
    if leg is None:
        return ()
    names = Names(session.scenario)
    number = list(leg.campaign.meetings).index(leg.meeting) + 1
    title = leg.campaign.meetings[leg.meeting].title
    lines = [f"{leg.campaign.title}, meeting {number} of {len(leg.campaign.meetings)}: {title}."]
    between = leg.campaign.meetings[leg.meeting].between
    lines += between.strip().split("\n\n") if between else []
    lines += [sentence(because) for because in leg.opening.because]
    trust, own = leg.opening.trust, session.own.meeting.trust
    if trust != own:
        lines.append(f"Trust begins at {trust}; without what came before it would be {own}.")
    moved = [
        f"{names.audience(session.role, audience)} {figure(support)} instead of {figure(before)}"
        for audience, before in homes_of(session.own)[session.role].items()
        if (support := leg.opening.homes[session.role][audience]) != before
    ]
    if moved:
        lines.append(f"Support at your home begins with {listed(moved)}.")
    for item, grade in leg.opening.expect.items():
        lines.append(f"{names.short(item)}: the press now calls an agreement {GRADES[grade]}.")
    for item, options in leg.opening.reveal.items():
        told = listed([f"“{names.option(item, option)}”" for option in options])
        lines.append(f"{names.short(item)}: {told} can be proposed from the start.")
    return tuple(lines)


def next_meeting(session: Session) -> str | None:
    """The title of the meeting that this finished game leads to; None where none follows."""
    leg = session.leg
    if leg is None or leg.following is None or not session.over:
        return None
    return leg.campaign.meetings[leg.following].title


def whole(session: Session) -> tuple[Section, ...]:
    """The debrief of the whole campaign, after its last meeting; nothing before."""
    leg = session.leg
    if leg is None or leg.following is not None or not session.over:
        return ()
    last = result_of(leg.meeting, session.summit.state, session.own)
    results = (*leg.results, last)
    names = Names(session.scenario)
    lines = [
        f"{leg.campaign.meetings[result.meeting].title}: {_told(result, names)}"
        for result in results
    ]
    carried = sum(result.in_force for result in results)
    lines.append(
        f"Of {len(results)} meetings {carried or 'none'} brought a text into force. Together you "
        f"gained {sum(r.best for r in results) // len(results)} % of the most that was possible, "
        "on average."
    )
    first, final = results[0], results[-1]
    lines.append(
        f"Trust was {first.trust_own} before the first meeting and {final.situation.trust} after "
        "the last."
    )
    questions = tuple(question.strip() for question in leg.campaign.debrief.questions)
    pages = [
        Section(WHOLE, tuple(lines)),
        Section("The real course of events", tuple(_history(leg.campaign))),
        Section("To discuss, of it all", questions),
    ]
    return tuple(page for page in pages if page.lines)


def _told(result: Result, names: Names) -> str:
    points = listed([f"{names.party(party)} {figure(n)}" for party, n in result.points.items()])
    trust = result.situation.trust
    return (
        f"{sentence(result.ending)} {points}; {figure(result.best)} % of what could have been "
        f"gained together. Trust at the end: {trust}."
    )


def _history(campaign: Campaign) -> Iterator[str]:
    for passage in campaign.debrief.history:
        yield f"{passage.text.strip()} ({_source(campaign, passage)})"


def _source(campaign: Campaign, passage: Passage) -> str:
    source = campaign.sources.get(passage.source or "")
    return f"{source.publisher}, {source.date}" if source else "unconfirmed"
