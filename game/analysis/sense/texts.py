"""Texts that will not fit their place on the screen, reasons that give none, and briefs that tell
the other's secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from locale import locale_alias

from rich.cells import cell_len

from game.analysis.sense.scene import Scene
from game.scenario.diagnostics import Finding, Path
from game.scenario.elements import BOARD_NAME, HEADLINE, LABEL, NAME
from game.scenario.hints import shown


def check_texts(scene: Scene) -> Iterator[Finding]:
    """Warnings for names cut off or in curly marks, a language by its name, reasons that give
    none, and secrets told."""
    for path, text, room, help_ in _places(scene):
        width = cell_len(text.strip())
        if width > room:
            yield Finding(
                path,
                "TXT01",
                f"This takes {width} cells and has room for {room}: it is cut off on the screen.",
                help_,
                severity="warning",
            )
        if _IN_MARKS.fullmatch(text.strip()):
            yield Finding(
                path,
                "TXT03",
                "The curly marks around this are part of the text, and will be shown.",
                "Delete them, or type straight ones, which only hold the text together.",
                severity="warning",
            )
    yield from _language(scene.scenario.language)
    yield from _commas(scene)
    yield from _reasons(scene)
    for number in (0, 1):
        yield from _secrets(scene, number)


_IN_MARKS = re.compile("[“”„‟][^“”„‟]+[“”‟]")


_CODE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def _language(language: str) -> Iterator[Finding]:
    """A language that is told by its name, where a page on the web has its code."""
    if _CODE.fullmatch(language):
        return
    meant = language.replace("_", "-")
    if not _CODE.fullmatch(meant):
        meant = locale_alias.get(language.casefold(), "").partition("_")[0]
    yield Finding(
        ("language",),
        "TXT04",
        f"{shown(language)} is no code of a language, and browsers will not know it.",
        f"Write `language: {meant}`." if meant else "Write its code, as en, ko or pt-BR.",
        severity="warning",
    )


def _places(scene: Scene) -> Iterator[tuple[Path, str, int, str]]:
    scenario = scene.scenario
    shorter = "Say it more shortly."
    yield ("title",), scenario.title, HEADLINE, shorter
    for name, party in scenario.parties.items():
        yield ("parties", name, "name"), party.name, BOARD_NAME, shorter
        yield ("parties", name, "leader"), party.leader, NAME, shorter
        for audience, who in (party.home.audiences if party.home else {}).items():
            yield ("parties", name, "home", "audiences", audience, "name"), who.name, NAME, shorter
    for name, item in scenario.agenda.items():
        if item.short is None:
            help_ = f"Keep the title and add a `short:` of at most {BOARD_NAME} cells."
            yield ("agenda", name, "title"), item.title, BOARD_NAME, help_
        else:
            yield ("agenda", name, "short"), item.short, BOARD_NAME, shorter
        for choice, option in item.options.items():
            yield ("agenda", name, "options", choice, "label"), option.label, LABEL, shorter
    for table, entries in (("events", scenario.events), ("outcomes", scenario.outcomes)):
        for name, entry in entries.items():
            yield (table, name, "title"), entry.title, HEADLINE, shorter


def _commas(scene: Scene) -> Iterator[Finding]:
    """Names of items that fall apart where several are listed."""
    for name, item in scene.scenario.agenda.items():
        if "," in (item.short or item.title):
            yield Finding(
                ("agenda", name, "title" if item.short is None else "short"),
                "TXT02",
                "This name has a comma, and reads as two where items are listed.",
                "Write a slash or “and”, or give the item a `short:` without a comma.",
                severity="warning",
            )


LEAST_REASON = 12
"""Cells that a sentence which names a matter takes at least, in any language."""


def _reasons(scene: Scene) -> Iterator[Finding]:
    """Red lines behind which a word stands, as `yes`, and no sentence that could be said."""
    for name, item in scene.scenario.agenda.items():
        for choice, option in item.options.items():
            for party, reason in option.red_line.items():
                if cell_len(reason.strip()) < LEAST_REASON:
                    yield Finding(
                        ("agenda", name, "options", choice, "red_line", party),
                        "RED03",
                        f"“{shown(reason)}” gives no reason, and is what they say aloud.",
                        "Write why they can never sign it, in a sentence that names the matter: "
                        "The mills would close within the year.",
                        severity="warning",
                    )


_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n")
_FIGURES = re.compile(r"(?<![\d.,:-])\d+(?![\d:]|[.,-]\d)")
_OTHERS = re.compile(r"\b(they|their|them|the other side)\b", re.IGNORECASE)
_WALKING = re.compile(
    r"\b(walk|walks|walk.away|batna|no (deal|agreement)|without (an? )?(deal|agreement)|at least|"
    r"less than|below|accept|reservation|bottom line|points?)\b",
    re.IGNORECASE,
)
_WORTH = re.compile(r"\b(points?|worth|values?)\b", re.IGNORECASE)


def _secrets(scene: Scene, reader: int) -> Iterator[Finding]:
    """Numbers of the other side in what one side reads; found by words, so only a suspicion."""
    scenario = scene.scenario
    party = scenario.parties[scene.party(reader)]
    path: Path = ("parties", scene.party(reader))
    texts = [((*path, "brief"), party.brief)]
    texts += [((*path, "instead"), party.instead)] if party.instead else []
    texts += [
        ((*path, "home", "audiences", name, "note"), audience.note)
        for name, audience in (party.home.audiences if party.home else {}).items()
        if audience.note
    ]
    english = scenario.language.casefold().startswith("en")
    for place, text in texts:
        for sentence in _SENTENCES.split(text):
            told = _told(scene, reader, sentence, english) if _FIGURES.search(sentence) else None
            if told is not None:
                yield Finding(
                    place,
                    "BRF01",
                    f"This seems to tell {scene.name(reader)} {told}, which only "
                    f"{scene.name(1 - reader)} may know: {shown(sentence)}",
                    "Leave the number out. What the other side wants is to be found out by asking.",
                    severity="warning",
                )
                break


def _told(scene: Scene, reader: int, sentence: str, english: bool) -> str | None:
    """The other side's secret that a sentence seems to hold."""
    other, table = 1 - reader, scene.table
    figures = {int(figure) for figure in _FIGURES.findall(sentence)[:50]}
    named = scene.name(other).casefold() in sentence.casefold()
    if not named and not (english and _OTHERS.search(sentence)):
        return None
    own, theirs = table.walk_away[reader], table.walk_away[other]
    if (
        theirs
        and theirs != own
        and theirs in figures
        and (not english or _WALKING.search(sentence))
    ):
        return f"the walk-away value {theirs}"
    if english and not _WORTH.search(sentence):
        return None
    for item in scene.scenario.agenda.values():
        for option in item.options.values():
            points = option.points.get(scene.party(other), 0)
            differs = points != option.points.get(scene.party(reader), 0)
            label = option.label.strip().casefold()
            if points > 0 and differs and points in figures and label in sentence.casefold():
                return f"the points {points} of “{shown(option.label)}”"
    return None
