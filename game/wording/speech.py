"""What a leader says with a move: an answer to what was said, a reason, something to think about.

Where the scenario has words (why, guarded, case_for, case_against, red_line) they are used first;
the sayings fill in. Which sentence is taken depends on who speaks, on what has been said before, on
the minute and on the seed, never on chance: the same game always reads the same, and no reply
follows itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.moves import Decline, Explain, Grounds, Move, Reason, Term, worded_packages
from game.wording import courtesies, sayings
from game.wording.catalogue import IMPORTANCE
from game.wording.names import Names, listed, sentence, sentence_start
from game.wording.sayings import Sayings

MOST_REASONS = 3
"""A reply gives no more reasons than this: short is clearer."""

LONG = 180
"""A reply of so many characters takes on no further reason, and no thought at its end."""

COURTESY = 110
"""Reasons of so many characters need no courtesy before them."""

MOST_OPEN = 3
"""So many of the items that are left are named; of more than these it is said that there are."""

LAST_PART = 5
"""The last fifth of a meeting is late."""

ANSWERING = frozenset(
    {
        Reason.HEARD, Reason.CONTRADICTION, Reason.THANKS, Reason.MISREAD, Reason.LEANED_ON,
        Reason.WELCOME_LINK, Reason.NO_LINK, Reason.REPEATED, Reason.CANDID, Reason.GUARDED,
        Reason.CAME_BACK,
        Reason.GOOD_ENOUGH, Reason.NEARER, Reason.RED_LINE, Reason.RETURNS, Reason.MINISTERS,
    }
)  # fmt: skip
"""Reasons that speak to the other side's last move themselves."""

ASKING = frozenset(
    {
        Reason.OPEN_TO, Reason.TRADE, Reason.NO_GIVE, Reason.CONTRADICTION, Reason.LEANED_ON,
        Reason.WELCOME_LINK,
    }
)  # fmt: skip
"""Reasons that leave the other side something to think about themselves."""


LINKED = frozenset({Reason.WELCOME_LINK, Reason.NO_LINK})
"""Reasons that answer a link: they name both sides of the exchange."""

NEVER_UNSAID = frozenset({Reason.RED_LINE, Reason.ALSO, Reason.INSTEAD})
"""Reasons that are said however long the reply is by then: they are noted, or explain the offer."""


Exchange = tuple[Term, Term]
"""What is given, for what is wanted."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a reply answers to: where the meeting stands, and the other side's last move."""

    minute: int = 0
    minutes: int = 0
    """Length of the meeting; 0 where it is not known."""
    cost: int = 0
    """Minutes that the reply itself takes."""
    move: Move | None = None
    """The other side's last public move."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """item → option that the other side last put forward."""
    said: Mapping[str, str] = field(default_factory=dict)
    """item → option that the speaker itself last put forward."""
    conceded: str | None = None
    """An item on which its last move came to the speaker's wording."""
    same: bool = False
    """Its last move put the package of the move before on the table again."""
    unsettled: tuple[str, ...] = ()
    alike: bool = False
    """On all that is unsettled both sides say the same."""

    @property
    def left(self) -> int:
        """Minutes left when the reply has been made."""
        return max(0, self.minutes - self.minute - self.cost)

    @property
    def over(self) -> bool:
        """Whether there is no time left to go on to anything."""
        return self.minutes > 0 and self.left <= 1

    @property
    def late(self) -> bool:
        """Whether the last part of the meeting has begun."""
        return self.minutes > 0 and self.left * LAST_PART <= self.minutes


class Speaker:
    """The words of one party in one meeting. It remembers what it has said.

    The two leaders do not share a phrase book: of every pool the first has the sentences in even
    places and the second those in odd ones, as long as there are some that fit.
    """

    def __init__(self, scenario: Scenario, party: str, seed: int = 0) -> None:
        self._names = Names(scenario)
        self._voice = scenario.party_ids.index(party)
        self._seed = seed
        self._scenario = scenario
        self._party = party
        self._said: Counter[str] = Counter()
        self._latest: list[str] = []
        """Templates of the last reply: they are not used in the next one."""
        self._last = ""

    def reply(self, move: Move, heard: Heard | None = None) -> str:
        """What the leader says with a move; empty where nothing is said."""
        heard = heard or Heard()
        before, self._latest = self._latest, []
        text = self._compose(move, heard, before)
        if text and text == self._last:
            # Nothing else is left to say it with: better shorter than twice the same.
            text = self._pick(courtesies.MOVES["note"], {}, heard.minute, [self._last])
        self._last = text or self._last
        return _inside_quotes(text)

    def _compose(self, move: Move, heard: Heard, before: list[str]) -> str:
        text, used = self._reasons(move, heard, before)
        if not move.grounds:
            pool = courtesies.MOVES.get(move.verb, ())
            own = self._without_reasons(move, heard, before)
            text = own or self._saying(pool, move, heard, before)
        elif not ANSWERING.intersection(used):
            text = f"{self._answer(move, heard, before, len(text))} {text}".strip()
        if not ASKING.intersection(used) and len(text) < LONG and not text.endswith("?"):
            text = f"{text} {self._thought(move, heard, before)}".strip()
        return text

    def _reasons(self, move: Move, heard: Heard, before: list[str]) -> tuple[str, list[Reason]]:
        """The reasons as sentences, and which of them were given."""
        reasons: list[str] = []
        used: list[Reason] = []
        answered: list[Exchange | None] = []
        for ground in move.grounds:
            if _exchange(ground) in answered:
                continue  # the answer to their link has spoken of it
            full = len(used) >= MOST_REASONS or len(" ".join(reasons)) > LONG
            if full and ground.reason not in NEVER_UNSAID:
                continue
            said = self._reason(ground, move, heard, before, short=full)
            if said and said not in reasons:
                named = " ".join([*reasons, said]).casefold()
                reasons += [*self._lead_in(ground, move, named, heard, before), said]
                used.append(ground.reason)
                if ground.reason in LINKED:
                    answered.append(_exchange(ground))
        return " ".join(reasons), used

    def _lead_in(
        self, ground: Grounds, move: Move, named: str, heard: Heard, before: list[str]
    ) -> list[str]:
        """What a reason is about, where neither it nor what came before it names the item."""
        if ground.item is None or ground.reason in ANSWERING:
            return []
        if getattr(move, "item", None) == ground.item:
            return []
        name = self._names.within(ground.item)
        if name.casefold() in named:
            return []
        return [self._pick(courtesies.LEAD_IN, {"item": name}, heard.minute, before)]

    # --- the reason -------------------------------------------------------------------------------

    def _reason(
        self, ground: Grounds, move: Move, heard: Heard, before: list[str], short: bool = False
    ) -> str:
        """A reason as a sentence; `short` where the reply is long already."""
        own = None if short else self._own_words(ground, heard)
        if own is not None and not self._said[own]:
            self._said[own] += 1
            first = courtesies.BEYOND if ground.reason is Reason.RED_LINE else ()
            after = courtesies.AFTER_OWN_WORDS.get(ground.reason, ())
            fields = self._fields(ground, move)
            which, more = (self._pick(p, fields, heard.minute, before) for p in (first, after))
            return f"{which} {sentence(own)} {more}".strip()
        pool = sayings.REASONS[ground.reason]
        if ground.item is None:
            pool = sayings.WITHOUT_ITEM.get(ground.reason, pool)
        if short and ground.reason is Reason.RED_LINE:
            pool = courtesies.BEYOND
        if ground.option == SILENCE:
            pool = sayings.OF_SILENCE.get(ground.reason, pool)
        else:
            pool = sayings.WITH_MOVE.get((ground.reason, move.verb), pool)
        if ground.reason is Reason.OPEN_TO and _on_paper(ground.give, move, heard):
            pool = sayings.REASONS[Reason.TRADE]
        if heard.late:
            pool = (*sayings.LATE.get(ground.reason, ()), *pool)
        fields = self._fields(ground, move)
        return self._pick(pool, fields, heard.minute, before) or sayings.AT_LEAST.get(
            ground.reason, ""
        )

    def _own_words(self, ground: Grounds, heard: Heard) -> str | None:
        """The scenario's words for this reason, if it has any that fit."""
        if ground.item is None:
            return None
        item = self._scenario.agenda[ground.item]
        interest = item.interests.get(self._party)
        option = item.options.get(ground.option or "")
        if ground.reason is Reason.CANDID:
            return interest.why if interest else None
        if ground.reason is Reason.GUARDED:
            return interest.guarded if interest else None
        if ground.reason is Reason.RED_LINE:
            return option.red_line.get(self._party) if option else None
        granted = heard.asked.get(ground.item) == ground.option
        if ground.reason is Reason.ITEM_SHORT or (ground.reason is Reason.HOME and granted):
            against = self._against(ground.item, heard)
            if against is not None:
                return against
        if ground.reason in (Reason.OPENING, Reason.ITEM_SHORT) and not granted:
            return option.case_for.get(self._party) if option else None
        return None

    def _against(self, item: str, heard: Heard) -> str | None:
        """The scenario's words against what the other side asks for on an item."""
        entry = self._scenario.agenda[item].options.get(heard.asked.get(item, ""))
        words = entry.case_against.get(self._party) if entry else None
        return None if words is None or self._said[words] else words

    def _without_reasons(self, move: Move, heard: Heard, before: list[str]) -> str:
        """The scenario's words for a move that gives no reasons: the opening, an explanation."""
        if move.verb == "open":
            opening = self._scenario.parties[self._party].opening
            return sentence(opening) if opening else ""
        if isinstance(move, Explain) and move.item in self._scenario.agenda:
            interest = self._scenario.agenda[move.item].interests.get(self._party)
            if interest is not None and not self._said[interest.why]:
                self._said[interest.why] += 1
                pool = courtesies.AS_TOLD if move.candid else courtesies.IN_GENERAL
                ground = Grounds(Reason.CANDID, item=move.item, option=move.option)
                more = self._pick(pool, self._fields(ground, move), heard.minute, before)
                return f"{sentence(interest.why)} {more}".strip()
        return ""

    # --- what it answers, what it leaves behind ---------------------------------------------------

    def _answer(self, move: Move, heard: Heard, before: list[str], length: int) -> str:
        """A word on the other side's last move; `length` is that of the reasons that follow."""
        said = heard.move
        if said is None:
            return ""
        if heard.conceded is not None and length < LONG and not _undoes(move, heard):
            fields = {"item": self._names.within(heard.conceded)}
            return self._pick(courtesies.CONCEDED, fields, heard.minute, before)
        if length >= COURTESY:
            return ""
        key = "same" if heard.same else said.verb
        if isinstance(said, Decline) and said.item is not None:
            key = "decline_item"
        if key == move.verb == "propose":
            key = "counter"
        return self._saying(courtesies.ANSWERS.get(key, ()), said, heard, before)

    def _thought(self, move: Move, heard: Heard, before: list[str]) -> str:
        fields: dict[str, object] = {"left": heard.left}
        item = getattr(move, "item", None)
        if item in self._scenario.agenda:
            fields["item"] = self._names.within(item)
        if heard.unsettled:
            named = [self._names.within(item) for item in heard.unsettled[:MOST_OPEN]]
            fields["open"] = listed(named + ["more"] * (len(heard.unsettled) > MOST_OPEN))
        kind = _KINDS.get(move.verb)
        if kind == "explain":
            kind = "candid" if isinstance(move, Explain) and move.candid else "guarded"
        if kind == "accept" and heard.over:
            kind = None
        if kind == "accept" and not heard.unsettled:
            kind = "accept_all"
        elif kind == "accept" and heard.alike:
            kind = "accept_alike"
        if kind in ("offer", "decline") and heard.late and heard.left > 1:
            kind = "late"
        return self._pick(courtesies.THOUGHTS[kind], fields, heard.minute, before) if kind else ""

    # --- choosing a sentence ----------------------------------------------------------------------

    def _saying(self, pool: Sayings, move: Move, heard: Heard, before: list[str]) -> str:
        fields: dict[str, object] = {}
        item = getattr(move, "item", None)
        if item in self._scenario.agenda:
            fields["item"] = self._names.within(item)
        for key in ("give", "want"):
            term = getattr(move, key, None)
            if term is not None:
                fields[key] = self._names.wish(term)
        return self._pick(pool, fields, heard.minute, before)

    def _pick(
        self, pool: Sayings, fields: Mapping[str, object], minute: int, before: list[str]
    ) -> str:
        """The sentence said least so far, the minute deciding among equals; not the last one."""
        fields = {**fields, **{key.title(): sentence_start(v) for key, v in fields.items()}}
        own_voice = pool[self._voice :: 2]
        fitting = [text for text in pool if _needs(text) <= fields.keys()]
        fresh = [text for text in fitting if text not in before]
        # Rather another leader's voice than the last reply again, and rather that than nothing.
        choice = [text for text in fresh if text in own_voice] or fresh or fitting
        if not choice:
            return ""
        turn = (minute + self._seed) % len(choice)
        chosen = min(choice[turn:] + choice[:turn], key=lambda text: self._said[text])
        self._said[chosen] += 1
        self._latest.append(chosen)
        return sentence(chosen.format(**fields))

    def _fields(self, ground: Grounds, move: Move) -> dict[str, object]:
        """What a sentence may name; only what the reason speaks of is in it."""
        names = self._names
        fields: dict[str, object] = {}
        if not isinstance(move, Explain):
            fields["importance"] = "matters"
        elif move.importance:
            fields["importance"] = IMPORTANCE[move.importance]
        if ground.item is not None:
            fields["item"] = names.within(ground.item)
            if ground.option is not None:
                fields["term"] = names.wish((ground.item, ground.option))
                fields["wanted"] = names.quoted((ground.item, ground.option))
                if ground.option != SILENCE:
                    fields["option"] = names.option(ground.item, ground.option)
        if ground.audience is not None:
            fields["audience"] = names.audience(self._party, ground.audience)
        if ground.number is not None:
            fields["number"] = ground.number
        for key, term in (("give", ground.give), ("want", ground.want)):
            if term is not None:
                fields[key] = names.wish(term)
                fields[f"{key}_item"] = names.within(term[0])
        return fields


_KINDS = {
    "accept": "accept",
    "explain": "explain",
    "propose": "offer",
    "choices": "offer",
    "decline": "decline",
}
"""Which thoughts go with which move."""


def _undoes(move: Move, heard: Heard) -> bool:
    """Whether a move leaves the wording to which the other side has just come."""
    now = {item: option for terms in worded_packages(move) for item, option in terms}
    item = heard.conceded
    return item in now and now[item] != heard.asked.get(item)


def _exchange(ground: Grounds) -> Exchange | None:
    """What a reason would exchange for what; None where it speaks of no exchange."""
    return None if ground.give is None or ground.want is None else (ground.give, ground.want)


def _on_paper(term: Term | None, move: Move, heard: Heard) -> bool:
    """Whether the speaker has put a wording forward, by this move or before it."""
    now = {**heard.said, **{i: option for terms in worded_packages(move) for i, option in terms}}
    return term is not None and now.get(term[0]) == term[1]


def _inside_quotes(text: str) -> str:
    """The text as it stands inside quotation marks: what it quotes itself has single ones."""
    return text.replace("“", "‘").replace("”", "’")


def _needs(template: str) -> set[str]:
    """The names that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}
