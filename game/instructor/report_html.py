"""Reports as one self-contained HTML page: no script, no fetched file, good on paper too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from game.instructor.report import Reported, row, taken_up
from game.summit.debrief import Debrief
from game.summit.ending import outcomes_of
from game.summit.marks import total

STYLE = """
:root{--ink:#1d2433;--soft:#5b6577;--line:#c9cfda;--a:#9a3b2e;--b:#2f5d8a;--paper:#fbfaf6}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3da;--soft:#a6a79f;--line:#4a5060;
--a:#e08a7a;--b:#86b3dd;--paper:#181b22}}
body{font:17px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);
max-width:46rem;margin:2rem auto;padding:0 1.2rem}
h1{font-size:1.7rem;border-bottom:2px solid var(--ink);padding-bottom:.3rem}
h2{font-size:1.2rem;margin-top:2rem}
.note,figcaption{color:var(--soft);font-size:.92rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
td,th{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.5rem 0}svg{width:100%;height:auto}
svg text{font:12px sans-serif;fill:var(--ink)}
.talk p{margin:.3rem 0}.talk .m{color:var(--soft)}
@media print{body{background:#fff;color:#000;margin:0;max-width:none}h2{break-after:avoid}
section{break-inside:avoid}section.talk{break-inside:auto}}
"""

WIDTH, HEIGHT, MARGIN = 640, 420, 46


def page(reports: Sequence[Reported]) -> str:
    """One page with every report; of several, the class table comes first."""
    title = reports[0].session.scenario.title
    body = [_class(reports)] if len(reports) > 1 else []
    body += [_one(report) for report in reports]
    language = escape(reports[0].session.scenario.language)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body>{''.join(body)}</body></html>"
    )


def _one(report: Reported) -> str:
    session = report.session
    party = session.scenario.parties[session.role]
    parts = [
        f"<h1>{escape(session.scenario.title)}: {escape(report.student)}</h1>",
        f'<p class="note">Led {escape(party.name)} as {escape(party.leader)}; seed '
        f"{session.head.seed}, variant {session.head.variant}, level {session.head.level}"
        f"{f'; {session.undone} moves taken back' if session.undone else ''}.</p>",
    ]
    if session.head.parent:
        parts.append(f'<p class="note">{escape(taken_up(session.head.parent))}</p>')
    for section in report.sections:
        lines = "".join(f"<p>{escape(line)}</p>" for line in section.lines)
        parts.append(f"<section><h2>{escape(section.title)}</h2>{lines}")
        if section.title == "What was left on the table":
            parts.append(_figure(report.debrief, report))
        parts.append("</section>")
    parts += [_marks(report), _reflection(report), _transcript(report)]
    return "".join(parts)


def _marks(report: Reported) -> str:
    rows = "".join(
        f"<tr><td>{escape(m.name)}</td><td class=n>{'–' if m.points is None else m.points}</td>"
        f"<td class=n>{m.of}</td><td>{escape(m.why)}</td></tr>"
        for m in report.marks
    )
    points, of = total(report.marks)
    return (
        "<section><h2>Mark</h2><table><tr><th></th><th>points</th><th>of</th><th></th></tr>"
        f"{rows}<tr><th>So far</th><td class=n><b>{points}</b></td><td class=n><b>{of}</b></td>"
        "<td>the rest is for the instructor</td></tr></table></section>"
    )


def _reflection(report: Reported) -> str:
    text = report.debrief.reflections.get(report.session.role)
    return f"<section><h2>Reflection</h2><p>{escape(text)}</p></section>" if text else ""


def _transcript(report: Reported) -> str:
    address = {
        party: entry.address or entry.leader
        for party, entry in report.session.scenario.parties.items()
    }
    lines = []
    for line in report.transcript:
        speaker = address[line.speaker] if line.kind == "speech" and line.speaker else ""
        who = f"<b>{escape(speaker)}</b> " if speaker else ""
        lines.append(f'<p><span class="m">{line.minute}′</span> {who}{escape(line.text)}</p>')
    return f'<section class="talk"><h2>Transcript</h2>{"".join(lines)}</section>'


def _class(reports: Sequence[Reported]) -> str:
    rows = []
    for report in reports:
        entry, scenario = row(report), report.session.scenario
        title = outcomes_of(scenario)[report.debrief.outcome].title
        chair = scenario.parties[report.session.role].name
        rows.append(
            f"<tr><td>{escape(str(entry['student']))}</td><td>{escape(chair)}</td>"
            f"<td>{escape(title)}</td><td class=n>{entry['own_points']}</td>"
            f"<td class=n>{entry['joint_gain'] // 10} %</td>"
            f"<td class=n>{entry['mark']} of {entry['of']}</td></tr>"
        )
    return (
        "<h1>The class</h1><table><tr><th>student</th><th>chair</th><th>ending</th>"
        f"<th>own points</th><th>joint gain</th><th>mark</th></tr>{''.join(rows)}</table>"
    )


def _figure(debrief: Debrief, report: Reported) -> str:
    """The negotiation space as SVG, and the same in a sentence."""
    first, second = (
        report.session.scenario.parties[p].name for p in report.session.scenario.party_ids
    )
    result = debrief.measures.points
    dots = [
        *(deal.points for deal in debrief.frontier),
        *(offer.points for offer in debrief.offers),
        debrief.walk_away,
        result,
    ]
    low = (min(p[0] for p in dots), min(p[1] for p in dots))
    high = (max(p[0] for p in dots), max(p[1] for p in dots))

    def at(point: tuple[int, int]) -> tuple[float, float]:
        x = MARGIN + (WIDTH - 2 * MARGIN) * (point[0] - low[0]) / max(1, high[0] - low[0])
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (point[1] - low[1]) / max(1, high[1] - low[1])
        return round(x, 1), round(y, 1)

    line = " ".join(f"{x},{y}" for x, y in (at(deal.points) for deal in debrief.frontier))
    r = at(debrief.walk_away)
    shapes = [
        f'<polyline points="{line}" fill="none" stroke="var(--soft)" stroke-width="2"/>',
        f'<line x1="{r[0]}" y1="{MARGIN}" x2="{r[0]}" y2="{HEIGHT - MARGIN}" '
        'stroke="var(--line)" stroke-dasharray="4 4"/>',
        f'<line x1="{MARGIN}" y1="{r[1]}" x2="{WIDTH - MARGIN}" y2="{r[1]}" '
        'stroke="var(--line)" stroke-dasharray="4 4"/>',
    ]
    for offer in debrief.offers:
        x, y = at(offer.points)
        colour = "var(--a)" if offer.party == report.session.role else "var(--b)"
        shapes.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
        shapes.append(f'<text x="{x + 6}" y="{y - 5}">{offer.number}</text>')
    nash = debrief.solutions["nash"]
    if nash is not None:
        x, y = at(nash.points)
        shapes.append(f'<text x="{x - 4}" y="{y + 4}" font-weight="bold">N</text>')
    x, y = at(result)
    shapes.append(f'<text x="{x - 5}" y="{y + 5}" font-weight="bold">X</text>')
    caption = (
        f"{first}'s points to the right, {second}'s upwards. The line is the frontier, N the Nash "
        f"point, X the result ({first} {result[0]}, {second} {result[1]}); the dashed lines are "
        f"walking away ({debrief.walk_away[0]}, {debrief.walk_away[1]}); offers are numbered in "
        "their order, the student's red, the other side's blue."
    )
    return (
        f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(caption)}">'
        f"{''.join(shapes)}</svg><figcaption>{escape(caption)}</figcaption></figure>"
    )
