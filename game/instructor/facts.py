"""All facts of the shipped summits, each with its source: a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.scenario.library import shipped_folder
from game.scenario.model import Fact, Scenario, Source
from game.scenario.reader import read_scenario

INTRODUCTION = """\
# Facts and their sources

<!-- Written by `python -m game.instructor.pages`; do not edit. -->

Every fact that the shipped summits tell as such, with where it was seen; a number is the paragraph
of the source. Everything else in them (points, red lines, homes, spoken words, events, endings, the
texts that can be agreed) is teaching fiction.
"""


def facts_page() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION]
    for path in sorted(shipped_folder().glob("*.yaml")):
        result = read_scenario(path)
        if result.scenario is not None:
            parts.append("\n".join(_scenario(path.stem, result.scenario)))
        elif result.campaign is not None:
            campaign = result.campaign
            parts.append(f"## {campaign.title} (`{path.stem}`)\n")
            rows = [
                (p.text, campaign.sources.get(p.source or ""), None)
                for p in campaign.debrief.history
            ]
            parts.append("\n".join(_table(rows)))
    return "\n".join(parts)


Row = tuple[str, "Source | None", "int | None"]


def _scenario(name: str, scenario: Scenario) -> Iterator[str]:
    yield f"## {scenario.title} (`{name}`)\n"
    groups = [("For all of it", scenario.background)]
    groups += [(item.title, item.facts) for item in scenario.agenda.values()]
    for title, facts in groups:
        if facts:
            yield f"### {title}\n"
            yield from _table([_row(scenario, fact) for fact in facts])
    history = scenario.debrief.history
    if history:
        yield "### What really happened\n"
        yield from _table([(h.text, scenario.sources.get(h.source or ""), None) for h in history])


def _row(scenario: Scenario, fact: Fact) -> Row:
    return fact.text, scenario.sources.get(fact.source or ""), fact.paragraph


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| fact | source | date | |"
    yield "|---|---|---|---|"
    for text, source, paragraph in rows:
        told = " ".join(text.split()).replace("|", "\\|")
        where = (
            f"{source.publisher}: {source.title}".replace("|", "\\|") if source else "unconfirmed"
        )
        yield f"| {told} | {where} | {source.date if source else ''} | {paragraph or ''} |"
    yield ""
