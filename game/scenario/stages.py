"""Whether the meetings of a campaign exist, and whether what it says of them can be so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.scenario.diagnostics import Finding
from game.scenario.hints import did_you_mean, listed, shown
from game.scenario.model import Scenario
from game.scenario.references import Names, check_condition, check_effect, names_of, unknown
from game.scenario.standard import STANDARD_OUTCOMES
from game.scenario.tree import Node
from game.started import command

Finder = Callable[[str], "Scenario | None"]
"""The scenario of a name without faults; None where there is none."""


def check_campaign(campaign: Node, find: Finder, names: Mapping[str, str]) -> Iterator[Finding]:
    """An error for everything that leads nowhere. `names` are the scenarios, id → title."""
    scenarios: dict[str, Scenario | None] = {}
    for meeting, leg in campaign.at("meetings").items():
        wanted = leg.at("scenario")
        if wanted.text and wanted.text not in names:
            yield Finding(
                wanted.path,
                "CAM01",
                f"No scenario is called “{shown(wanted.text)}”."
                f"{did_you_mean(wanted.text, list(names))}",
                f"There are: {listed(sorted(names), 'and')}.",
            )
        scenarios[meeting] = find(wanted.text) if wanted.text in names else None
        if wanted.text in names and scenarios[meeting] is None:
            yield Finding(
                wanted.path,
                "CAM01",
                f"The scenario “{shown(wanted.text)}” has faults of its own.",
                f"`{command()} check` names them: mend {shown(wanted.text)} first.",
            )
        yield from _parties(campaign, wanted, scenarios[meeting])
        yield from _carries(leg, scenarios)
    yield from _history(campaign)


def _parties(campaign: Node, wanted: Node, scenario: Scenario | None) -> Iterator[Finding]:
    if scenario is None or not campaign.at("parties").is_table:
        return
    for party, _ in campaign.at("parties").items():
        if party not in scenario.parties:
            yield Finding(
                wanted.path,
                "CAM02",
                f"`{shown(party)}` is no party of “{shown(wanted.text)}”, whose parties are "
                f"{listed(list(scenario.parties), 'and')}.",
                "All meetings of a campaign are between the same two parties, under the same ids.",
            )


def _carries(leg: Node, scenarios: Mapping[str, Scenario | None]) -> Iterator[Finding]:
    *earlier, meeting = scenarios
    own = scenarios[meeting]
    for carry in leg.at("carries").entries():
        for past, condition in carry.at("when").items():
            if past not in earlier:
                yield Finding(
                    condition.path,
                    "CAM03",
                    f"`{shown(past)}` is no meeting before `{shown(meeting)}`."
                    f"{did_you_mean(past, earlier)}",
                    f"Before it come: {listed(earlier, 'and')}."
                    if earlier
                    else "It is the first meeting: nothing has been carried into it.",
                    at_key=True,
                )
            elif (scenario := scenarios[past]) is not None:
                yield from check_condition(_names(scenario), condition)
                yield from _endings(scenario, condition)
        if own is not None:
            yield from check_effect(_names(own), carry)


def _endings(scenario: Scenario, condition: Node) -> Iterator[Finding]:
    endings = scenario.outcomes or STANDARD_OUTCOMES
    known = {name: outcome.title for name, outcome in endings.items()}
    for entry in condition.at("outcome").entries():
        yield from unknown("CAM04", f"ending of “{shown(scenario.title)}”", known, entry)


def _names(scenario: Scenario) -> Names:
    return names_of(Node(scenario.model_dump(by_alias=True)))


def _history(campaign: Node) -> Iterator[Finding]:
    sources = {key: entry.at("title").text for key, entry in campaign.at("sources").items()}
    meetings = {key: entry.at("scenario").text for key, entry in campaign.at("meetings").items()}
    for entry in campaign.at("debrief", "history").entries():
        if entry.has("source"):
            yield from unknown("REF05", "source", sources, entry.at("source"))
        if entry.has("meeting"):
            yield from unknown("CAM05", "meeting", meetings, entry.at("meeting"))
