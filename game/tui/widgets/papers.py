"""The papers on the table as paragraphs: the draft, the dossier of an item, the notes on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.events import Event
from game.summit.view import ItemView, PartyView
from game.tui.text import cell, reflowed
from game.tui.widgets.folio import Paragraph
from game.wording.board import known
from game.wording.catalogue import GRADES
from game.wording.dossier import item_facts
from game.wording.draft import HEADING, DraftLine, draft
from game.wording.names import Names, of_hundred, points, sentence, sentence_start, signed
from game.wording.news import advice, last_advice
from game.wording.status import is_red_line, is_their_red_line, own_home_change, own_points


def draft_paragraphs(view: PartyView, scenario: Scenario) -> Iterator[Paragraph]:
    """The draft joint statement; disputed text in its owner's tone, in brackets with its code."""
    lines = draft(view, scenario)
    if not lines:
        yield Paragraph(
            Content.styled("Nothing has been put on paper yet. The draft grows here.", "$muted")
        )
        return
    yield Paragraph(Content.styled(HEADING, "italic"))
    for line in lines:
        yield Paragraph(
            _segments(line, view.party), Content.styled(f"{line.number:>2}  ", "$muted")
        )
    yield Paragraph(Content.styled("Fiction: a draft made for this game.", "$muted"), space=True)


def _segments(line: DraftLine, party: str) -> Content:
    parts: list[tuple[str, str]] = []
    for number, segment in enumerate(line.segments):
        style = "" if segment.owner in (None, "both") else "$theirs"
        if segment.owner == party:
            style = "$ours"
        parts.append((f"\n{segment.text}" if number else segment.text, style))
    return Content.assemble(*parts)


def unbroken(parts: Sequence[Content], width: int = 0) -> Content:
    """Parts after each other, two blanks between; one that no longer fits begins a new line.

    `width` in cells; without one, or before it is known, nothing is broken.
    """
    text, used = parts[0], parts[0].cell_length
    for part in parts[1:]:
        breaks = 0 < width < used + 2 + part.cell_length
        text += Content("\n" if breaks else "  ") + part
        used = part.cell_length + (0 if breaks else used + 2)
    return text


def option_lines(view: PartyView, names: Names, item: str) -> Iterator[tuple[str, list[Content]]]:
    """Every option on the menu, and silence, with what it is worth to us and does at home.

    Figures stand below each other.
    """
    options = (*view.items[item].options, SILENCE)
    labels = [Content(sentence_start(names.option(item, option))) for option in options]
    figures = [points(own_points(view, item, option)) for option in options]
    widest, longest = max(label.cell_length for label in labels), max(map(len, figures))
    for option, label, worth in zip(options, labels, figures, strict=True):
        home = signed(own_home_change(view, item, option))
        told = Content.styled(f"{worth:>{longest}}, home {home}", "$muted")
        if is_red_line(view, item, option):
            told = Content.styled("✗ our red line", "$error")
        found = view.space.pairs[item, option] in view.space.bridging
        bridging = [Content.styled("◇ bridging", "$success")] if found else []
        theirs = is_their_red_line(view, item, option)
        never = [Content.styled("✗ their red line", "bold $theirs")] if theirs else []
        yield option, [cell(label, widest), told, *bridging, *never]


def who_said(seen: ItemView, option: str) -> str:
    """Whose last word an option is: “we”, “they”, “both”; empty where it is nobody's."""
    said = [who for who, now in (("we", seen.mine), ("they", seen.theirs)) if now == option]
    return "both" if len(said) > 1 else "".join(said)


def dossier_paragraphs(
    view: PartyView, scenario: Scenario, item: str, width: int = 0
) -> Iterator[Paragraph]:
    """What our own file holds on an item: options, the press, our interest, the public facts.

    `width` is the room for a line, as for `unbroken`.
    """
    names = Names(scenario)
    entry = scenario.agenda[item]
    yield Paragraph(Content.styled(entry.title, "bold $seal"))
    grade = view.grades[view.space.item_index[item]]
    if grade is not None:
        yield Paragraph(
            Content.assemble(("✱ ", "$warning"), f"The press calls it {GRADES[grade]}.")
        )
    seen = view.items[item]
    yield Paragraph(Content.styled("Options, and what they are worth to us", "bold"), space=True)
    for option, parts in option_lines(view, names, item):
        said = who_said(seen, option)
        mark = [Content.styled(f"← {said} say", "bold")] if said else []
        yield Paragraph(unbroken([*parts, *mark], width), Content("· "))
    yield from file_paragraphs(view, scenario, item)


def file_paragraphs(view: PartyView, scenario: Scenario, item: str) -> Iterator[Paragraph]:
    """What lies behind our position, what they said of theirs, and the public record."""
    names = Names(scenario)
    interest = scenario.agenda[item].interests.get(view.party)
    if interest is not None:
        yield Paragraph(Content.styled("Behind our position", "bold"), space=True)
        yield Paragraph(Content(reflowed(interest.why)))
    heard = [said for name, said in known(view, names) if name == item]
    if heard:
        yield Paragraph(Content.styled("What we know of theirs", "bold"), space=True)
        yield from (Paragraph(Content(sentence(said)), Content("· ")) for said in heard)
    facts = item_facts(scenario, item)
    if facts:
        yield Paragraph(Content.styled("On the public record", "bold"), space=True)
        yield from (Paragraph(Content(reflowed(fact)), Content("· ")) for fact in facts)


def note_paragraphs(
    view: PartyView, scenario: Scenario, log: Sequence[Event]
) -> Iterator[Paragraph]:
    """What is known of the other side so far: what they said, what was read, what was advised."""
    names = Names(scenario)
    yield Paragraph(Content.styled(f"What we know of {names.party(view.other)}", "bold $seal"))
    heard = list(known(view, names))
    if not heard:
        yield Paragraph(
            Content.styled("Nothing yet. Ask, explain, listen; it is noted here.", "$muted")
        )
    for item, said in heard:
        yield Paragraph(
            Content.assemble((f"{names.short(item)}: ", "bold"), f"{said}."), Content("· ")
        )
    last = last_advice(log)
    if last is not None:
        yield Paragraph(Content.styled(f"Our delegation at {last.minute}′", "bold"), space=True)
        yield from (Paragraph(Content(said), Content("✎ ")) for said in advice(names, last))
    home = scenario.parties[view.party].home
    if home is not None:
        yield Paragraph(Content.styled("Our own home, as the draft stands", "bold"), space=True)
        support = dict(zip(view.sheet.home.audiences, view.support, strict=True))
        for name, audience in home.audiences.items():
            floor = f", needs {audience.needs}" if audience.needs is not None else ""
            short = audience.needs is not None and support[name] < audience.needs
            yield Paragraph(
                Content.assemble(
                    f"{sentence_start(audience.name)}: {of_hundred(support[name])}{floor}",
                    ("  ✗ would stop it" if short else "", "$error"),
                ),
                Content("· "),
            )
