"""More faults of YAML: lists, doubled keys, and what a scenario leaves out of YAML."""

from __future__ import annotations

from game.scenario.catalogue.entry import BASE, Entry, entry
from game.scenario.refusals import MAX_DEPTH

ENTRIES = (
    entry(
        "SYN13",
        "A list among keys",
        "A block has either keys or entries with hyphens, never both.",
        "    points: {south: 2}",
        "  points: {south: 2}",
    ),
    entry(
        "SYN14",
        "A key twice",
        "Only one of two values can count, and YAML does not say which.",
        "    walk_away: 10",
        "    walk_away: 10\n    walk_away: 12",
        at="walk_away: 12",
    ),
    entry(
        "SYN15",
        "Anchors, aliases and tags",
        "In YAML & * and ! refer to other places or to other kinds of data. A scenario does not "
        "need them, and a text that starts with them needs quotation marks.",
        "title: A flood upstream",
        "title: *flood*",
        'title: "*flood*"',
    ),
    entry(
        "SYN16",
        "A second document",
        "Three hyphens start another document, which would not be read.",
        "agenda:",
        "---\nagenda:",
    ),
    entry(
        "SYN17",
        "Too deep, or too much",
        "No summit needs it; the limit keeps a wrong file from filling the memory.",
        "title: Two rivers",
        "title: " + "[" * (MAX_DEPTH + 1),
    ),
    entry(
        "SYN18",
        "No proper key",
        "A key is a word; brackets at its place are data.",
        "meeting: {place",
        "[meeting]: {place",
    ),
    Entry(
        "SYN19",
        "An empty file",
        "A scenario has at least a format, a title, two parties and an agenda.",
        "# to do\n",
        BASE,
        1,
    ),
    entry(
        "SYN20",
        "A backslash in quotation marks",
        "Between double quotation marks a backslash starts an escape.",
        "title: Two rivers",
        'title: "Two \\rivers \\path"',
        "title: 'Two \\rivers \\path'",
    ),
    entry(
        "SYN21",
        "Not to be understood from here on",
        "Often the line above has a bracket too many or lacks a colon.",
        "format: 1\n",
        "{format: 1}\n",
        at="title: Two rivers",
    ),
    entry(
        "SYN23",
        "A comment that cuts a text off",
        "In an unquoted text, a space and # start a comment: the rest is not part of the text.",
        "title: The river\n",
        "title: The river #1\n",
        'title: "The river #1"\n',
    ),
    entry(
        "SYN24",
        "A comma in a text inside { }",
        "Inside braces a comma ends the value before it. A text that has one needs quotation "
        "marks there; on a line of its own it needs none.",
        "{text: The river has two names., source: gazette}",
        "{text: The river has two names, one on each bank., source: gazette}",
        '{text: "The river has two names, one on each bank.", source: gazette}',
    ),
    entry(
        "SYN25",
        "A value that is a comment",
        "Behind a colon and a space `#` begins a comment, and the key has no value. Where it is "
        "meant as text, quotation marks keep it.",
        "title: A flood upstream",
        "title: #1 A flood upstream",
        'title: "#1 A flood upstream"',
        at="#1",
    ),
)
