"""Games between two thinking sides by the second, and how long a reply of the counterpart takes.

Repeat with: PYTHON benchmarks/games.py

Where NegMAS is installed (a development tool, never imported by the game) its Boulware meets its
Conceder at 20 rounds on the same domain in the same run. Goals: ten times its sessions a second; a
reply within 50 ms (99th percentile) on the Seoul summit, and 250 ms with 12 items of 6 options.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from domains import Domain, domains
from league import meet

from game.bargaining.negotiator import STRONGEST

ROUNDS = 20
TURNS = 8
SECONDS = 0.5
"""Every contender plays for so long in each of its turns, in time of this process."""


def rates(contenders: Sequence[Callable[[], object]]) -> list[float]:
    """Calls a second of each; they take turns, so that a busy machine troubles all alike."""
    counts, spent = [0] * len(contenders), [0.0] * len(contenders)
    for play in contenders:
        play()
    for _ in range(TURNS):
        for number, play in enumerate(contenders):
            begun = time.process_time()
            while time.process_time() - begun < SECONDS:
                play()
                counts[number] += 1
            spent[number] += time.process_time() - begun
    return [count / took for count, took in zip(counts, spent, strict=True)]


def sessions(domain: Domain) -> None:
    """Sessions a second of ours and of NegMAS's, on one domain."""

    def ours() -> object:
        return meet(domain, (STRONGEST, STRONGEST), ROUNDS)

    told = f"{domain.packages:>7,} packages   Sidelines with itself"
    try:
        from field import public_field, session
    except ImportError:
        print(f"{told} {rates([ours])[0]:8.0f} sessions/s   (NegMAS is not installed)")
        return
    agents = public_field()
    makers = (lambda own, n: agents["Boulware"](), lambda own, n: agents["Conceder"]())
    own, theirs = rates([ours, lambda: session(domain, makers, ROUNDS, 0)])
    print(
        f"{told} {own:8.0f} sessions/s   NegMAS Boulware v Conceder {theirs:7.1f}   "
        f"ratio {own / theirs:6.1f}"
    )


def replies(name: str, text: str, games: int) -> None:
    """The time that the counterpart takes for a reply, over some games of a thinking student."""
    from game.scenario.reader import read_text
    from game.summit.bots import Integrative
    from game.summit.counterpart import Counterpart
    from game.summit.state import rulebook
    from game.summit.summit import Summit

    scenario = read_text(text).scenario
    assert scenario is not None
    times, whole = [], []
    for seed in range(games):
        party = scenario.party_ids[seed % 2]
        other = scenario.other(party)
        student, counterpart = Integrative(), Counterpart(scenario.parties[other].style)
        begun = time.perf_counter()
        summit = Summit(scenario, seed, rulebook(scenario))
        while not summit.over:
            if party in summit.to_act():
                summit.play(party, student.choose(summit.view(party)).move)
                continue
            view = summit.view(other)
            started = time.perf_counter()
            decision = counterpart.choose(view)
            times.append(1000 * (time.perf_counter() - started))
            summit.play(other, decision.move)
        whole.append(1000 * (time.perf_counter() - begun))
    cuts = statistics.quantiles(times, n=100)
    print(
        f"{name:<24} reply: median {cuts[49]:.1f} ms, p99 {cuts[98]:.1f}, worst {max(times):.1f} "
        f"({len(times)} replies); a whole game {statistics.median(whole):.0f} ms"
    )


def large_summit(items: int = 12, options: int = 6) -> str:
    """A scenario of many items, half of them opposed, with homes on both sides."""
    lines = ["format: 1", "title: Twelve matters", "meeting: {minutes: 90}", "parties:"]
    for party in ("north", "south"):
        lines += [
            f"  {party}:",
            f"    name: {party.title()}",
            f"    leader: Minister {party.title()}",
            "    brief: Many matters.",
            f"    walk_away: {items * 8}",
            "    home: {carries_at: 48, audiences: {house: {name: The house, support: 50}, "
            "street: {name: The street, support: 52, needs: 40}}}",
        ]
    lines.append("agenda:")
    for item in range(items):
        lines += [f"  item{item}:", f"    title: Matter {item}", "    options:"]
        for option in range(options):
            north = (7 * item + 5 * option) % 19 + 4 * option
            south = 4 * (options - option) + (11 * item + 3 * option) % 17
            lines += [
                f"      option{option}:",
                f"        label: Wording {option}",
                f"        clause: agreed on wording {option} of matter {item}",
                f"        points: {{north: {north}, south: {south}}}",
                f"        home: {{north: {{house: {option - 2}, street: {2 - item % 4}}}, "
                f"south: {{house: {2 - option}}}}}",
            ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures and prints."""
    for number in (1, 6, 2, 3):
        sessions(domains(8)[number])
    seoul = (ROOT / "scenarios" / "seoul-summit.yaml").read_text(encoding="utf-8")
    replies("Seoul", seoul, 40)
    replies("12 items of 6 options", large_summit(), 8)


if __name__ == "__main__":
    main()
