"""One self-contained HTML page: no script, no fetched file, good on paper too."""

from __future__ import annotations

from html import escape

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
svg text{font:12px sans-serif;fill:var(--ink)}svg .tick{font-size:11px;fill:var(--soft)}
code{font-size:.9em;overflow-wrap:anywhere}
.small p{font-size:.92rem;margin:.35rem 0}
.talk p{margin:.3rem 0}.talk .m{color:var(--soft)}
@media print{body{background:#fff;color:#000;margin:0;max-width:none}h2{break-after:avoid}
.sheet+.sheet{break-before:page}section{break-inside:avoid}section.talk,section.small{break-inside:auto}
figure{break-inside:avoid}}
"""


def document(title: str, language: str, body: str) -> str:
    """The page; `body` is HTML, the title plain text."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )
