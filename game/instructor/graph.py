"""`graph`: the phases from the machine, or a scenario's events and endings, as Mermaid."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.analysis.sheets import items_of
from game.scenario.library import find
from game.scenario.model import Effect, Scenario
from game.summit.ending import outcomes_of
from game.summit.start import load_scenario
from game.wording.conditions import condition_in_words
from game.wording.names import Names


def run_graph(name: str, extra: Sequence[Path]) -> int:
    """Prints the graph of a scenario."""
    print("\n".join(scenario_graph(load_scenario(find(name, extra)))))
    return 0


def scenario_graph(scenario: Scenario) -> list[str]:
    """Items, events and endings, with an arrow wherever one decides about the other."""
    names = Names(scenario)
    lines = ["flowchart LR", "  table([the table])"]
    for item in scenario.agenda:
        lines += [f"  item_{item}[{_quoted(names.short(item))}]", f"  table --> item_{item}"]
    for name, event in scenario.events.items():
        when = (
            f"minute {event.at}"
            if event.at is not None
            else condition_in_words(scenario, event.when)
        )
        chance = f", {event.chance} percent" if event.chance < 100 else ""
        label = f"{event.title} ({when}{chance})"
        lines += [f"  event_{name}{{{{{_quoted(label)}}}}}", f"  table -.-> event_{name}"]
        lines += [f"  event_{name} --> item_{item}" for item in _touched(event.effects)]
    previous = "final([the final text])"
    lines.append("  table --> final")
    for name, outcome in outcomes_of(scenario).items():
        end = f"end_{name}([{_quoted(outcome.title)}])"
        if outcome.when is None:
            lines.append(f"  {previous} --> {end}")
            break
        when = _quoted(condition_in_words(scenario, outcome.when))
        lines += [f"  {previous} --> when_{name}{{{when}}}", f"  when_{name} -- yes --> {end}"]
        lines += [f"  item_{item} -.-> when_{name}" for item in sorted(items_of(outcome.when))]
        previous = f"when_{name} -- no"
    return lines


def _touched(effects: Sequence[Effect]) -> list[str]:
    """Items that an event's effects speak of."""
    touched: dict[str, None] = {}
    for effect in effects:
        touched.update(dict.fromkeys((*(effect.expect or {}), *(effect.reveal or {}))))
    return list(touched)


def _quoted(text: str) -> str:
    """A label that Mermaid takes for text, whatever stands in it."""
    return '"' + text.replace('"', "'").replace("\n", " ") + '"'
