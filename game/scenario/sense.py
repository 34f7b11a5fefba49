"""What is well formed and still makes no sense: conditions, events, endings, sources, clauses.

Everything here can be seen in the file alone; what needs the sums is found by the analysis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario.consistency import meeting_minutes
from game.scenario.diagnostics import Finding
from game.scenario.hints import listed, shown
from game.scenario.model import Condition
from game.scenario.shape import keys_of
from game.scenario.tree import Node

LINK_KEYS = ("agreed", "silent", "all", "any", "not")
"""What the points of a combination may hang on: the text alone."""

_RANGES = ("items_agreed", "trust", "minute", "joint_gain")
_RANGES_BY_PARTY = ("own_gain", "support")


def check_sense(scenario: Node) -> Iterator[Finding]:
    """Errors for what can never work, warnings for what is probably not meant."""
    for link in scenario.at("links").entries():
        yield from _link(link.at("when"))
        yield from _condition(link.at("when"))
    yield from _events(scenario)
    yield from _outcomes(scenario.at("outcomes"))
    yield from _reveals(scenario)
    yield from _sources(scenario)
    yield from _clauses(scenario)


def _link(condition: Node) -> Iterator[Finding]:
    known = keys_of(Condition)
    for key, value in condition.items():
        if key in known and key not in LINK_KEYS:
            yield Finding(
                value.path,
                "CON02",
                f"`{key}` cannot decide over the points of a combination: only the text can.",
                f"Possible in a link are {listed(LINK_KEYS, 'and')}. Use an event or an outcome "
                "for anything else.",
                at_key=True,
            )
    for key in ("all", "any"):
        for part in condition.at(key).entries():
            yield from _link(part)
    if condition.has("not"):
        yield from _link(condition.at("not"))


def _condition(condition: Node) -> Iterator[Finding]:
    """Blocks that ask for nothing, and ranges that hold nothing, in a condition and below."""
    if condition.is_empty:
        yield _asks_nothing(condition)
    for key, value in condition.items():
        if value.is_empty:
            yield _asks_nothing(value)
        elif key in ("all", "any"):
            for part in value.entries():
                yield from _condition(part)
        elif key == "not":
            yield from _condition(value)
        elif key in _RANGES:
            yield from _range(value)
        elif key in _RANGES_BY_PARTY:
            for _, wanted in value.items():
                yield from _range(wanted)
        elif key == "audience":
            for _, audiences in value.items():
                for _, wanted in audiences.items():
                    yield from _range(wanted)


def _asks_nothing(node: Node) -> Finding:
    return Finding(
        node.path,
        "CON01",
        "This part of the condition is empty: it asks for nothing.",
        "Say what must hold, or leave the whole key out.",
    )


def _range(wanted: Node) -> Iterator[Finding]:
    if wanted.is_empty:
        yield _asks_nothing(wanted)
    least, most = wanted.at("at_least").number, wanted.at("at_most").number
    if least is not None and most is not None and least > most:
        yield Finding(
            wanted.at("at_least").path,
            "CON03",
            f"Nothing is at least {least} and at most {most}: this can never hold.",
            "Exchange the two numbers, or leave one of them out.",
        )


def _events(scenario: Node) -> Iterator[Finding]:
    minutes = meeting_minutes(scenario)
    for name, event in scenario.at("events").items():
        yield from _condition(event.at("when"))
        at = event.at("at").number
        if at is not None and minutes is not None and at > minutes:
            yield Finding(
                event.at("at").path,
                "EVT01",
                f"This happens in minute {at}, after the end: the clock stops at {minutes}.",
                "Let it happen earlier, or set `minutes:` of the `meeting:` higher.",
            )
        if event.is_table and not (event.has("at") or event.has("when")):
            yield Finding(
                event.path,
                "EVT02",
                f"The event `{shown(name)}` has neither `at` nor `when`: it never happens.",
                "Write `at:` with a minute, or `when:` with a condition.",
            )
        if event.has("at") and event.has("when"):
            yield Finding(
                event.at("when").path,
                "EVT03",
                f"The event `{shown(name)}` has both `at` and `when`; only one can decide.",
                "Keep one of them. A condition can have a minute: `when: {minute: {at_least: 20}, "
                "…}`.",
                at_key=True,
            )


def _outcomes(outcomes: Node) -> Iterator[Finding]:
    catching: str | None = None
    last: Node | None = None
    for name, outcome in outcomes.items():
        yield from _condition(outcome.at("when"))
        last = outcome
        if catching is not None:
            yield Finding(
                outcome.path,
                "OUT01",
                f"`{shown(name)}` can never be the ending: `{shown(catching)}`, above it, has no "
                "`when` and catches everything.",
                f"Move `{shown(catching)}` to the end, or give it a condition.",
                at_key=True,
            )
        elif outcome.is_table and not outcome.has("when"):
            catching = name
    if last is not None and last.is_table and catching is None:
        yield Finding(
            last.path,
            "OUT02",
            "The last outcome has a condition: a meeting that fits none has no ending.",
            "Add a last outcome without `when:`, which catches all the rest.",
            severity="warning",
            at_key=True,
        )


def _reveals(scenario: Node) -> Iterator[Finding]:
    for _, event in scenario.at("events").items():
        for effect in event.at("effects").entries():
            for item, options in effect.at("reveal").items():
                for option in options.entries():
                    found = scenario.at("agenda", item, "options", option.text)
                    if found.is_table and not found.has("found_by"):
                        yield Finding(
                            option.path,
                            "EVT04",
                            f"`{shown(option.text)}` is on the menu from the start: there is "
                            "nothing to reveal.",
                            "Give the option `found_by:`, or take it out of `reveal:`.",
                            severity="warning",
                        )


def _sources(scenario: Node) -> Iterator[Finding]:
    facts = list(scenario.at("background").entries())
    for _, item in scenario.at("agenda").items():
        facts += item.at("facts").entries()
    history = list(scenario.at("debrief", "history").entries())
    for kind, code, entries in (("fact", "SRC01", facts), ("passage of history", "SRC02", history)):
        for entry in entries:
            if entry.is_table and not entry.has("source"):
                yield Finding(
                    entry.path,
                    code,
                    f"This {kind} has no source.",
                    "Name one with `source:`, an id from `sources:`; what nobody has reported "
                    "should not be told as a fact.",
                    severity="warning",
                )
    readable = scenario.at("agenda").is_table
    if not readable or not all(entry.is_table for entry in (*facts, *history)):
        return  # what cannot be read may name any source
    used = {entry.at("source").text for entry in (*facts, *history)}
    known = dict(scenario.at("sources").items())
    if used - {""} - set(known):
        return  # one that seems unused may be the one that was misspelt
    for name, source in known.items():
        if name not in used:
            yield Finding(
                source.path,
                "SRC03",
                f"The source `{shown(name)}` is used nowhere.",
                f"Write `source: {shown(name)}` behind a fact that it reports, or delete it.",
                severity="warning",
                at_key=True,
            )


def _clauses(scenario: Node) -> Iterator[Finding]:
    english = scenario.at("language").text.casefold()[:2] in ("", "en")
    parties = [party.at("name").text.strip() for _, party in scenario.at("parties").items()]
    for _, item in scenario.at("agenda").items():
        parts = [option for _, option in item.at("options").items()]
        for part in (*parts, item.at("hand_down")):
            clause = part.at("clause")
            if _ends_with_stop(clause.text):
                yield Finding(
                    clause.path,
                    "CLS01",
                    "This clause ends with a full stop; in the statement the sentence goes on.",
                    "Leave the stop away: the game sets it.",
                    severity="warning",
                )
            if english and (_begins_anew(clause.text) or _begins_with(clause.text, parties)):
                yield Finding(
                    clause.path,
                    "CLS02",
                    f"This clause begins with a capital, but reads: The two sides "
                    f"{shown(clause.text, 30)}",
                    "Begin with what they do, in small letters: agreed that …",
                    severity="warning",
                )
            elif english and _lacks_verb(clause.text):
                yield Finding(
                    clause.path,
                    "CLS03",
                    f"“The two sides {shown(clause.text, 30)}” is no sentence.",
                    "Begin with what they do: agreed to …, decided that …, instructed …",
                    severity="warning",
                )


_STOPS = tuple(".。！？!?")
_SHORTENED = re.compile("bros|co|corp|dept|etc|inc|jr|ltd|no|plc|st", re.IGNORECASE)
_OPENERS = re.compile(
    "the|an?|both|they|it|this|that|these|those|we|our|there|to|will|shall|is|are|has|have|"
    "(agree|call|note|affirm|reaffirm|decide|share|welcome|ask)s?|(?!united|allied)[a-z]{3,}ed",
    re.IGNORECASE,
)


_NO_VERBS = re.compile(
    "the|an?|no|to|for|on|of|in|by|with|from|about|more|all|some|any|every|joint|full|new|"
    "(?!question|mention|position|condition|caution|motion|cement|implement|complement|supplement|"
    "document|comment|function|finance|balance|advance|enhance|influence|reference|commence|"
    "experience|bring|sing|ring)[a-z]+(tion|sion|ment|ness|ance|ence|ship|ity|ing)",
)


def _lacks_verb(clause: str) -> bool:
    """Whether a clause is a single word, or begins as only the name of a thing can."""
    words = clause.split()
    if not clause.isascii():
        return False  # in another language after all, or with a name that the rules do not know
    return len(words) == 1 or bool(words and _NO_VERBS.fullmatch(words[0].strip("“\"'(,:")))


def _ends_with_stop(clause: str) -> bool:
    """Whether a sentence ends here, and not only a shortened word like Corp."""
    last = (clause.split() or [""])[-1]
    word = last[:-1]
    return last[-1:] in _STOPS and not _SHORTENED.fullmatch(word) and "." not in word


def _begins_with(clause: str, names: list[str]) -> bool:
    """Whether a clause begins with the name of a party: The two sides South will …"""
    return any(name and re.match(rf"{re.escape(name)}\b", clause) for name in names)


def _begins_anew(clause: str) -> bool:
    """Whether the first word has a capital that cannot come from a name."""
    word = (clause.split() or [""])[0].strip("“\"'(,:")
    return word[:1].isupper() and _OPENERS.fullmatch(word) is not None
