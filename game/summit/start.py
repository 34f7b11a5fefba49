"""From a file to a session: loading a scenario, starting a game, going on to the next meeting."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.scenario.campaign import Campaign
from game.scenario.diagnostics import Diagnostic
from game.scenario.library import UnusableError, entries, read_head, saved_games_folder
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario, read_text
from game.started import command, quoted
from game.summit.journal import read_journal
from game.summit.journey import Leg, Result, opening_of, result_of
from game.summit.session import Session, journal_name, known_party

SEEDS = 10_000
"""A game that names no seed draws one below this."""


class FaultyScenarioError(UnusableError):
    """A scenario that cannot be played; `diagnostics` say what is wrong with it, and where."""

    def __init__(self, path: Path, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        lines = "\n".join(
            f"  line {d.line}, column {d.column}: {d.message}" for d in diagnostics if d.is_error
        )
        check = f"{command()} check {quoted(path)}"
        super().__init__(
            f"{path} cannot be played yet:\n{lines}\n"
            f"`{check}` shows every fault with its place and a way to mend it."
        )


def load_scenario(path: Path) -> Scenario:
    """The scenario in a file; FaultyScenarioError where it has faults."""
    result = read_scenario(path)
    if result.campaign is not None:
        raise UnusableError(f"{path} is a campaign. {_name_a_meeting(path, result.campaign)}")
    if result.scenario is None:
        raise FaultyScenarioError(path, result.diagnostics)
    return result.scenario


def _name_a_meeting(path: Path, campaign: Campaign) -> str:
    """What can be named instead: what is listed by its name, what lies beside it by its path."""
    known = {entry.id for entry in entries()}
    wanted = dict.fromkeys(leg.scenario for leg in campaign.meetings.values())
    named = (name if name in known else str(path.with_name(f"{name}.yaml")) for name in wanted)
    return f"Name one of its meetings: {', '.join(named)}."


@dataclass(frozen=True, slots=True)
class Seat:
    """What a student chooses before a game: the delegation to lead, and how it is to go."""

    role: str
    seed: int = 0
    variant: int = 0
    level: str = "standard"
    student: str | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a game begins with, whoever plays it: a scenario, and its place in a campaign."""

    scenario: Scenario
    text: str
    """The scenario's file."""
    name: str
    """The scenario's name, as `list` shows it."""
    leg: Leg | None = None

    def journal_in(self, folder: Path, role: str) -> Path:
        """A free path for the journal, named for scenario or campaign, chair and moment."""
        title = self.name if self.leg is None else f"{self.leg.name}-{self.leg.meeting}"
        return free_path(folder / journal_name(title, role, datetime.now()))

    def session(self, seat: Seat, journal: Path | None) -> Session:
        """The game itself. Raises what `Session.start` does."""
        return Session.start(
            self.scenario,
            text=self.text,
            name=self.name,
            role=seat.role,
            seed=seat.seed,
            variant=seat.variant,
            level=seat.level,
            student=seat.student,
            journal=journal,
            leg=self.leg,
        )


def start_session(
    path: Path,
    *,
    role: str | None = None,
    seed: int | None = None,
    variant: int = 0,
    level: str = "standard",
    student: str | None = None,
    journal: Path | None = None,
) -> Session:
    """A new game of the scenario in a file, with its journal among the saved games unless named.

    Without a role the student leads the first party; without a seed one is drawn. Raises
    UnusableError, with a sentence for the player.
    """
    begin = beginning(path)
    role = known_party(begin.scenario, role or begin.scenario.party_ids[0])
    seed = random.randrange(SEEDS) if seed is None else seed
    seat = Seat(role, seed, variant, level, student)
    return _kept(begin, seat, journal or begin.journal_in(saved_games_folder(), role))


def _kept(begin: Beginning, seat: Seat, journal: Path) -> Session:
    try:
        return begin.session(seat, journal)
    except OSError as error:
        raise _unwritable(journal, error) from error


def _unwritable(journal: Path, error: OSError) -> UnusableError:
    return UnusableError(f"The journal cannot be written to {journal}: {error.strerror or error}.")


def beginning(path: Path) -> Beginning:
    """What a game of the file begins with: of a campaign, its first meeting.

    Raises FaultyScenarioError, and OSError where the file cannot be read.
    """
    if read_head(path).kind != "campaign":
        return Beginning(load_scenario(path), path.read_bytes().decode("utf-8-sig"), path.stem)
    read = read_scenario(path)
    if read.campaign is None:
        raise FaultyScenarioError(path, read.diagnostics)
    campaign = read.campaign
    names = {leg.scenario for leg in campaign.meetings.values()}
    known = {entry.id: entry.path for entry in entries([path.parent])}
    texts = {name: known[name].read_text(encoding="utf-8-sig") for name in sorted(names)}
    return _leg(path.stem, campaign, texts, (), None)


def next_session(session: Session) -> Session:
    """Goes on to the next meeting of a campaign, in a journal beside the last one's.

    Raises UnusableError where the meeting is not over, or nothing follows it.
    """
    leg = session.leg
    if leg is None or leg.following is None or not session.over:
        raise UnusableError("No further meeting follows here.")
    result = result_of(leg.meeting, session.summit.state, session.own)
    begin = _leg(leg.name, leg.campaign, leg.texts, (*leg.results, result), leg.meeting)
    head, last = session.head, session.journal_path
    seat = Seat(head.role, head.seed + 1, head.variant, head.level, head.student)
    folder = saved_games_folder() if last is None else last.parent
    return _kept(begin, seat, begin.journal_in(folder, head.role))


def _leg(
    name: str,
    campaign: Campaign,
    texts: Mapping[str, str],
    results: tuple[Result, ...],
    after: str | None,
) -> Beginning:
    meeting = campaign.after(after)
    assert meeting is not None
    wanted = campaign.meetings[meeting].scenario
    scenario = read_text(texts[wanted], wanted).scenario
    if scenario is None:
        raise UnusableError(f"The scenario of the meeting {meeting} has faults of its own.")
    opening = opening_of(campaign, results, meeting, scenario)
    leg = Leg(name, campaign, texts, meeting, opening, results)
    return Beginning(scenario, texts[wanted], wanted, leg)


def free_path(path: Path) -> Path:
    """The path, or one with a number where a file lies there already."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def branch_session(path: Path, number: int) -> Session:
    """Takes the game in a journal up again after so many moves; the new journal lies beside it.

    Raises UnusableError, with a sentence for the player.
    """
    target = free_path(path.with_stem(f"{path.stem}-again"))
    try:
        return Session.branch(read_journal(path), number, target)
    except OSError as error:
        raise _unwritable(target, error) from error
