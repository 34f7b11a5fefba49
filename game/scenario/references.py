"""Whether every id that a scenario uses exists, and is one that an id may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.scenario.diagnostics import Finding
from game.scenario.hints import did_you_mean, listed, plain, several, shown
from game.scenario.tree import Node
from game.scenario.words import ANY, BOTH, EVERYONE, NEITHER, RESERVED

Known = Mapping[str, str]
"""Ids, each with the name that people read, for a did-you-mean."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of a file. None stands for a part of it that is not there or cannot be read."""

    parties: Known | None
    audiences: Mapping[str, Known | None]
    items: Known | None
    options: Mapping[str, Known | None]
    sources: Known | None
    events: Known | None


def check_references(scenario: Node) -> Iterator[Finding]:
    """An error for every id that leads nowhere or means something else."""
    names = names_of(scenario)
    yield from _reserved(scenario)
    yield from _party(names, scenario.at("meeting", "first_word"))
    for _, item in scenario.at("agenda").items():
        yield from _item(names, item)
    for fact in scenario.at("background").entries():
        yield from _source(names, fact.at("source"))
    for link in scenario.at("links").entries():
        yield from check_condition(names, link.at("when"))
        yield from _parties(names, link.at("points"))
    for _, event in scenario.at("events").items():
        yield from check_condition(names, event.at("when"))
        for effect in event.at("effects").entries():
            yield from check_effect(names, effect)
    for _, outcome in scenario.at("outcomes").items():
        yield from check_condition(names, outcome.at("when"))
    for entry in scenario.at("debrief", "history").entries():
        yield from _known_item(names, entry.at("item"))
        yield from _source(names, entry.at("source"))


def names_of(scenario: Node) -> Names:
    """The ids of a scenario file."""
    parties, agenda = scenario.at("parties"), scenario.at("agenda")
    two = len(list(parties.items())) > 1
    return Names(
        # Where one is missing, what is named elsewhere may be the one.
        parties=_table(parties, "name") if two else None,
        audiences={
            # A party without a home has no audiences: a table that is empty, not unknown.
            name: _table(party.at("home", "audiences"), "name") if party.has("home") else {}
            for name, party in parties.items()
        },
        items=_table(agenda, "title"),
        options={name: _table(item.at("options"), "label") for name, item in agenda.items()},
        sources=_table(scenario.at("sources"), "title", absent={}),
        events=_table(scenario.at("events"), "title", absent={}),
    )


def _table(node: Node, name: str, absent: Known | None = None) -> Known | None:
    if node.value is None:
        return absent
    return {key: entry.at(name).text for key, entry in node.items()} if node.is_table else None


def _reserved(scenario: Node) -> Iterator[Finding]:
    tables = [scenario.at(key) for key in ("sources", "parties", "agenda", "events", "outcomes")]
    tables += [item.at("options") for _, item in scenario.at("agenda").items()]
    tables += [party.at("home", "audiences") for _, party in scenario.at("parties").items()]
    for table in tables:
        for key, entry in table.items():
            if key in RESERVED:
                yield Finding(
                    entry.path,
                    "REF07",
                    f"`{key}` cannot be an id: the word has a meaning of its own.",
                    f"Give it another name. Taken are {listed(sorted(RESERVED), 'and')}.",
                    at_key=True,
                )


def _item(names: Names, item: Node) -> Iterator[Finding]:
    own = str(item.path[-1])
    for party, options in item.at("expected", "satisfied_by").items():
        yield from _party_key(names, party, options)
        for option in options.entries():
            yield from _option(names, own, option)
    for fact in item.at("facts").entries():
        yield from _source(names, fact.at("source"))
    yield from _home(names, item.at("silence", "home"))
    yield from _parties(names, item.at("interests"))
    for _, option in item.at("options").items():
        for key in ("points", "red_line", "case_for", "case_against"):
            yield from _parties(names, option.at(key))
        yield from _home(names, option.at("home"))


def check_effect(names: Names, effect: Node) -> Iterator[Finding]:
    """The same for what an effect changes."""
    yield from _home(names, effect.at("support"))
    for item, grade in effect.at("expect").items():
        yield from _known_item(names, grade, item)
    for item, options in effect.at("reveal").items():
        yield from _known_item(names, options, item)
        for option in options.entries():
            yield from _option(names, item, option)


def check_condition(names: Names, condition: Node) -> Iterator[Finding]:
    """An error for every id in a condition that leads nowhere."""
    for key in ("all", "any"):
        for part in condition.at(key).entries():
            yield from check_condition(names, part)
    if condition.has("not"):
        yield from check_condition(names, condition.at("not"))
    for item, options in condition.at("agreed").items():
        yield from _known_item(names, options, item)
        for option in options.entries():
            if option.text != ANY:
                yield from _option(names, item, option, word=ANY)
    for key in ("silent", "handed_down"):
        for entry in condition.at(key).entries():
            yield from _known_item(names, entry)
    for key, words in (("ratified", (BOTH, NEITHER)), ("walked_out", (ANY,)), ("refused", (ANY,))):
        for entry in condition.at(key).entries():
            if entry.text not in words:
                yield from _party(names, entry, words=words)
    for key in ("own_gain", "support", "press"):
        yield from _parties(names, condition.at(key))
    for party, audiences in condition.at("audience").items():
        yield from _party_key(names, party, audiences)
        for audience, wanted in audiences.items():
            yield from _audience(names, party, audience, wanted)
    for entry in condition.at("happened").entries():
        yield from unknown("REF06", "event", names.events, entry)


def _home(names: Names, changes: Node) -> Iterator[Finding]:
    for party, audiences in changes.items():
        owner = next((p for p, known in names.audiences.items() if party in (known or ())), None)
        if owner is not None and party not in names.audiences:
            yield Finding(
                audiences.path,
                "REF01",
                f"`{shown(party)}` is no party, but an audience of `{shown(owner)}`.",
                f"Write {{{shown(owner)}: {{{shown(party)}: …}}}}.",
                at_key=True,
            )
            continue
        yield from _party_key(names, party, audiences)
        for audience, change in audiences.items():
            if audience != EVERYONE or not names.audiences.get(party, True):
                yield from _audience(names, party, audience, change, words=(EVERYONE,))


def _audience(
    names: Names, party: str, audience: str, node: Node, words: tuple[str, ...] = ()
) -> Iterator[Finding]:
    known = names.audiences.get(party)
    if known is None or audience in known:
        return
    if not known:
        yield Finding(
            node.path,
            "REF02",
            f"`{shown(party)}` has no home, so nobody there is moved.",
            f"Write `home:` with its `audiences:` under the party `{shown(party)}`.",
            at_key=True,
        )
        return
    yield from unknown("REF02", f"audience of `{shown(party)}`", known, node, audience, words)


def _parties(names: Names, table: Node) -> Iterator[Finding]:
    for party, node in table.items():
        yield from _party_key(names, party, node)


def _party_key(names: Names, party: str, node: Node) -> Iterator[Finding]:
    yield from unknown("REF01", "party", names.parties, node, party)


def _party(names: Names, node: Node, words: tuple[str, ...] = ()) -> Iterator[Finding]:
    yield from unknown("REF01", "party", names.parties, node, words=words)


def _known_item(names: Names, node: Node, key: str | None = None) -> Iterator[Finding]:
    yield from unknown("REF03", "item of the agenda", names.items, node, key)


def _option(names: Names, item: str, node: Node, word: str = "") -> Iterator[Finding]:
    known = names.options.get(item)
    words = (word,) if word else ()
    yield from unknown("REF04", f"option of `{shown(item)}`", known, node, words=words)


def _source(names: Names, node: Node) -> Iterator[Finding]:
    yield from unknown("REF05", "source", names.sources, node)


def unknown(
    code: str,
    kind: str,
    known: Known | None,
    node: Node,
    key: str | None = None,
    words: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """A finding where the text at the node, or its key, is none of the known ids."""
    written = node.text if key is None else key
    if not written or known is None or written in known:
        return
    if any(plain(name) == written for name in known):
        return  # the id itself is told to be none
    in_a_row = several(written, known) if node.in_list and key is None else ""
    close = "" if in_a_row else did_you_mean(written, {**known, **{word: word for word in words}})
    advice = f"{in_a_row}Known here: {listed([*known, *words], 'and')}."
    if not known and kind in ("source", "event"):
        advice = f"The scenario has no `{kind}s:` yet."
    yield Finding(
        node.path,
        code,
        f"`{shown(written)}` is no {kind}.{close}",
        advice,
        at_key=key is not None,
    )
