"""Reports as one HTML page, with drawings."""

from __future__ import annotations

from collections.abc import Sequence

from game.instructor.document import document, html
from game.instructor.drawings import Canvas, Spot
from game.instructor.report import (
    Reported,
    chair,
    led,
    row,
    several_summits,
    speaker,
    taken_up,
)
from game.summit.debrief import Debrief
from game.summit.ending import outcomes_of
from game.summit.marks import total
from game.wording.debrief import DANCE, LEFT, WEIGHED
from game.wording.names import figure
from game.wording.saved import taken_back


def page(reports: Sequence[Reported]) -> str:
    """One page with every report; of several, the class table comes first. On paper each begins a
    sheet of its own."""
    title = reports[0].session.scenario.title
    body = [_class(reports)] if len(reports) > 1 else []
    body += [_one(report) for report in reports]
    sheets = "".join(f'<div class="sheet">{part}</div>' for part in body)
    return document(title, reports[0].session.scenario.language, sheets)


def _one(report: Reported) -> str:
    session = report.session
    about = f"{led(session)} {taken_back(session)}"
    parts = [
        f"<h1>{html(session.scenario.title)}: {html(report.student)}</h1>",
        f'<p class="note">{html(about.rstrip())}</p>',
    ]
    if session.head.parent:
        parts.append(f'<p class="note">{html(taken_up(session.head.parent))}</p>')
    for section in report.sections:
        lines = "".join(f"<p>{html(line)}</p>" for line in section.lines)
        name = ' class="small"' if section.title in (DANCE, WEIGHED) else ""
        parts.append(f"<section{name}><h2>{html(section.title)}</h2>")
        drawing = DRAWINGS.get(section.title)
        parts += [drawing(report.debrief, report)] if drawing else []
        parts += [lines, "</section>"]
    parts += [_marks(report), _reflection(report), _transcript(report)]
    return "".join(parts)


def _marks(report: Reported) -> str:
    rows = "".join(
        f"<tr><td>{html(m.name)}</td><td class=n>{'–' if m.points is None else m.points}</td>"
        f"<td class=n>{m.of}</td><td>{html(m.why)}</td></tr>"
        for m in report.marks
    )
    points, of = total(report.marks)
    return (
        "<section><h2>Mark</h2><table>"
        "<tr><th></th><th class=n>points</th><th class=n>of</th><th></th></tr>"
        f"{rows}<tr><th>So far</th><td class=n><b>{points}</b></td><td class=n><b>{of}</b></td>"
        "<td>the rest is for the instructor</td></tr></table></section>"
    )


def _reflection(report: Reported) -> str:
    text = report.debrief.reflections.get(report.session.role)
    return f"<section><h2>Reflection</h2><p>{html(text)}</p></section>" if text else ""


def _transcript(report: Reported) -> str:
    lines = []
    for line in report.transcript:
        said_by = speaker(report, line)
        who = f"<b>{html(said_by)}</b> " if said_by else ""
        lines.append(f'<p><span class="m">{line.minute}′</span> {who}{html(line.text)}</p>')
    return f'<section class="talk"><h2>Transcript</h2>{"".join(lines)}</section>'


def _class(reports: Sequence[Reported]) -> str:
    rows = []
    several = several_summits(reports)
    for number, report in enumerate(reports, start=1):
        entry, scenario = row(report), report.session.scenario
        title = outcomes_of(scenario)[report.debrief.outcome].title
        whom = chair(report, with_summit=several)
        rows.append(
            f"<tr><td class=n>{number}</td><td>{html(str(entry['student']))}</td>"
            f"<td>{html(whom)}</td>"
            f"<td>{html(title)}</td><td class=n>{figure(entry['own_points'])}</td>"
            f"<td class=n>{entry['joint_gain']} %</td>"
            f"<td class=n>{entry['mark']} of {entry['of']}</td></tr>"
        )
    return (
        "<h1>The class</h1><table><tr><th></th><th>student</th><th>chair</th><th>ending</th>"
        "<th class=n>own points</th><th class=n>joint gain</th><th class=n>mark</th></tr>"
        f"{''.join(rows)}</table>"
        f"{'' if several else _class_space(reports)}"
    )


def _space(debrief: Debrief, report: Reported) -> str:
    """The negotiation space, and the same in a sentence."""
    first, second = _names(report)
    result, walk = debrief.measures.points, debrief.walk_away
    spots = [
        Spot(offer.points, str(offer.number), offer.party == report.session.role)
        for offer in debrief.offers
    ]
    line = [deal.points for deal in debrief.frontier]
    canvas = Canvas(
        [*line, *(spot.at for spot in spots), walk, result], f"{first}, points", f"{second}, points"
    )
    canvas.rule(0, walk[0], "walking away")
    canvas.rule(1, walk[1], "walking away")
    canvas.line(line, 'stroke="var(--soft)" stroke-width="2"')
    for spot in spots:
        canvas.spot(spot)
    nash = debrief.solutions["nash"]
    fair = ""
    if nash is not None and nash.points == result:
        fair = ", which is the Nash point"
    elif nash is not None:
        canvas.letter(nash.points, "N")
        fair = f"; N is the Nash point, {nash.points[0]} and {nash.points[1]}"
    canvas.letter(result, "X")
    return canvas.figure(
        f"The line is the frontier. X is the result, {first} {result[0]} and {second} {result[1]}"
        f"{fair}. Dashed: walking away, {walk[0]} and {walk[1]}. Offers are numbered in their "
        "order, discs the student's, squares the other side's."
    )


def _curves(debrief: Debrief, report: Reported) -> str:
    """What each side's offers left to itself, over the minutes."""
    role, parties = report.session.role, report.session.scenario.party_ids
    place = {party: number for number, party in enumerate(parties)}
    offers = [
        (o.party, (o.minute, o.points[place[o.party]]), str(o.number)) for o in debrief.offers
    ]
    if not offers:
        return ""
    canvas = Canvas([at for _, at, _ in offers], "minutes", "own points of the offers")
    for party in parties:
        colour, dashes = ("a", "") if party == role else ("b", ' stroke-dasharray="7 4"')
        canvas.line(
            [at for who, at, _ in offers if who == party],
            f'stroke="var(--{colour})" stroke-width="1.5"{dashes}',
        )
    for party, at, label in offers:
        canvas.spot(Spot(at, label, party == role))
    ours = report.session.scenario.parties[role].name
    return canvas.figure(
        f"The curves of concession: what every offer would have left to the side that made it. The "
        f"whole line and the discs are {ours}'s, the dashed line and the squares the other side's; "
        "a line that falls gives way."
    )


def _class_space(reports: Sequence[Reported]) -> str:
    """Every result of a class on one frontier, in percent of what each side could have had best."""
    first, second = _names(reports[0])
    table = reports[0].session.rules.table
    best, walk = table.best_surplus, table.walk_away
    frontier = [
        (100 * (x - walk[0]) / max(1, best[0]), 100 * (y - walk[1]) / max(1, best[1]))
        for x, y in (deal.points for deal in table.agreements)
    ]
    spots = []
    for number, report in enumerate(reports, start=1):
        x, y = (share / 10 for share in report.debrief.measures.own_result)
        spots.append(
            Spot((x, y), str(number), report.session.role == report.session.scenario.party_ids[0])
        )
    canvas = Canvas(
        [*frontier, *(spot.at for spot in spots), (0, 0)],
        f"{first}'s result, percent of its best",
        f"{second}'s",
    )
    canvas.line(frontier, 'stroke="var(--soft)" stroke-width="2"')
    for spot in spots:
        canvas.spot(spot)
    return canvas.figure(
        f"Every result beside the frontier, by its number in the table: discs led {first}, squares "
        f"{second}. 0 is what walking away is worth. The line is the frontier of what both could "
        "sign, with the first student's numbers; other variants differ by little."
    )


def _names(report: Reported) -> tuple[str, str]:
    scenario = report.session.scenario
    first, second = scenario.party_ids
    return scenario.parties[first].name, scenario.parties[second].name


DRAWINGS = {LEFT: _space, DANCE: _curves}
"""Section → the drawing that stands in it."""
