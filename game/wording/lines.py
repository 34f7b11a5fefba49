"""Events into lines: the one narration that every face, report and demo shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from game.scenario.model import Scenario
from game.summit import events as e
from game.summit import moves as m
from game.summit.ending import outcomes_of
from game.summit.notation import write
from game.wording.catalogue import GRADES, IMPORTANCE, PHASES, TRUST_CAUSES
from game.wording.names import Names, listed, lower_first, sentence
from game.wording.speech import Speaker

Kind = Literal["speech", "move", "news", "private", "system"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the narration; `speaker` is a party id where somebody speaks or acts."""

    kind: Kind
    minute: int
    text: str
    speaker: str | None = None


class Narrator:
    """Turns the events of one meeting into lines for one party, or for an observer.

    It remembers what has been said, so that no reply follows itself: use one narrator per meeting,
    and give it every event once and in order.
    """

    def __init__(self, scenario: Scenario, role: str | None = None) -> None:
        self.scenario = scenario
        self.role = role
        self.names = Names(scenario)
        self._speakers = {party: Speaker(scenario, party) for party in scenario.parties}
        self._offer: dict[str, m.Terms] = {}

    def tell(self, events: Iterable[e.Event]) -> tuple[Line, ...]:
        """The lines of several events."""
        return tuple(line for event in events for line in self.lines(event))

    def lines(self, event: e.Event) -> tuple[Line, ...]:
        """The lines of one event; none for what another line has said already."""
        if isinstance(event, e.Played):
            return tuple(self._played(event))
        teller = _TELLERS.get(type(event))
        told = teller(self, event) if teller else None
        if told is None:
            return ()
        kind, text = told
        if event.to is not None and kind == "news":
            kind = "private"
        return (Line(kind, event.minute, sentence(text)),)

    # --- who is who ---------------------------------------------------------------------------

    def who(self, party: str, verb: str) -> str:
        """The party as the subject of a sentence: “You propose”, “The President proposes”."""
        if party == self.role:
            return f"You {verb}"
        third = f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"
        return f"{self.names.address(party)} {_THIRD.get(verb, third)}"

    def whose(self, party: str) -> str:
        """“your”, or the party's name in the genitive."""
        return "your" if party == self.role else f"{self.names.party(party)}'s"

    # --- moves --------------------------------------------------------------------------------

    def _played(self, event: e.Played) -> Iterable[Line]:
        move, party = event.move, event.party
        text = self._act(party, move)
        if text:
            yield Line("move", event.minute, sentence(text), party)
        if party != self.role:
            speech = self._speech(party, move)
            if speech:
                yield Line("speech", event.minute, speech, party)
        for terms in _packages(move)[:1]:
            self._offer[party] = terms

    def _speech(self, party: str, move: m.Move) -> str:
        speaker = self._speakers[party]
        if isinstance(move, m.Open):
            opening = self.scenario.parties[party].opening
            if opening:
                return sentence(opening)
        parts = []
        theirs = self._offer.get(self.scenario.other(party), ())
        for ground in move.grounds:
            if ground.reason is m.Reason.ITEM_SHORT and ground.item is not None:
                asked = dict(theirs).get(ground.item)
                words = speaker.against(ground.item, asked) if asked else None
                if words:
                    parts.append(words)
        parts.append(speaker.reply(move))
        return " ".join(part for part in parts if part)

    def _act(self, party: str, move: m.Move) -> str:
        acts: dict[type[m.Move], Callable[..., str]] = _ACTS
        return acts[type(move)](self, party, move)


_THIRD = {"have": "has", "do": "does", "are": "is"}


def _packages(move: m.Move) -> tuple[m.Terms, ...]:
    if isinstance(move, m.Propose):
        return (move.terms,)
    return move.packages if isinstance(move, m.Choices) else ()


def _choices(n: Narrator, party: str, move: m.Choices) -> str:
    packages = "; ".join(
        f"({number}) {n.names.terms(terms)}" for number, terms in enumerate(move.packages, start=1)
    )
    return f"{n.who(party, 'offer')} a choice: {packages}"


def _explain(n: Narrator, party: str, move: m.Explain) -> str:
    parts = []
    if move.importance:
        parts.append(IMPORTANCE[move.importance])
    if move.option:
        parts.append(
            f"what is looked for is “{lower_first(n.names.option(move.item, move.option))}”"
        )
    meaning = f": it {', and '.join(parts)}" if parts else ""
    return f"{n.who(party, 'explain')} {n.names.short(move.item)}{meaning}"


def _acknowledge(n: Narrator, party: str, move: m.Acknowledge) -> str:
    return f"{n.who(party, 'name')} a difficulty of the other side with {n.names.short(move.item)}"


def _decline(n: Narrator, party: str, move: m.Decline) -> str:
    text = n.who(party, "decline")
    if move.nearer:
        text += f"; number {move.nearer} is nearer"
    return f"{text}; {n.names.short(move.item)} is in the way" if move.item else text


def _accept(n: Narrator, party: str, move: m.Accept) -> str:
    number = f" number {move.number}" if move.number > 1 else ""
    return f"{n.who(party, 'accept')}{number}, ad referendum"


def _tie(n: Narrator, party: str, move: m.TieHands) -> str:
    term = n.names.term((move.item, move.option))
    return f"{n.who(party, 'tell')} the cameras that there will be no text without this: {term}"


def _own(n: Narrator, party: str, text: str) -> str:
    return text if party == n.role else ""


_ACTS: dict[type[m.Move], Callable[..., str]] = {
    m.Prepare: lambda n, p, v: _own(n, p, "Your preparation sheet is filed"),
    m.Ready: lambda n, p, v: _own(n, p, "You close the brief and go in"),
    m.Open: lambda n, p, v: (
        f"{n.who(p, 'open')} and {'put' if p == n.role else 'puts'} {n.names.short(v.item)} first"
    ),
    m.Propose: lambda n, p, v: f"{n.who(p, 'propose')}: {n.names.terms(v.terms)}",
    m.Choices: _choices,
    m.Accept: _accept,
    m.Decline: _decline,
    m.Ask: lambda n, p, v: (
        f"{n.who(p, 'ask')} what {n.names.short(v.item)} means to "
        f"{'them' if p == n.role else 'you' if n.role else 'the other side'}, and why"
    ),
    m.Explain: _explain,
    m.Link: lambda n, p, v: (
        f"{n.who(p, 'link')}: {n.names.term(v.give)}, if {n.names.term(v.want)}"
    ),
    m.Pressure: lambda n, p, v: (
        f"{n.who(p, 'press')} the point on {n.names.short(v.item)}: "
        "the clock, the newspapers, the alternative"
    ),
    m.Acknowledge: _acknowledge,
    m.PullAside: lambda n, p, v: f"{n.who(p, 'ask')} for a word aside on {n.names.short(v.item)}",
    m.Back: lambda n, p, v: f"{n.who(p, 'return')} to the table",
    m.HandDown: lambda n, p, v: (
        f"{n.who(p, 'suggest')} that the ministers take {n.names.short(v.item)}"
    ),
    m.TieHands: _tie,
    m.BriefPress: lambda n, p, v: _own(
        n, p, f"You have a word with the press to {v.direction} hopes on {n.names.short(v.item)}"
    ),
    m.Reopen: lambda n, p, v: f"{n.who(p, 'reopen')} {n.names.short(v.item)}",
    m.Caucus: lambda n, p, v: f"{n.who(p, 'step')} out with the delegation",
    m.Note: lambda n, p, v: "" if v.grounds else f"{n.who(p, 'take')} note",
    m.Conclude: lambda n, p, v: f"{n.who(p, 'ask')} for the final text",
    m.WalkOut: lambda n, p, v: (
        f"{n.who(p, 'close')} the folder and {'stand' if p == n.role else 'stands'} up"
    ),
    m.Adopt: lambda n, p, v: _own(n, p, "You vote for the text"),
    m.Refuse: lambda n, p, v: _own(n, p, "You vote against the text"),
    m.Press: lambda n, p, v: _own(n, p, "You have settled what to tell the press"),
    m.Guess: lambda n, p, v: _own(
        n, p, "You set down what mattered to them: " + listed([n.names.short(i) for i in v.theirs])
    ),
    m.Reflect: lambda n, p, v: _own(n, p, "Your reflection is filed"),
}

Told = tuple[Kind, str] | None


def _item_changed(n: Narrator, v: e.ItemChanged) -> Told:
    item = n.names.short(v.item)
    if v.state is e.ItemState.AGREED and v.option:
        return "news", f"Agreed ad referendum: {n.names.term((v.item, v.option))}"
    if v.state is e.ItemState.SILENT:
        return "news", f"{item} will be left out of the text"
    if v.state is e.ItemState.HANDED:
        return "news", f"{item} goes to the ministers, with a mandate and a date"
    if v.state is e.ItemState.NARROWED:
        return "system", f"{item}: two wordings stand in brackets"
    return None


def _trust(n: Narrator, v: e.TrustChanged) -> Told:
    way = "rises" if v.by > 0 else "falls"
    return "news", f"Trust {way} from {v.now - v.by} to {v.now}: {TRUST_CAUSES[v.cause]}"


def _support(n: Narrator, v: e.SupportChanged) -> Told:
    way = "rises" if v.by > 0 else "falls"
    name = n.names.audience(v.party, v.audience)
    return "private", f"At home: support among {name} {way} by {abs(v.by)}"


def _found(n: Narrator, v: e.OptionFound) -> Told:
    return (
        "news",
        f"A wording comes to light that nobody had on paper: {n.names.term((v.item, v.option))}",
    )


def _told(n: Narrator, v: e.InterestTold) -> Told:
    if v.party == n.role or n.role is None:
        return None
    how = "in full" if v.candid else "in general terms"
    return "system", f"Noted, {how}: what {n.names.short(v.item)} means to {n.names.party(v.party)}"


def _difficulty(n: Narrator, v: e.DifficultyNamed) -> Told:
    if v.right:
        return "news", "That is where it hurts: the reading was right"
    return "news", "That is not their difficulty: the reading was wrong"


def _happened(n: Narrator, v: e.Happened) -> Told:
    event = n.scenario.events[v.event]
    return "news", f"{sentence(event.title)} {event.text}"


def _leaked(n: Narrator, v: e.Leaked) -> Told:
    what = "What was said aside" if v.what == "aside" else "A whispered briefing"
    return "news", f"{what} on {n.names.short(v.item)} is in the papers as what it is"


def _expectation(n: Narrator, v: e.ExpectationMoved) -> Told:
    where = "The press" if v.party is None else f"{n.names.party(v.party)}'s press"
    return "news", f"{where} now calls {n.names.short(v.item)} {GRADES[v.grade]}"


def _briefed(n: Narrator, v: e.PressBriefed) -> Told:
    if v.leaked:
        return None
    return "private", f"The word on {n.names.short(v.item)} was taken up as meant"


def _advised(n: Narrator, v: e.Advised) -> Told:
    return "private", " ".join(advice(n.names, v))


def advice(names: Names, v: e.Advised) -> list[str]:
    """What the delegation says in a caucus, sentence by sentence."""
    top = listed([names.short(item) for item in v.priorities[:3]])
    sure = "a guess" if v.sure < 30 else "fairly sure" if v.sure < 70 else "sure"
    said = [
        f"What they want: {top}, in that order ({sure}).",
        f"Could they carry the draft as it stands? Between {v.home_low} and {v.home_high} of 100, "
        "we think.",
    ]
    if v.trade is not None:
        give, want = names.term(v.trade.give), names.term(v.trade.want)
        said.append(f"A trade to try: give “{give}” for “{want}”.")
    if v.package:
        said.append(f"A package that might be had: {names.terms(v.package)}.")
    return said


def _text_put(n: Narrator, v: e.TextPut) -> Told:
    if not v.terms:
        return "news", "There is no agreed clause to put into a text"
    count = len(v.terms)
    clauses = "one clause" if count == 1 else f"{count} clauses"
    return "news", f"The final text has {clauses}. Each side votes on the whole"


def _voted(n: Narrator, v: e.Voted) -> Told:
    how = "adopts" if v.adopts else "refuses"
    return "news", f"{n.names.party(v.party)} {how} the text"


def _press_told(n: Narrator, v: e.PressTold) -> Told:
    name = n.names.party(v.party)
    if v.line == "claim":
        claimed = listed([n.names.short(item) for item in v.claimed])
        return "news", f"{name} claims the win on {claimed}"
    if v.line == "share":
        return "news", f"{name} shares the credit with the other side"
    return "news", f"{name} says little, and leaves the stage to the other side"


def _decided(n: Narrator, v: e.HomeDecided) -> Told:
    name = n.names.party(v.party)
    if v.carried:
        return "news", f"{name}: carried at home, {v.support} of 100 where {v.needed} were needed"
    if v.red_line:
        return "news", f"{name}: not carried; {n.names.short(v.red_line)} crosses a red line"
    if v.stopped_by:
        who = n.names.audience(v.party, v.stopped_by)
        return "news", f"{name}: not carried; {who} would not have it"
    return "news", f"{name}: not carried, {v.support} of 100 where {v.needed} were needed"


def _contradiction(n: Narrator, v: e.ContradictionNoticed) -> Told:
    whose = n.whose(v.party)
    return (
        "news",
        f"It is noticed that {whose} offers on {n.names.short(v.item)} do not fit the words",
    )


_TELLERS: dict[type[e.Event], Callable[..., Told]] = {
    e.Rejected: lambda n, v: ("system", f"Not possible: {write(v.move)}"),
    e.PhaseBegan: lambda n, v: ("system", PHASES[v.phase]),
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
    e.HandsTied: lambda n, v: (
        "system",
        f"{n.names.party(v.party)} is bound on {n.names.short(v.item)}: falling short would cost "
        "double at home",
    ),
    e.PressBriefed: _briefed,
    e.Advised: _advised,
    e.Recess: lambda n, v: ("news", "A recess. Another walk-out would end the summit"),
    e.TimeCalled: lambda n, v: ("news", "The protocol officers stand in the door: time is up"),
    e.TextPut: _text_put,
    e.Voted: _voted,
    e.PressTold: _press_told,
    e.HomeDecided: _decided,
    e.SummitEnded: lambda n, v: ("news", outcome(n.scenario, v.outcome)),
}


def outcome(scenario: Scenario, name: str) -> str:
    """The title of an ending."""
    return outcomes_of(scenario)[name].title
