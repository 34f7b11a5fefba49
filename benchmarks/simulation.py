"""Games by the second: random walks, thinking games, and the memory that they take.

Repeat with: .venv/bin/python benchmarks/simulation.py [SCENARIO] [--games 13]

Beside the walks stand two floors in the same run: bare triggers of a `transitions` machine with the
phases of a summit, and random choices over a graph in dictionaries, which is what a walk would cost
without any rules. The peer is the random test of ChoiceScript, with `--choicescript FOLDER`, a
checkout of https://github.com/dfabulich/choicescript, and node: on stories of 12 choices, once of
the barest kind, once with six answers, each of which has a consequence that hangs on a condition.
Figures of one core are by the processor's time, so that other work on the machine counts little;
those of all cores are by the clock.
Goals: 2,000 walks a second and core; 167 thinking games a second on two cores, the memory flat.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from transitions import Machine

from game.instructor.figures import LADDER
from game.instructor.simulate import play_unit, simulate
from game.scenario.library import shipped_folder
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario
from game.summit.phases import phase_chart
from game.summit.state import State, rulebook
from game.summit.walk import walk

SECONDS = 4.0
CHAIRS = 2
CHOICES = 12
"""Of a play of ChoiceScript's, and of a walk through the bare graph."""
PLAYS = 5000
"""Of ChoiceScript's, so that its start counts little."""


def rate(play: Callable[[int], int]) -> tuple[float, float]:
    """(plays, steps) by the second of processor time; `play` takes its number, tells its steps."""
    play(0)
    begun, plays, steps = time.process_time(), 0, 0
    while (gone := time.process_time() - begun) < SECONDS:
        plays += 1
        steps += play(plays)
    return plays / gone, steps / gone


def walks(scenario: Scenario) -> None:
    """Random walks of both chairs, beside walks that have no rules to keep."""
    book = rulebook(scenario)

    def through_the_rules(number: int) -> int:
        end = walk(book, number)
        assert isinstance(end, State), end
        return len(end.record)

    told(f"random walks, {scenario.title}", *rate(through_the_rules))
    told("bare triggers of the machine", *rate(bare_triggers()))
    told("random choices over a graph", *rate(bare_graph()))


def bare_triggers() -> Callable[[int], int]:
    """A play of triggers of the phase machine, drawn among those that are open."""
    chart = phase_chart()
    machine = Machine(
        states=chart.states,
        transitions=[list(row) for row in chart.rows],
        initial="briefing",
        auto_transitions=False,
    )

    def play(number: int) -> int:
        luck = random.Random(number)
        machine.set_state("briefing")
        for step in range(CHOICES):
            open_now = machine.get_triggers(machine.state)
            if not open_now:
                return step
            machine.trigger(luck.choice(open_now))
        return CHOICES

    return play


def bare_graph() -> Callable[[int], int]:
    """A play of choices over the phases as a dictionary."""
    chart = phase_chart()
    after = {
        state: [chart.after(state, trigger) for trigger in sorted(chart.triggers(state))]
        for state in chart.states
    }

    def play(number: int) -> int:
        luck, state = random.Random(number), "briefing"
        for _ in range(CHOICES):
            state = luck.choice(after[state])
        return CHOICES

    return play


def told(name: str, plays: float, steps: float) -> None:
    """One line of the table."""
    print(f"{name:<44} {plays:9,.0f} a second and core {steps:11,.0f} moves", flush=True)


def random_test(checkout: Path, answers: int, rules: bool) -> None:
    """ChoiceScript's random test of such a story, without what it would print."""
    story = ["*create trust 50", "*create points 0"]
    for number in range(CHOICES):
        story += [f"What do you say, in round {number}?", "*choice"]
        for answer in range(answers):
            story += [f"    #Wording {answer}", f"        *set points +{answer}"]
            if rules:
                story += [f"        *if points > {10 * answer}", "            *set trust +1"]
            story.append(f"        *goto round{number}")
        story.append(f"*label round{number}")
    quiet = ("showCoverage=false", "showChoices=false", "avoidUsedOptions=false")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(checkout, Path(folder) / "choicescript"))
        startup = copy / "web" / "mygame" / "scenes" / "startup.txt"
        startup.write_text("\n".join([*story, "*ending", ""]), encoding="utf-8")
        begun = of_children()
        command = ["node", "randomtest.js", f"num={PLAYS}", "game=mygame", *quiet]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True)
        gone = of_children() - begun
    assert "PASSED" in done.stdout, done.stdout[-400:]
    kind = f"{answers} answers{' with rules' if rules else ''}"
    told(f"ChoiceScript, {kind}", PLAYS / gone, PLAYS * CHOICES / gone)


def of_children() -> float:
    """Seconds of processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def thinking(scenario: Scenario, games: int) -> None:
    """Games of all bots from both chairs against the counterpart, on one core and on all."""
    text = scenario.model_dump_json(by_alias=True, exclude_none=True)
    begun = time.process_time()
    tally = play_unit(text, range(1, games + 1))
    gone = time.process_time() - begun
    told("thinking games", tally.outcomes.total() / gone, tally.moves / gone)
    found = simulate(scenario, 4 * games)
    print(
        f"{'thinking games on all cores, by the clock':<44} "
        f"{found['games'] / found['seconds']:9,.0f} a second on {os.cpu_count()}, "
        f"{found['games']:,} games with their report in {found['seconds']:.1f} s",
        flush=True,
    )


def memory(name: str, games: int) -> None:
    """The most memory that a process took for so many games."""
    command = ["-m", "game", "simulate", name, "--games", str(games // (len(LADDER) * CHAIRS))]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{f'resident memory at {games:,} games':<44} {most:9,.0f} MiB at most", flush=True)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Games by the second.")
    parser.add_argument("scenario", nargs="?", default="seoul-summit")
    parser.add_argument("--games", type=int, default=13, help="per bot and chair, on one core")
    parser.add_argument("--choicescript", type=Path, help="a checkout, to run beside it")
    options = parser.parse_args()
    scenario = read_scenario(shipped_folder() / f"{options.scenario}.yaml").scenario
    assert scenario is not None
    walks(scenario)
    thinking(scenario, options.games)
    for games in (100, 1000):
        memory(options.scenario, games)
    if options.choicescript is not None:  # last, so that its memory is not taken for ours
        random_test(options.choicescript, 3, rules=False)
        random_test(options.choicescript, 6, rules=True)


if __name__ == "__main__":
    main()
