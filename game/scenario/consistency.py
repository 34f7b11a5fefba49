"""What contradicts or repeats itself: ranges out of reach, endings and names that come twice."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.diagnostics import Finding
from game.scenario.elements import LONGEST, SHORTEST
from game.scenario.hints import shown
from game.scenario.model import Marks, Meeting, Scenario
from game.scenario.shape import keys_of
from game.scenario.tree import Node
from game.scenario.words import ANY, BOTH, NEITHER

_STANDING_ALONE = {"ratified": (BOTH, NEITHER), "walked_out": (ANY,), "refused": (ANY,)}


def check_consistency(scenario: Node) -> Iterator[Finding]:
    """Errors for what can never come about, warnings for what players could not tell apart."""
    for condition in _conditions(scenario):
        yield from _out_of_reach(condition, scenario)
        yield from _not_alone(condition)
    yield from _waiting_for_themselves(scenario)
    yield from _hidden_by_the_same(scenario.at("outcomes"))
    for key in ("name", "code", "address"):
        yield from _named_alike(scenario.at("parties"), key)
    yield from _named_alike(scenario.at("agenda"), "title")
    for _, item in scenario.at("agenda").items():
        yield from _named_alike(item.at("options"), "label")
    yield from _weights(scenario.at("marks"))


def meeting_minutes(scenario: Node) -> int | None:
    """Minutes on the clock, the format's own where the file says nothing; None where it is wrong.

    What cannot be is told by the format, and nothing else should follow from it; nor from minutes
    that may stand under a key which the format does not know.
    """
    meeting = scenario.at("meeting")
    if meeting.value is not None and not meeting.is_table:
        return None
    if not meeting.has("minutes"):
        around, block = (meeting, Meeting) if meeting.is_table else (scenario, Scenario)
        known = {key for key, _ in around.items()} <= set(keys_of(block))
        return int(Meeting.model_fields["minutes"].default) if known else None
    minutes = meeting.at("minutes").number
    return minutes if minutes is not None and SHORTEST <= minutes <= LONGEST else None


def _conditions(scenario: Node) -> Iterator[Node]:
    """Every condition of the file, those inside others included."""
    waiting = [link.at("when") for link in scenario.at("links").entries()]
    for table in ("events", "outcomes"):
        waiting += [entry.at("when") for _, entry in scenario.at(table).items()]
    while waiting:
        condition = waiting.pop()
        if condition.is_table:
            yield condition
            waiting += [*condition.at("all").entries(), *condition.at("any").entries()]
            waiting.append(condition.at("not"))


def _out_of_reach(condition: Node, scenario: Node) -> Iterator[Finding]:
    ranges = {
        "trust": 100,
        "minute": meeting_minutes(scenario),
        "items_agreed": len(list(scenario.at("agenda").items())),
    }
    wanted = [(condition.at(key), most) for key, most in ranges.items() if most is not None]
    wanted += [(party, 100) for _, party in condition.at("support").items()]
    for part, highest in wanted:
        least, most = part.at("at_least").number, part.at("at_most").number
        if least is not None and least > highest:
            yield Finding(
                part.at("at_least").path,
                "CON04",
                f"This is never more than {highest}, so that {least} cannot be reached.",
                f"Write {highest} or less.",
            )
        if most is not None and most < 0:
            yield Finding(
                part.at("at_most").path,
                "CON04",
                f"This is never less than 0, so that {most} cannot be reached.",
                "Write 0 or more.",
            )


def _not_alone(condition: Node) -> Iterator[Finding]:
    for key, alone in _STANDING_ALONE.items():
        named = list(condition.at(key).entries())
        for word in named:
            if len(named) > 1 and word.text in alone:
                yield Finding(
                    word.path,
                    "CON05",
                    f"`{word.text}` speaks of the parties together and must stand alone.",
                    "Delete it, or the other words.",
                )


def _waiting_for_themselves(scenario: Node) -> Iterator[Finding]:
    for name, event in scenario.at("events").items():
        for awaited in event.at("when", "happened").entries():
            if awaited.text == name:
                yield Finding(
                    awaited.path,
                    "EVT05",
                    f"`{shown(name)}` waits for itself and can never happen.",
                    "Name another event, or another condition.",
                )


def _hidden_by_the_same(outcomes: Node) -> Iterator[Finding]:
    earlier: list[Node] = []
    for name, outcome in outcomes.items():
        when = outcome.at("when")
        if when.is_table and not when.is_empty:
            same = next((other for other in earlier if other.value == when.value), None)
            if same is not None:
                yield Finding(
                    outcome.path,
                    "OUT03",
                    f"`{shown(name)}` can never be the ending: `{shown(str(same.path[1]))}`, above "
                    "it, has the same condition.",
                    "Change one of the two conditions.",
                    at_key=True,
                )
            earlier.append(when)


def _named_alike(table: Node, key: str) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name, entry in table.items():
        words = " ".join(entry.at(key).text.casefold().split())
        first = seen.setdefault(words, name) if words else name
        if first != name:
            yield Finding(
                entry.at(key).path,
                "NAM01",
                f"`{shown(name)}` and `{shown(first)}` have the same `{key}`.",
                "Change one of the two, so that players can tell them apart.",
                severity="warning",
            )


def _weights(marks: Node) -> Iterator[Finding]:
    if not marks.is_table:
        return
    total = 0
    for name, field in Marks.model_fields.items():
        given = marks.at(name)
        weight = given.number if marks.has(name) else int(field.default)
        if weight is None:
            return
        total += weight
    if total != 100:
        yield Finding(
            marks.path,
            "MRK01",
            f"The weights of the mark make {total} together, not 100.",
            "Those that the file does not name keep their own weight: "
            + ", ".join(f"{name} {field.default}" for name, field in Marks.model_fields.items())
            + ".",
            severity="warning",
            at_key=True,
        )
