"""What a delegation does, in a line: every move as reported speech."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.summit import moves as m
from game.wording.catalogue import IMPORTANCE
from game.wording.names import Company, figure, listed

MOST_CHANGED = 3
"""With more changes than this a package is told as a whole."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a move is told against: what its author and the other side put forward before."""

    before: Mapping[str, str] = field(default_factory=dict)
    """item → option of the author's last package."""
    theirs: Mapping[str, str] = field(default_factory=dict)
    """item → the other side's last wording."""
    open_items: frozenset[str] | None = None
    """Items that are not settled; None where it is not known."""
    difficulty: str | None = None
    """The difficulty that an acknowledgement names, where its text is known."""
    asked: bool = False
    """Whether the author has been asked about the item that it speaks of."""
    offer_stands: bool = False
    """Whether an offer lies on the table, which leaving it makes void."""
    afterwards: bool = False
    """Whether the game is over, so that what was done unseen can be told of both sides."""


def act(company: Company, party: str, move: m.Move, setting: Setting | None = None) -> str:
    """What the party does, without the full stop; empty where another line says it."""
    told: Callable[[Company, str, m.Move, Setting], str] = ACTS[type(move)]
    return told(company, party, move, setting or Setting())


# --- packages -----------------------------------------------------------------------------------


def _propose(c: Company, party: str, move: m.Propose, setting: Setting) -> str:
    if len(move.terms) == 1:
        return f"{c.who(party, 'propose')} {c.names.wish(move.terms[0])}"
    changed = changed_terms(move.terms, setting)
    if changed is None:
        told = f"{c.who(party, 'propose')}: {c.names.phrases(move.terms)}"
        left_out = _still_open(setting) - {item for item, _ in move.terms}
        names = [c.names.within(item) for item in c.names.scenario.agenda if item in left_out]
        return f"{told}. No longer in it: {listed(names)}" if names else told
    if not changed:
        return f"{c.who(party, 'put')} the same package on the table again"
    told = "; ".join(_change(c, party, term, setting) for term in changed)
    count = "one change" if len(changed) == 1 else f"{len(changed)} changes"
    return f"{c.who(party, 'propose')} with {count}: {told}. The rest as before"


def changed_terms(terms: m.Terms, setting: Setting) -> m.Terms | None:
    """The terms that differ from the author's last package; None where the whole is news.

    The last package may have had items that are settled by now, and no others that are missing.
    """
    before = setting.before
    same = [term for term in terms if before.get(term[0]) == term[1]]
    changed = tuple(term for term in terms if term not in same)
    named = {item for item, _ in terms}
    if len(same) < 2 or len(changed) > MOST_CHANGED or _still_open(setting) - named:
        return None
    return changed


def _still_open(setting: Setting) -> set[str]:
    """The items of the author's last package that are not settled."""
    before = set(setting.before)
    return before if setting.open_items is None else before & setting.open_items


def _change(c: Company, party: str, term: m.Term, setting: Setting) -> str:
    """A term that changed: what it was, and whether it is now the other side's wording."""
    item, option = term
    text = c.names.phrase(term)
    was = setting.before.get(item)
    if was is not None:
        text = f"{text} instead of {c.names.quoted((item, was))}"
    return f"{text}, {c.their(party)} wording" if setting.theirs.get(item) == option else text


def _choices(c: Company, party: str, move: m.Choices, setting: Setting) -> str:
    packages = ". ".join(
        f"Number {number}: {c.names.phrases(terms)}"
        for number, terms in enumerate(move.packages, start=1)
    )
    return f"{c.who(party, 'offer')} a choice of {len(move.packages)}. {packages}"


# --- words --------------------------------------------------------------------------------------


def _explain(c: Company, party: str, move: m.Explain, setting: Setting) -> str:
    item = c.names.within(move.item)
    verb = "answer on" if setting.asked else "explain"
    if party != c.role and c.role is not None:
        return f"{c.who(party, verb)} {item}"
    return f"{c.who(party, verb)} {item}{_claim(c, party, move)}"


def _claim(c: Company, party: str, move: m.Explain) -> str:
    """What an explanation claims, to follow the item's name; empty where it claims nothing."""
    parts = []
    if move.importance:
        parts.append(f"it {IMPORTANCE[move.importance]}")
    if move.option:
        who = "you" if party == c.role else "they"
        parts.append(f"{who} look for {c.names.quoted((move.item, move.option))}")
    return f": {', and '.join(parts)}" if parts else ""


def _ask(c: Company, party: str, move: m.Ask, setting: Setting) -> str:
    text = f"{c.who(party, 'ask')} {c.them(party)} about {c.names.within(move.item)}"
    # Their own words follow, and say what they ask.
    return f"{text}: what is behind it, and why" if party == c.role else text


def _link(c: Company, party: str, move: m.Link, setting: Setting) -> str:
    give, want = c.names.wish(move.give), c.names.wish(move.want)
    they = "they" if party == c.role else c.them(party)
    return f"{c.who(party, 'link')}: {give}, if {they} can live with {want}"


def _acknowledge(c: Company, party: str, move: m.Acknowledge, setting: Setting) -> str:
    item = c.names.within(move.item)
    text = f"{c.who(party, 'say')} what must be hard for {c.them(party)} in {item}"
    return f"{text}: “{setting.difficulty.strip()}”" if setting.difficulty else text


def _decline(c: Company, party: str, move: m.Decline, setting: Setting) -> str:
    text = c.who(party, "decline")
    if move.nearer:
        text += f"; number {move.nearer} is nearer"
    return f"{text}; in the way: {c.names.within(move.item)}" if move.item else text


def _accept(c: Company, party: str, move: m.Accept, setting: Setting) -> str:
    number = f" number {move.number}" if move.number > 1 else ""
    return f"{c.who(party, 'accept')}{number}, ad referendum"


def _pressure(c: Company, party: str, move: m.Pressure, setting: Setting) -> str:
    return (
        f"{c.who(party, 'lean')} on {c.them(party)} over {c.names.within(move.item)}: "
        "the clock, the newspapers, the alternative"
    )


def _aside(c: Company, party: str, move: m.PullAside, setting: Setting) -> str:
    return (
        f"{c.who(party, 'ask')} for a word aside on {c.names.within(move.item)}: "
        f"the two sides alone, with their interpreters{_void(setting)}"
    )


def _void(setting: Setting) -> str:
    """What becomes of an offer when one leaves the table."""
    return ". What lay on the table no longer stands" if setting.offer_stands else ""


def _walk_out(c: Company, party: str, move: m.WalkOut, setting: Setting) -> str:
    return f"{c.who(party, 'leave')} the room{_void(setting)}"


def _tie(c: Company, party: str, move: m.TieHands, setting: Setting) -> str:
    term = c.names.wish((move.item, move.option))
    return f"{c.who(party, 'tell')} the cameras that there will be no text without {term}"


def _open(c: Company, party: str, move: m.Open, setting: Setting) -> str:
    return f"{c.who(party, 'open')}, with {c.names.within(move.item)} first"


def _hand_down(c: Company, party: str, move: m.HandDown, setting: Setting) -> str:
    return f"{c.who(party, 'suggest')} that the ministers take {c.names.within(move.item)}"


def _note(c: Company, party: str, move: m.Note, setting: Setting) -> str:
    if not move.grounds:
        return f"{c.who(party, 'take')} note"
    return c.who(party, "reply") if setting.afterwards else ""


# --- what nobody else sees ----------------------------------------------------------------------


def _unseen(verb: str, rest: str) -> Callable[[Company, str, m.Move, Setting], str]:
    """A move that only its author learns of."""

    def told(c: Company, party: str, move: m.Move, setting: Setting) -> str:
        return f"{c.who(party, verb)} {rest}" if _seen_by(c, party, setting) else ""

    return told


def _seen_by(c: Company, party: str, setting: Setting) -> bool:
    return party == c.role or setting.afterwards


def _prepare(c: Company, party: str, move: m.Prepare, setting: Setting) -> str:
    if not _seen_by(c, party, setting):
        return ""
    parts = []
    for label, items in (("Own order", move.own), ("Their order", move.theirs)):
        named = [c.names.short(item) for item in items if item in c.names.scenario.agenda]
        parts += [f"{label}: {', '.join(named)}"] if named else []
    if move.walk_away is not None:
        parts.append(f"Least to accept: {figure(move.walk_away)}")
    if move.first_offer:
        parts.append(f"First offer: {c.names.phrases(move.first_offer)}")
    return ". ".join([f"{c.who(party, 'file')} a preparation sheet", *(parts or ["Nothing on it"])])


def _brief_press(c: Company, party: str, move: m.BriefPress, setting: Setting) -> str:
    if not _seen_by(c, party, setting):
        return ""
    item = c.names.within(move.item)
    return f"{c.who(party, 'have')} a word with the press, to {move.direction} hopes on {item}"


def _guess(c: Company, party: str, move: m.Guess, setting: Setting) -> str:
    if not _seen_by(c, party, setting):
        return ""
    known = [c.names.within(item) for item in move.theirs if item in c.names.scenario.agenda]
    return f"{c.who(party, 'set')} down what mattered to them: {listed(known)}" if known else ""


def _plain(verb: str, rest: str) -> Callable[[Company, str, m.Move, Setting], str]:
    return lambda c, party, move, setting: f"{c.who(party, verb)} {rest}"


ACTS: dict[type[m.Move], Callable[..., str]] = {
    m.Prepare: _prepare,
    m.Ready: _unseen("close", "the brief and go in"),
    m.Open: _open,
    m.Propose: _propose,
    m.Choices: _choices,
    m.Accept: _accept,
    m.Decline: _decline,
    m.Ask: _ask,
    m.Explain: _explain,
    m.Link: _link,
    m.Pressure: _pressure,
    m.Acknowledge: _acknowledge,
    m.PullAside: _aside,
    m.Back: _plain("return", "to the table"),
    m.HandDown: _hand_down,
    m.TieHands: _tie,
    m.BriefPress: _brief_press,
    m.Reopen: lambda c, p, v, s: f"{c.who(p, 'reopen')} {c.names.within(v.item)}",
    m.Caucus: _plain("step", "out with the delegation"),
    m.Note: _note,
    m.Conclude: _plain("ask", "for the final text"),
    m.WalkOut: _walk_out,
    m.Adopt: _unseen("vote", "for the text"),
    m.Refuse: _unseen("vote", "against the text"),
    m.Press: _unseen("settle", "what to tell the press"),
    m.Guess: _guess,
    m.Reflect: _unseen("file", "a reflection"),
}
