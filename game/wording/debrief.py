"""The debrief in words: sections that a student reads from first to last."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.measures import percent
from game.scenario.model import History, Scenario
from game.summit.debrief import Debrief, Plan, last_of
from game.summit.ending import outcomes_of
from game.summit.marks import correlation
from game.summit.moves import Guess
from game.summit.turning import Course
from game.wording.catalogue import STEPS
from game.wording.dossier import fiction
from game.wording.draft import HEADING, statement
from game.wording.homes import Homes
from game.wording.left import Left, not_counted
from game.wording.moments import WHAT_DECIDES, Moments
from game.wording.names import Names, Sides, figure, listed, many, points, sentence
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
    left = Left(debrief, teller.sides)
    questions = tuple(q.strip() for q in scenario.debrief.questions)
    weighed = teller.weighed()
    rule = (WHAT_DECIDES,) if weighed else ()
    pages = (
        Section("How it ended", teller.ending(), outcomes_of(scenario)[debrief.outcome].title),
        Section(
            "What was brought home", teller.result(), teller.sides.values(debrief.measures.points)
        ),
        Section(LEFT, left.told(), left.in_short()),
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
        self.sides = Sides(self.names, role)
        self.parties = self.sides.parties
        self.order = self.sides.order

    def first_of_all(self) -> str:
        """What mattered most to the other side."""
        other = self.parties[self.order[1]]
        return self.names.short(self.debrief.priorities[other][0])

    def carried(self) -> str:
        """How both homes took it, in a few words."""
        if not self.debrief.signed:
            return "nothing was signed"
        told = []
        for n in self.order:
            carried = self.debrief.homes[self.parties[n]].verdict.carried
            told.append(f"{self.sides.name(n)} {'carried' if carried else 'did not carry'} it")
        return listed(told)

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
            who = "You" if self.parties[n] == self.role else self.sides.name(n)
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
                f"Of what was gained, {self.sides.name(first)} has "
                f"{figure(percent(found.claim_share[first]))} %."
            )
        trust = self.debrief.trust
        lines.append(f"Trust at the end: {trust} of 100, {trust_word(trust)}.")
        return tuple(lines)

    def wanted(self) -> tuple[str, ...]:
        lines = []
        for n in reversed(self.order):
            party = self.parties[n]
            top = listed([self.names.within(i) for i in self.debrief.priorities[party]])
            lines.append(f"What mattered to {self.sides.name(n)}, most to least: {top}.")
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
        return f"The first offer that you planned, {terms}: {self.sides.values(plan.points)}."

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
                lines.append(f"{self.sides.name(n)}'s steps from offer to offer: {told}.")
        if self.debrief.offers:
            lines.append(f"{COUNTED} {WITH_MINISTERS}" if self.debrief.handed else COUNTED)
        for offer in self.debrief.offers:
            values = self.sides.values(offer.points)
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
                left_out.append(f"what {self.sides.name(n)} could have carried")
            else:
                lines.append(
                    f"{self.sides.name(n)} could have carried {share.agreements:,} of {share.of:,} "
                    "packages, as opinion stood before the meeting."
                )
        both = self.debrief.overlap.agreements
        if both is None:
            left_out.append("what both could have carried")
        else:
            lines.append(f"Both could have carried {both:,} of all packages then.")
        return (*lines, *not_counted(left_out))

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
