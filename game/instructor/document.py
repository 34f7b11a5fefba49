"""One self-contained HTML page: no script, no fetched file, good on paper too."""

from __future__ import annotations

import re
from html import escape

RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Letters and marks of Hebrew, Arabic and their kin."""

STYLE = """
:root{--ink:#1d2433;--soft:#5b6577;--line:#c9cfda;--a:#9a3b2e;--b:#2f5d8a;--paper:#fbfaf6}
@media (prefers-color-scheme:dark){:root{--ink:#e6e3da;--soft:#a6a79f;--line:#4a5060;
--a:#e08a7a;--b:#86b3dd;--paper:#181b22}}
body{font:17px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);
max-width:46rem;margin:2rem auto;padding:0 1.2rem}
h1{font-size:1.7rem;border-bottom:2px solid var(--ink);padding-bottom:.3rem}
h2{font-size:1.3rem;margin-top:2rem}h3{font-size:1.05rem;margin-bottom:.4rem}
p,li,h3,td{unicode-bidi:plaintext}
.note,figcaption{color:var(--soft);font-size:.92rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
td,th{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1.5rem 0}svg{width:100%;height:auto}
svg text{font:12px sans-serif;fill:var(--ink)}svg .tick{font-size:11px;fill:var(--soft)}
code{font-size:.9em;overflow-wrap:anywhere}
.small p{font-size:.92rem;margin:.35rem 0}
.talk p{margin:.3rem 0}.talk .m{color:var(--soft)}
@media print{body{background:#fff;color:#000;margin:0;max-width:none}h2{break-after:avoid}
.sheet+.sheet{break-before:page}section{break-inside:avoid}section.talk,section.small{break-inside:auto}
figure{break-inside:avoid}}
"""


_LETTER = re.compile(r"[^\W\d_]")
_FROM_THE_RIGHT = re.compile(rf"[{RIGHT}]+(?:\W+[{RIGHT}]+)*")


def html(words: str) -> str:
    """Plain text as HTML.

    Words written from right to left keep to themselves in a line that begins otherwise: they would
    take the figures behind them along.
    """
    first = _LETTER.search(words)
    escaped = escape(words)
    if first is None or _FROM_THE_RIGHT.match(first[0]):
        return escaped
    return _FROM_THE_RIGHT.sub(r"<bdi>\g<0></bdi>", escaped)


def document(title: str, language: str, body: str) -> str:
    """The page; `body` is HTML, the title plain text."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )
