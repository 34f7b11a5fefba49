"""`brief`: what one chair reads, to print, as Markdown or as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Literal

from game.analysis.variants import vary
from game.instructor.document import document
from game.scenario.library import find
from game.scenario.model import Scenario
from game.summit.session import known_party
from game.summit.start import load_scenario
from game.wording.dossier import (
    LINKED,
    audiences,
    expectation,
    fiction,
    item_facts,
    link_lines,
    option_lines,
)
from game.wording.names import points

Kind = Literal["h1", "h2", "h3", "note", "quote", "p", "li"]

MARKDOWN = {"h1": "# ", "h2": "## ", "h3": "### ", "quote": "> ", "li": "- "}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph, or an entry of a list."""

    kind: Kind
    text: str
    lead: str = ""
    """Words in bold before the text."""


def run_brief(name: str, extra: Sequence[Path], party: str, variant: int, style: str) -> int:
    """Prints one chair's brief, with the points of a variant."""
    scenario = load_scenario(find(name, extra))
    parts = list(brief(vary(scenario, variant), known_party(scenario, party), variant))
    if style == "html":
        print(document(parts[0].text, scenario.language, as_html(parts)))
    else:
        print(as_markdown(parts))
    return 0


def brief(scenario: Scenario, party: str, variant: int) -> Iterator[Part]:
    """One chair's brief, part by part; the scenario has the figures of the variant already."""
    own, meeting = scenario.parties[party], scenario.meeting
    where = ", ".join(part for part in (meeting.place, meeting.date) if part)
    yield Part("h1", f"{scenario.title}: the brief of {own.name}")
    yield Part(
        "note",
        f"{where + '. ' if where else ''}{meeting.minutes} minutes on the clock. "
        f"You lead as {own.leader}.{f' Variant {variant}.' if variant else ''}",
    )
    yield Part("quote", fiction(scenario))
    yield from (Part("p", text) for text in own.brief.strip().split("\n\n"))
    walk_away = f"is worth {points(own.walk_away)} to you. {own.instead or ''}"
    yield Part("p", walk_away.rstrip(), lead="Walking away")
    yield Part("h2", "The agenda")
    for item in scenario.agenda:
        yield from _item(scenario, party, item)
    yield from _home(scenario, party)
    links = link_lines(scenario, party)
    if links:
        yield Part("h2", LINKED)
        yield from (Part("li", link) for link in links)


def _item(scenario: Scenario, party: str, item: str) -> Iterator[Part]:
    entry = scenario.agenda[item]
    yield Part("h3", entry.title)
    yield Part("p", expectation(scenario, item))
    yield from (Part("li", line) for line in option_lines(scenario, party, item))
    interest = entry.interests.get(party)
    if interest is not None:
        yield Part("p", f"What lies behind it: “{interest.why.strip()}”")
    yield from (Part("li", fact) for fact in item_facts(scenario, item))


def _home(scenario: Scenario, party: str) -> Iterator[Part]:
    home = scenario.parties[party].home
    if home is not None:
        yield Part("h2", "At home")
        yield Part("p", f"A deal is carried at {home.carries_at} of 100.")
        yield from (Part("li", line) for line in audiences(scenario, party))


def as_markdown(parts: Sequence[Part]) -> str:
    """The parts as Markdown; the entries of a list stand together."""
    blocks = []
    for kind, run in groupby(parts, key=lambda part: part.kind):
        texts = [
            MARKDOWN.get(kind, "") + (f"**{part.lead}** " if part.lead else "") + part.text
            for part in run
        ]
        if kind == "note":
            texts = [f"*{text}*" for text in texts]
        blocks.append(("\n" if kind == "li" else "\n\n").join(texts))
    return "\n\n".join(blocks)


def as_html(parts: Sequence[Part]) -> str:
    """The parts as the body of a page."""
    blocks = []
    for kind, run in groupby(parts, key=lambda part: part.kind):
        texts = [
            (f"<b>{escape(part.lead)}</b> " if part.lead else "") + escape(part.text)
            for part in run
        ]
        if kind == "li":
            blocks.append("<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>")
        elif kind in ("note", "quote"):
            blocks += [f'<p class="note">{text}</p>' for text in texts]
        else:
            blocks += [f"<{kind}>{text}</{kind}>" for text in texts]
    return "".join(blocks)
