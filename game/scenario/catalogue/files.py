"""Faults of the file and of its YAML."""

from __future__ import annotations

from game.scenario.catalogue.entry import BASE, Entry, entry
from game.scenario.intake import MAX_BYTES

ENTRIES = (
    Entry(
        "FIL01",
        "The file cannot be read",
        "There is no file of this name, it is a folder, or it may not be opened.",
        "",
        BASE,
        1,
    ),
    entry(
        "SYN01",
        "Another encoding",
        "A scenario is UTF-8 text. Letters beyond the English ones would be garbled otherwise.",
        "Premier Ada North",
        "Premier Adé North",
        encoding="cp1252",
    ),
    Entry(
        "SYN02",
        "Too large a file",
        "No summit is so long; the limit keeps a wrong file from filling the memory.",
        BASE + "#" * MAX_BYTES,
        BASE,
        1,
    ),
    entry(
        "SYN03",
        "No text file",
        "Documents of a word processor hold more than their text. Save as plain text.",
        "title: Two rivers",
        "title: Two\0rivers",
    ),
    entry(
        "SYN04",
        "An invisible character",
        "Such characters make a line read otherwise than it is written, or steer a terminal.",
        "title: Two rivers",
        "title: Two\u200brivers",
    ),
    entry(
        "SYN05",
        "A tab where spaces belong",
        "YAML indents with spaces only, because a tab is as wide as each editor pleases.",
        "    name: North",
        "\tname: North",
    ),
    entry(
        "SYN06",
        "A second colon",
        "A colon with a space after it ends a key. A text that has one needs quotation marks.",
        "title: The river\n",
        "title: The river: a question\n",
        'title: "The river: a question"\n',
    ),
    entry(
        "SYN07",
        "A sign that needs quotation marks",
        "A text may not start with % @ ` or with a bracket that is meant as text.",
        "title: A flood upstream",
        "title: @flood upstream",
        'title: "@flood upstream"',
    ),
    entry(
        "SYN08",
        "An open quotation mark",
        "The text would go on to the end of the file.",
        "title: Two rivers",
        'title: "Two rivers',
        'title: "Two rivers"',
    ),
    entry(
        "SYN09",
        "Text after a quotation mark",
        "What starts with a quotation mark ends with it; marks inside are written otherwise.",
        "title: Two rivers",
        'title: "Two" rivers',
        "title: '\"Two\" rivers'",
    ),
    entry(
        "SYN10",
        "Indentation that fits nothing",
        "Keys of one block start in the same column: so YAML knows what belongs together.",
        "    leader: Premier Ada North",
        "   leader: Premier Ada North",
    ),
    entry(
        "SYN11",
        "A colon or a space is missing",
        "A key needs a colon, and a space after it.",
        "    leader: Premier Ada North",
        "    leader Premier Ada North",
    ),
    entry(
        "SYN12",
        "Brackets and commas",
        "Every bracket needs its other half, and commas stand between the entries.",
        "points: {north: 10, south: 20}",
        "points: {north: 10, south: 20",
    ),
)
