"""The debrief in words: sections that a student reads from first to last."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.measures import MOST_CHANGED, Swap, percent
from game.bargaining.preferences import Package
from game.bargaining.solutions import Pair
from game.scenario.model import History, Scenario
from game.scenario.words import SILENCE
from game.summit.debrief import Debrief, MissedTrade, Plan, last_of
from game.summit.ending import outcomes_of
from game.summit.marks import correlation
from game.summit.moves import Guess
from game.summit.turning import Course
from game.wording.catalogue import NOT_COUNTED, STEPS
from game.wording.dossier import fiction
from game.wording.draft import HEADING, statement
from game.wording.homes import Homes
from game.wording.moments import WHAT_DECIDES, Moments
from game.wording.names import Names, figure, listed, many, points, sentence
from game.wording.status import trust_word


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the debrief."""

    title: str
    lines: tuple[str, ...]
    figure: str = ""
    """What it comes to, in a few words."""


LEFT = "What was left on the table"
DANCE = "The offers, step by step"
WEIGHED = "What the computer weighed"
TURNED = "The moment it turned"
"""Title of the page that takes a moment to find; a face may add it when it has been found."""


def sections(
    debrief: Debrief, scenario: Scenario, role: str | None, turning: Section | None = None
) -> tuple[Section, ...]:
    """The debrief for the student who led `role`, or for an observer.

    `turning` is the page of `turning_page`, where the game has been searched for it.
    """
    teller = _Teller(debrief, scenario, role)
    found = debrief.measures
    questions = tuple(q.strip() for q in scenario.debrief.questions)
    weighed = teller.weighed()
    rule = (WHAT_DECIDES,) if weighed else ()
    pages = (
        Section("How it ended", teller.ending(), outcomes_of(scenario)[debrief.outcome].title),
        Section("What was brought home", teller.result(), teller.values(found.points)),
        Section(LEFT, teller.left(), f"{_agreements(found.better)} better for both"),
        Section("What they really wanted", teller.wanted(), teller.first_of_all()),
        Section(DANCE, teller.dance(), many(len(debrief.offers), "offer")),
        turning or Section(TURNED, ()),
        Section(WEIGHED, (*rule, *weighed), many(len(weighed), "decision")),
        Section("At home", teller.home(), teller.carried()),
        Section("The real meeting", teller.history()),
        Section("To discuss", questions, many(len(questions), "question")),
        Section("A note", (fiction(scenario),)),
    )
    return tuple(page for page in pages if page.lines)


def turning_page(course: Course, told: Moments) -> Section:
    """The page on the moment a student's meeting turned, or on that it did not."""
    turn = course.turn
    if turn is None:
        return Section(TURNED, told.steady(course), "no single move")
    return Section(TURNED, told.turned(course, turn), f"minute {turn.before.minute}")


COUNTED = (
    "How offers are counted here: an item that an offer does not name counts as that side last "
    "worded it, else as the other side did, else as left out. A link is no offer."
)
WITH_MINISTERS = "What the ministers have counts as handed down from the move that gave it to them."


class _Teller:
    """The sentences of one debrief."""

    def __init__(self, debrief: Debrief, scenario: Scenario, role: str | None) -> None:
        self.debrief = debrief
        self.scenario = scenario
        self.role = role
        self.names = Names(scenario)
        self.homes = Homes(debrief, self.names)
        self.parties = scenario.party_ids
        # The student's own side is told first.
        self.order = sorted(range(2), key=lambda n: self.parties[n] != role)

    def name(self, number: int) -> str:
        return self.names.party(self.parties[number])

    def values(self, pair: Pair) -> str:
        """“Japan 67 and South Korea 70”: a pair of points."""
        return listed([f"{self.name(n)} {figure(pair[n])}" for n in self.order])

    def first_of_all(self) -> str:
        """What mattered most to the other side."""
        other = self.parties[self.order[1]]
        return self.names.short(self.debrief.priorities[other][0])

    def carried(self) -> str:
        """How both homes took it, in a few words."""
        if not self.debrief.signed:
            return "nothing was signed"
        homes = [(self.name(n), self.debrief.homes[self.parties[n]].verdict) for n in self.order]
        return listed(
            [f"{name} {'carried' if home.carried else 'did not carry'} it" for name, home in homes]
        )

    def ending(self) -> tuple[str, ...]:
        outcome = outcomes_of(self.scenario)[self.debrief.outcome]
        lines = [sentence(outcome.title), outcome.text.strip()]
        if self.debrief.signed:
            lines += [line for n in self.order for line in self.homes.not_carried(self.parties[n])]
        clauses = statement(self.scenario, self.debrief.agreement, self.debrief.handed)
        if any(self.debrief.agreement.values()) and self.debrief.walked_out is None:
            state = "in force" if self.debrief.in_force else "not in force"
            lines += [f"The text ({state}; fiction): {HEADING}", *clauses]
        return tuple(lines)

    def result(self) -> tuple[str, ...]:
        found = self.debrief.measures
        lines = []
        for n in self.order:
            r = self.debrief.walk_away[n]
            who = "You" if self.parties[n] == self.role else self.name(n)
            lines.append(
                f"{who} came home with {points(found.points[n])}. Walking away is worth "
                f"{figure(r)}, so {figure(found.surplus[n])} gained of the {found.best[n]} that "
                f"were to be had at best ({figure(percent(found.own_result[n]))} %)."
            )
        lines.append(
            f"Together: {figure(sum(found.surplus))} gained, {figure(percent(found.joint_gain))} % "
            "of the most that was possible."
        )
        if sum(found.surplus) > 0:
            first = self.order[0]
            lines.append(
                f"Of what was gained, {self.name(first)} has "
                f"{figure(percent(found.claim_share[first]))} %."
            )
        trust = self.debrief.trust
        lines.append(f"Trust at the end: {trust} of 100, {trust_word(trust)}.")
        return tuple(lines)

    def left(self) -> tuple[str, ...]:
        found = self.debrief.measures
        if found.better == 0:
            none = "No agreement was better for both"
            where = ": the deal lies on the frontier." if found.efficient else "."
            return none + where, *self.frontier()
        lines = self.better()
        if found.nearest is not None:
            lines.append(self.nearest(found.nearest))
        if self.debrief.missed is not None:
            lines += [self.trade(self.debrief.missed.swap), self.visible(self.debrief.missed)]
        return (*lines, *self.frontier())

    def better(self) -> list[str]:
        """How many agreements were better for both, and how many of them both homes would carry."""
        better, carried = self.debrief.measures.better, self.debrief.measures.better_carried
        told = f"{_agreements(better)} {'was' if better == 1 else 'were'} better for both"
        if carried is not None:
            told += (
                f"; {_of_them(carried, better)} have been carried at both homes, as opinion stood "
                "before the meeting"
            )
        left_out = ["how many they are"] if better is None else []
        if carried is None:
            left_out.append("how many of them both homes would have carried")
        return [f"{told}.", *_not_counted(left_out)]

    def nearest(self, package: Package) -> str:
        """An agreement better for both, as near to this one as any."""
        changes = self.changes(package)
        rest = "the rest as agreed" if self.debrief.in_force else "nothing on the rest"
        which = "The nearest of them" if self.debrief.in_force else "One with the fewest clauses"
        if len(changes) > MOST_CHANGED:
            which = f"None of them is near: more than {MOST_CHANGED} clauses differ. One of them"
        whole = len(changes) == len(self.scenario.agenda)
        return f"{which}: {'; '.join(changes if whole else [*changes, rest])}."

    def visible(self, missed: MissedTrade) -> str:
        """Since when the missed trade could be seen, or why it could not."""
        if missed.hidden is not None:
            wish = self.names.wish(missed.hidden)
            return (
                f"It could not be seen: {wish} never came to light. It takes an understanding of "
                "what lies behind the item: a question, an explanation, a word aside."
            )
        if missed.minute is None:
            return (
                "It could not be seen: not all wishes on the two items came on the record. A "
                "question would have brought them."
            )
        return (
            f"It could be seen from minute {missed.minute}, when both sides' wishes on both items "
            "were on the record."
        )

    def frontier(self) -> tuple[str, ...]:
        """The drawing of the frontier in words: its ends, its middle, and where the deal lies."""
        lines = [
            f"Best for {self.name(n)}: {self.values(deal.points)}."
            for n, deal in enumerate(self.debrief.best_for)
        ]
        nash, kalai = self.debrief.solutions["nash"], self.debrief.solutions["kalai"]
        if nash is not None and kalai is not None:
            if nash.points == kalai.points:
                lines.append(f"Fair middle, Nash and Kalai point: {self.values(nash.points)}.")
            else:
                lines.append(
                    f"Fair middle: {self.values(nash.points)} at the Nash point, "
                    f"{self.values(kalai.points)} at the Kalai point."
                )
        return (*lines, f"Yours: {self.values(self.debrief.measures.points)}.")

    def trade(self, swap: Swap) -> str:
        """The missed exchange: who would have given on which item, and what both gained."""
        gives = []
        for index, number in (swap.first, swap.second):
            item = list(self.scenario.agenda)[index]
            options = self.scenario.agenda[item].options
            now = self.debrief.agreement.get(item) if self.debrief.in_force else None
            then = list(options)[number - 1] if number else None
            lost = [
                (options[then].points.get(party, 0) if then else 0)
                - (options[now].points.get(party, 0) if now else 0)
                for party in self.parties
            ]
            giver = self.name(0 if lost[0] < lost[1] else 1)
            clause = f"“{options[then].label}”" if then else "leaving it out"
            instead = f" instead of “{options[now].label}”" if now else ""
            gives.append(f"{giver} gives on {self.names.within(item)}, {clause}{instead}")
        gains = listed([f"{self.name(n)} {swap.gains[n]}" for n in self.order])
        if not self.debrief.in_force:
            return (
                f"A trade to build a text upon: {'; '.join(gives)}. Points gained beside leaving "
                f"both out: {gains}."
            )
        home = "" if swap.carried else " As opinion stood before the meeting, one home at least "
        home += "" if swap.carried else "would not have carried the text with it."
        return f"The trade that was missed: {'; '.join(gives)}. Points gained: {gains}.{home}"

    def changes(self, package: Package) -> list[str]:
        """The clauses in which a package differs from the text in force."""
        text = self.debrief.agreement if self.debrief.in_force else {}
        parts = []
        for (item, entry), number in zip(self.scenario.agenda.items(), package, strict=True):
            option = list(entry.options)[number - 1] if number else None
            with_ministers = self.debrief.in_force and item in self.debrief.handed
            if option != text.get(item) or with_ministers:
                parts.append(self.names.phrase((item, option or SILENCE)))
        return parts

    def wanted(self) -> tuple[str, ...]:
        lines = []
        for n in reversed(self.order):
            party = self.parties[n]
            top = listed([self.names.within(i) for i in self.debrief.priorities[party]])
            lines.append(f"What mattered to {self.name(n)}, most to least: {top}.")
        for party, tau in self.debrief.guessed.items():
            if party == self.role and tau is not None:
                before = self.debrief.prepared[party]
                was = f", {correlation(before)} before the meeting" if before is not None else ""
                lines.append(
                    f"Your ranking of theirs against the truth (Kendall's tau, −1 to 1): "
                    f"{correlation(tau)}{was}.{self._of_how_many(party)}"
                )
        if self.role is not None:
            other = self.scenario.other(self.role)
            for item in self.debrief.priorities[other][:3]:
                interest = self.scenario.agenda[item].interests.get(other)
                if interest is not None:
                    lines.append(f"{self.names.short(item)}: “{interest.why.strip()}”")
        return tuple(lines)

    def _of_how_many(self, party: str) -> str:
        """That a ranking was not whole, where it was not."""
        guess = last_of(party, self.debrief.records, Guess)
        ranked = len(set(guess.theirs)) if guess is not None else 0
        whole = len(self.scenario.agenda)
        return f" You ranked {ranked} of the {whole} items." if ranked < whole else ""

    def _planned(self, plan: Plan) -> str:
        terms = self.names.phrases(plan.terms)
        return f"The first offer that you planned, {terms}: {self.values(plan.points)}."

    def dance(self) -> tuple[str, ...]:
        plan = self.debrief.planned.get(self.role or "")
        lines = [self._planned(plan)] if plan else []
        for n in self.order:
            steps = self.debrief.dance[self.parties[n]]
            if steps:
                told = listed(
                    [
                        f"{count} {STEPS[step][count > 1]}"
                        for step, count in sorted(steps.items(), key=lambda entry: -entry[1])
                    ]
                )
                lines.append(f"{self.name(n)}'s steps from offer to offer: {told}.")
        if self.debrief.offers:
            lines.append(f"{COUNTED} {WITH_MINISTERS}" if self.debrief.handed else COUNTED)
        for offer in self.debrief.offers:
            values = self.values(offer.points)
            party = self.names.party(offer.party)
            lines.append(f"Offer {offer.number}, minute {offer.minute}, {party}: {values}.")
        return tuple(lines)

    def home(self) -> tuple[str, ...]:
        lines: list[str] = []
        left_out: list[str] = []
        for n in self.order:
            party = self.parties[n]
            lines += self.homes.told(party)
            share = self.debrief.win_sets[party]
            if share.agreements is None:
                left_out.append(f"what {self.name(n)} could have carried")
            else:
                lines.append(
                    f"{self.name(n)} could have carried {share.agreements:,} of {share.of:,} "
                    "packages, as opinion stood before the meeting."
                )
        both = self.debrief.overlap.agreements
        if both is None:
            left_out.append("what both could have carried")
        else:
            lines.append(f"Both could have carried {both:,} of all packages then.")
        return (*lines, *_not_counted(left_out))

    def weighed(self) -> tuple[str, ...]:
        return tuple(Moments(self.scenario, self.role, self.debrief.records).weighed())

    def history(self) -> tuple[str, ...]:
        """What is known of the real meeting; item by item after what this one came to."""
        entries = self.scenario.debrief.history
        lines = [self._really(entry) for entry in entries if entry.item is None]
        for item in self.scenario.agenda:
            real = [self._really(entry) for entry in entries if entry.item == item]
            if real:
                lines += [f"{self.names.item(item)}. Your meeting: {self._came_to(item)}", *real]
        return tuple(lines)

    def _came_to(self, item: str) -> str:
        option = self.debrief.agreement.get(item)
        unsigned = "" if self.debrief.in_force else " But no text is in force."
        if item in self.debrief.handed:
            return f"handed to the ministers.{unsigned}"
        if option is None:
            return "no word on it."
        return f"“{self.names.option(item, option)}”.{unsigned}"

    def _really(self, entry: History) -> str:
        source = self.scenario.sources.get(entry.source or "")
        named = f"{source.publisher}, {source.date}" if source else "unconfirmed"
        return f"{entry.text.strip()} ({named})"


def _agreements(number: int | None) -> str:
    """“1,218 agreements”, “1 agreement”; “Some agreements” where they were not counted."""
    return "Some agreements" if number is None else many(number, "agreement")


def _of_them(number: int, whole: int | None) -> str:
    """“all of them would”, “none of them would”, “12 of them would”; of one “it would”."""
    if whole == 1:
        return "it would" if number else "it would not"
    how_many = "none" if number == 0 else "all" if number == whole else f"{number:,}"
    return f"{how_many} of them would"


def _not_counted(what: list[str]) -> list[str]:
    """A sentence on what would have taken long to count, where anything would."""
    return [NOT_COUNTED.format(what=listed(what))] if what else []
