"""The plain negotiator in a league: everybody against everybody, in both chairs, on many domains.

Repeat with: PYTHON benchmarks/league.py [--domains 40] [--exchanges 20 100] [--seed 0 …] [--second]

PYTHON is any Python in which NegMAS is installed (`pip install negmas anl-agents
negmas-genius-agents`: development tools, never imported by the game); without it only the game's
own tactics meet. A score is (u − r)/(max − r), 0 without an agreement, averaged over all opponents
and both chairs; ± is the standard error over domains. Nobody is told the other's points. `--second`
plays a field that was never met while the tactics were chosen; `--seed` draws other domains.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from domains import Domain, domains

from game.bargaining.negotiator import COOPERATIVE, STRONGEST, Negotiator, Tactics
from game.bargaining.preferences import Package

OURS: dict[str, Tactics] = {"Sidelines": STRONGEST, "Sidelines, cooperative": COOPERATIVE}

Game = tuple[str, str, float, float]
"""The two players, the one who opens first, and their scores."""


def meet(domain: Domain, tactics: tuple[Tactics, Tactics], exchanges: int) -> Package | None:
    """Two of ours under alternating offers; in each exchange both sides make one."""
    sides = [Negotiator(p, exchanges, t) for p, t in zip(domain.parties, tactics, strict=True)]
    for exchange in range(exchanges):
        for speaker in (0, 1):
            offer = sides[speaker].propose(exchange)
            if sides[1 - speaker].respond(offer, exchange).accept:
                return offer
    return None


def score(domain: Domain, party: int, package: Package | None) -> float:
    """(u − r)/(max − r); 0 without an agreement."""
    own = domain.parties[party]
    best = sum(max(table) for table in own.points)
    return 0.0 if package is None else own.surplus(package) / (best - own.walk_away)


def play_domain(domain: Domain, names: Sequence[str], exchanges: int, second: bool) -> list[Game]:
    """All pairs on one domain, in both chairs."""
    from field import Guest, public_field, session

    public = public_field(second)

    def maker(name: str):  # type: ignore[no-untyped-def]
        if name in OURS:
            return lambda own, length: Guest(own, length, OURS[name])
        return lambda own, length: public[name]()

    found = []
    for opener, other in product(names, repeat=2):
        try:
            signed = session(domain, (maker(opener), maker(other)), exchanges, 0)
        except Exception:  # a public player that falls over has no agreement
            signed = None
        found.append((opener, other, score(domain, 0, signed), score(domain, 1, signed)))
    return found


def league(found: Sequence[Domain], names: Sequence[str], exchanges: int, second: bool) -> None:
    """Plays everybody against everybody and prints the table, the best first."""
    totals: dict[str, list[float]] = defaultdict(list)
    against: dict[tuple[str, str], list[float]] = defaultdict(list)
    play = partial(play_domain, names=names, exchanges=exchanges, second=second)
    with ProcessPoolExecutor() as pool:
        for games in pool.map(play, found):
            scores = defaultdict(list)
            for one, other, first, last in games:
                if one != other:
                    scores[one].append(first)
                    scores[other].append(last)
                    against[one, other].append(first)
                    against[other, one].append(last)
            for name, values in scores.items():
                totals[name].append(statistics.mean(values))
    print(f"\n{exchanges} exchanges, {len(found)} domains:")
    leader = max(names, key=lambda name: statistics.mean(totals[name]))
    for name in sorted(names, key=lambda name: -statistics.mean(totals[name])):
        values = totals[name]
        apart = [a - b for a, b in zip(totals[leader], values, strict=True)]
        behind = f"   behind by {_mean(apart)}" if name != leader else ""
        worst = min(
            (statistics.mean(against[name, other]), other) for other in names if other != name
        )
        print(f"  {name:<24}{_mean(values)}{behind}   least {worst[0]:.3f} against {worst[1]}")
    sys.stdout.flush()


def _mean(values: Sequence[float]) -> str:
    error = statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    return f"{statistics.mean(values):.3f} ± {error:.3f}"


def self_play(found: Sequence[Domain], name: str, exchanges: int) -> None:
    """How good the agreements of a tactic with itself are."""
    ways, joint, took = [], [], 0.0
    for domain in found:
        begun = time.perf_counter()
        package = meet(domain, (OURS[name], OURS[name]), exchanges)
        took += time.perf_counter() - begun
        if package is None:
            continue
        walk = [side.walk_away for side in domain.parties]
        gained = [side.surplus(package) for side in domain.parties]
        deals = [[p - r for p, r in zip(d.points, walk, strict=True)] for d in domain.frontier]
        # How far all gains could grow together before the frontier is reached.
        ways.append(1 / max(min(d[n] / max(1, gained[n]) for n in (0, 1)) for d in deals))
        joint.append(sum(gained) / max(sum(d) for d in deals if min(d) >= 0))
    print(
        f"  {name} with itself at {exchanges}: {len(ways)} of {len(found)} agreed, "
        f"{statistics.mean(ways):.3f} of the way to the frontier, "
        f"{statistics.mean(joint):.3f} of the best joint surplus, "
        f"{1000 * took / len(found):.1f} ms a game"
    )


def main() -> None:
    """Reads the options and plays."""
    parser = argparse.ArgumentParser(description="A round robin of negotiators.")
    parser.add_argument("--domains", type=int, default=40, help="of every seed")
    parser.add_argument("--seed", type=int, nargs="+", default=[0], help="of the domains")
    parser.add_argument("--exchanges", type=int, nargs="+", default=[20, 100])
    parser.add_argument("--second", action="store_true", help="the second field")
    parser.add_argument("--without", nargs="*", default=[], help="public players to leave out")
    parser.add_argument("--most", type=int, default=10**6, help="packages of a domain")
    options = parser.parse_args()
    drawn = [domain for seed in options.seed for domain in domains(options.domains, seed)]
    found = [domain for domain in drawn if domain.packages <= options.most]
    try:
        from field import public_field

        public = [n for n in public_field(options.second) if n not in options.without]
    except ImportError:
        public = []
        print("NegMAS is not installed: only the game's own tactics are measured.")
    for exchanges in options.exchanges:
        if public:
            league(found, (*OURS, *public), exchanges, options.second)
        for name in OURS:
            self_play(found, name, exchanges)


if __name__ == "__main__":
    main()
