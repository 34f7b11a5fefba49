"""The debrief in words: sections that a student reads from first to last."""

from __future__ import annotations

from dataclasses import dataclass

from game.bargaining.preferences import Package
from game.scenario.model import History, Scenario
from game.summit.debrief import Debrief, HomeReport, Plan
from game.summit.ending import outcomes_of
from game.summit.turning import Turn
from game.wording.catalogue import STEPS
from game.wording.dossier import fiction
from game.wording.draft import statement
from game.wording.moments import NO_TURN, Moments
from game.wording.names import Names, listed, sentence
from game.wording.status import trust_word


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the debrief."""

    title: str
    lines: tuple[str, ...]


LEFT = "What was left on the table"
DANCE = "The dance"
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
    pages = (
        Section("How it ended", teller.ending()),
        Section("What was brought home", teller.result()),
        Section(LEFT, teller.left()),
        Section("What they really wanted", teller.wanted()),
        Section(DANCE, teller.dance()),
        turning or Section(TURNED, ()),
        Section(WEIGHED, teller.weighed()),
        Section("At home", teller.home()),
        Section("The real meeting", teller.history()),
        Section("To discuss", tuple(q.strip() for q in scenario.debrief.questions)),
        Section("A note", (fiction(scenario),)),
    )
    return tuple(page for page in pages if page.lines)


def turning_page(turn: Turn | None, told: Moments) -> Section:
    """The page on the moment a student's meeting turned; None where it did not."""
    lines = (NO_TURN,) if turn is None else told.turned(turn)
    return Section(TURNED, lines)


class _Teller:
    """The sentences of one debrief."""

    def __init__(self, debrief: Debrief, scenario: Scenario, role: str | None) -> None:
        self.debrief = debrief
        self.scenario = scenario
        self.role = role
        self.names = Names(scenario)
        self.parties = scenario.party_ids
        # The student's own side is told first.
        self.order = sorted(range(2), key=lambda n: self.parties[n] != role)

    def name(self, number: int) -> str:
        return self.names.party(self.parties[number])

    def ending(self) -> tuple[str, ...]:
        outcome = outcomes_of(self.scenario)[self.debrief.outcome]
        lines = [sentence(outcome.title), outcome.text.strip()]
        clauses = statement(self.scenario, self.debrief.agreement, self.debrief.handed)
        if clauses and self.debrief.walked_out is None:
            state = "in force" if self.debrief.in_force else "not in force"
            lines += [f"The text ({state}; fiction): The two leaders", *clauses]
        return tuple(lines)

    def result(self) -> tuple[str, ...]:
        found = self.debrief.measures
        lines = []
        for n in self.order:
            r = self.debrief.walk_away[n]
            who = "You" if self.parties[n] == self.role else self.name(n)
            lines.append(
                f"{who} came home with {found.points[n]} points. Walking away is worth {r}, so "
                f"{found.surplus[n]} gained of the {found.best[n]} that were to be had at best "
                f"({found.own_result[n] // 10} %)."
            )
        lines.append(
            f"Together: {sum(found.surplus)} gained, {found.joint_gain // 10} % of the most that "
            "was possible."
        )
        if sum(found.surplus) > 0:
            first = self.order[0]
            lines.append(
                f"Of what was gained, {self.name(first)} has {found.claim_share[first] // 10} %."
            )
        trust = self.debrief.trust
        lines.append(f"Trust at the end: {trust} of 100, {trust_word(trust)}.")
        return tuple(lines)

    def left(self) -> tuple[str, ...]:
        found = self.debrief.measures
        if not found.better:
            return ("No agreement was better for both: the deal lies on the frontier.",)
        were = "agreement was" if found.better == 1 else "agreements were"
        lines = [
            f"{found.better:,} {were} better for both; {found.better_carried:,} of them would have "
            "been carried at both homes, as opinion stood before the meeting."
        ]
        if found.nearest is not None:
            lines.append(f"The nearest of them: {self.changes(found.nearest)}.")
        missed = self.debrief.missed
        if missed is not None:
            first, second = (self.term(pair) for pair in (missed.swap.first, missed.swap.second))
            gains = listed([f"{missed.swap.gains[n]} to {self.name(n)}" for n in self.order])
            when = (
                f"It could be seen from minute {missed.minute}, when both sides' wishes on both "
                "items were on the record."
                if missed.minute is not None
                else "It could not be seen: one side's wishes there never came on the record. A "
                "question would have brought them."
            )
            lines.append(
                f"The trade that was missed: “{first}” with “{second}”, points gained: {gains}."
            )
            lines.append(when)
        for title, key in (("Nash point", "nash"), ("Kalai point", "kalai")):
            deal = self.debrief.solutions[key]
            if deal is not None:
                at = listed([f"{self.name(n)} {deal.points[n]}" for n in self.order])
                lines.append(f"{title}: {at}.")
        return tuple(lines)

    def changes(self, package: Package) -> str:
        """The clauses in which a package differs from the text in force, and what it is worth."""
        space_items = list(self.scenario.agenda)
        text = self.debrief.agreement if self.debrief.in_force else {}
        parts = []
        for index, item in enumerate(space_items):
            option = self.term((index, package[index])) if package[index] else None
            now = text.get(item)
            label = self.names.term((item, now)) if now else None
            if option != label:
                parts.append(option or f"{self.names.short(item)}: left out")
        return listed(parts)

    def term(self, pair: tuple[int, int]) -> str:
        item = list(self.scenario.agenda)[pair[0]]
        if pair[1] == 0:
            return f"{self.names.short(item)}: left out"
        return self.names.term((item, list(self.scenario.agenda[item].options)[pair[1] - 1]))

    def wanted(self) -> tuple[str, ...]:
        lines = []
        for n in reversed(self.order):
            party = self.parties[n]
            top = listed([self.names.short(i) for i in self.debrief.priorities[party]])
            lines.append(f"{self.name(n)}, from what mattered most: {top}.")
        for party, tau in self.debrief.guessed.items():
            if party == self.role and tau is not None:
                before = self.debrief.prepared[party]
                was = f", {before / 1000:+.2f} before the meeting" if before is not None else ""
                lines.append(
                    f"Your ranking of theirs against the truth (Kendall's tau, −1 to 1): "
                    f"{tau / 1000:+.2f}{was}."
                )
        if self.role is not None:
            other = self.scenario.other(self.role)
            for item in self.debrief.priorities[other][:3]:
                interest = self.scenario.agenda[item].interests.get(other)
                if interest is not None:
                    lines.append(f"{self.names.short(item)}: “{interest.why.strip()}”")
        return tuple(lines)

    def _planned(self, plan: Plan) -> str:
        values = listed([f"{self.name(n)} {plan.points[n]}" for n in self.order])
        return f"The first offer that you planned, {self.names.terms(plan.terms)}: {values}."

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
        for offer in self.debrief.offers:
            values = listed([f"{self.name(n)} {offer.points[n]}" for n in self.order])
            party = self.names.party(offer.party)
            lines.append(f"Offer {offer.number}, minute {offer.minute}, {party}: {values}.")
        return tuple(lines)

    def home(self) -> tuple[str, ...]:
        lines = []
        for n in self.order:
            party = self.parties[n]
            lines += self._one_home(party, self.debrief.homes[party])
            share = self.debrief.win_sets[party]
            lines.append(
                f"{self.name(n)} could have carried {share.agreements:,} of {share.of:,} packages."
            )
        lines.append(f"Both could have carried {self.debrief.overlap.agreements:,}.")
        return tuple(lines)

    def _one_home(self, party: str, report: HomeReport) -> list[str]:
        if not report.audiences:
            return []
        people = listed(
            [
                f"{self.names.audience(party, audience)} from {before} to {after}"
                for audience, before, after in report.audiences
            ]
        )
        name = self.names.party(party)
        if not any(self.debrief.agreement.values()) and not self.debrief.handed:
            return [f"{name}: there was no text to carry. Support: {people}."]
        verdict = report.verdict
        word = "carried" if verdict.carried else "not carried"
        if self.debrief.signed:
            told = f"the text was {word}"
        else:
            told = f"the text was not signed; as it stood it would have been {word}"
        return [
            f"{name}: {told}, {verdict.support} where {verdict.needed} were needed. "
            f"Support: {people}."
        ]

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
        if item in self.debrief.handed:
            return "handed to the ministers."
        if option is None:
            return "no word on it."
        unsigned = "" if self.debrief.in_force else " But the text is not in force."
        return f"“{self.names.option(item, option)}”.{unsigned}"

    def _really(self, entry: History) -> str:
        source = self.scenario.sources.get(entry.source or "")
        named = f"{source.publisher}, {source.date}" if source else "unconfirmed"
        return f"{entry.text.strip()} ({named})"
