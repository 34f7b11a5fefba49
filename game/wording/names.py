"""How things and people are called: titles, labels and clauses of a scenario by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.analysis.home import Stopping
from game.bargaining.solutions import Pair
from game.scenario.model import Item, Option, Party, Scenario
from game.scenario.words import SILENCE
from game.summit.moves import Term, Terms

ARTICLES = ("The", "A", "An")


@dataclass(frozen=True)
class Names:
    """The names of one scenario."""

    scenario: Scenario

    def item(self, item: str) -> str:
        """An item's title in full."""
        return self.scenario.agenda[item].title

    def short(self, item: str) -> str:
        """An item's name where space is short."""
        entry: Item = self.scenario.agenda[item]
        return entry.short or entry.title

    def within(self, item: str) -> str:
        """The same inside a sentence, where its article is a small one."""
        return small(self.short(item))

    def option(self, item: str, option: str) -> str:
        """An option's label."""
        return "leave it out" if option == SILENCE else self.entry(item, option).label

    def entry(self, item: str, option: str) -> Option:
        """An option as the scenario has it."""
        return self.scenario.agenda[item].options[option]

    def clause(self, item: str, option: str) -> str:
        """An option's sentence in the joint statement, without what ends it."""
        return self.entry(item, option).clause.strip().rstrip(";")

    def party(self, party: str) -> str:
        """A party's name."""
        return self.scenario.parties[party].name

    def code(self, party: str) -> str:
        """A party's capitals for the draft's brackets."""
        entry: Party = self.scenario.parties[party]
        return entry.code or entry.name[:3].upper()

    def leader(self, party: str) -> str:
        """A leader with office and name."""
        return self.scenario.parties[party].leader

    def address(self, party: str) -> str:
        """A leader as spoken of in the room."""
        entry: Party = self.scenario.parties[party]
        return entry.address or entry.leader

    def minister(self, party: str) -> str:
        """Who takes an item that is handed down."""
        entry: Party = self.scenario.parties[party]
        return entry.minister or f"the foreign minister of {entry.name}"

    def audience(self, party: str, audience: str) -> str:
        """An audience at home."""
        home = self.scenario.parties[party].home
        return home.audiences[audience].name if home and audience in home.audiences else audience

    def stopping(self, party: str, stopping: Iterable[Stopping]) -> str:
        """“the families (31, needs 40) and the ministry (32, needs 36)”; empty where nobody is."""
        return listed(
            [f"{self.audience(party, a)} ({of_hundred(has)}, needs {n})" for a, has, n in stopping]
        )

    def term(self, term: Term) -> str:
        """One item and option: “Missiles: warning data”."""
        return f"{self.short(term[0])}: {self.option(*term)}"

    def phrase(self, term: Term) -> str:
        """The same inside a sentence: “Missiles “Warning data””; “Missiles left out”."""
        if term[1] == SILENCE:
            return f"{self.short(term[0])} left out"
        return f"{self.short(term[0])} “{self.option(*term)}”"

    def quoted(self, term: Term) -> str:
        """The option alone: ““Warning data””, “leaving it out”."""
        return "leaving it out" if term[1] == SILENCE else f"“{self.option(*term)}”"

    def wish(self, term: Term) -> str:
        """The same as a thing to want: ““Warning data” on Missiles”, “leaving Missiles out”."""
        if term[1] == SILENCE:
            return f"leaving {self.within(term[0])} out"
        return f"“{self.option(*term)}” on {self.within(term[0])}"

    def phrases(self, terms: Terms) -> str:
        """A package inside a sentence."""
        return "; ".join(self.phrase(term) for term in terms)

    def terms(self, terms: Terms) -> str:
        """A package in one line."""
        return "; ".join(self.term(term) for term in terms)


def small(name: str) -> str:
    """A name inside a sentence, where its article is a small one."""
    article, space, rest = name.partition(" ")
    return f"{article.lower()}{space}{rest}" if article in ARTICLES else name


def points(number: int) -> str:
    """“13 points”, “1 point”, “−6 points”."""
    return many(number, "point")


def many(number: int, noun: str) -> str:
    """“3 offers”, “1 offer”, “1,218 agreements”."""
    return f"{number:,} {noun}{'' if abs(number) == 1 else 's'}".replace("-", "−")


def figure(number: int) -> str:
    """A whole number with a true minus, as everywhere in the game's texts."""
    return f"{number}".replace("-", "−")


def of_hundred(support: int) -> str:
    """An audience's support as it is shown, from 0 to 100; it is summed without bounds."""
    return figure(max(0, min(100, support)))


def signed(number: int) -> str:
    """A change as a figure with its sign: +3, −2, ±0."""
    return "±0" if number == 0 else f"{number:+d}".replace("-", "−")


def listed(parts: list[str]) -> str:
    """“a, b and c”; “a and b, and c” where a part has an “and” of its own."""
    if len(parts) < 2:
        return "".join(parts)
    comma = "," if any(" and " in part for part in parts) else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"


def sentence_start(value: object) -> str:
    """A name as a sentence begins with it."""
    text = str(value)
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last."""
    text = text.strip()
    return ended(sentence_start(text)) if text else text


def ended(text: str) -> str:
    """The text with a full stop last, where it has not ended yet."""
    return text if text.rstrip('”"’')[-1:] in (".", "?", "!", "…") else text + "."


@dataclass(frozen=True)
class Company:
    """Who is in the room, seen from one chair: the student is “you”, an observer sees two names."""

    names: Names
    role: str | None

    def who(self, party: str, verb: str) -> str:
        """The party as the subject of a sentence: “You propose”, “The President proposes”."""
        if party == self.role:
            return f"You {verb}"
        return f"{self.names.address(party)} {third_person(verb)}"

    def them(self, party: str) -> str:
        """Whom a party speaks to: “them” for the student, “you”, or the other party's name."""
        if party == self.role:
            return "them"
        return "you" if self.role is not None else self.other(party)

    def their(self, party: str) -> str:
        """What belongs to the one that a party speaks to: “their”, “your”, “Japan's”."""
        if party == self.role:
            return "their"
        return "your" if self.role is not None else f"{self.other(party)}'s"

    def whose(self, party: str) -> str:
        """What belongs to a party: “your”, “Japan's”."""
        return "your" if party == self.role else f"{self.names.party(party)}'s"

    def other(self, party: str) -> str:
        """The name of the party across the table."""
        return self.names.party(self.names.scenario.other(party))


class Sides:
    """The two sides of a finished game by their numbers, that of the student told first."""

    def __init__(self, names: Names, role: str | None) -> None:
        self.names = names
        self.parties = names.scenario.party_ids
        self.order = sorted(range(2), key=lambda n: self.parties[n] != role)

    def name(self, number: int) -> str:
        """A side's name."""
        return self.names.party(self.parties[number])

    def values(self, pair: Pair) -> str:
        """“Japan 67 and South Korea 70”: the points of both."""
        return listed([f"{self.name(n)} {figure(pair[n])}" for n in self.order])


def third_person(verb: str) -> str:
    """“proposes”, “replies”, “passes” for “propose”, “reply”, “pass”; the first word only."""
    first, space, rest = verb.partition(" ")
    if first == "have":
        return f"has{space}{rest}"
    if first.endswith("y") and first[-2] not in "aeiou":
        first = f"{first[:-1]}ie"
    elif first.endswith(("s", "sh", "ch", "x")):
        first = f"{first}e"
    return f"{first}s{space}{rest}"
