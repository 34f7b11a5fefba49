"""What `check` finds in a summit that can be played: by the mathematics, and in its texts."""

from __future__ import annotations

from game.scenario.catalogue.entry import entry

_TRADE = """\
      some:
        label: Ease some tariffs
        clause: agreed to ease some tariffs
        points: {north: 24, south: 4}
      half:
        label: Halve the tariffs
        clause: agreed to halve tariffs
        points: {north: 12, south: 7}
"""
_SOME = "        points: {north: 24, south: 4}\n"
_HALF = "        points: {north: 12, south: 7}\n"
_FREE = "      free:\n        label: Free trade\n        clause: agreed to abolish tariffs\n"

_HOMES = """\
      audiences:
        farmers: {name: Farmers, support: 54}
  south:
    name: South
    leader: Chancellor Bo South
    brief: You want the river gauged.
    walk_away: 15
"""
_LINK = "links:\n  - when: {agreed: {river: share}}\n"
_TOWNS = "".join(
    f"  town_{letter}:\n    title: Town {letter.upper()}\n    options:\n"
    f"      bridge: {{label: A bridge, clause: agreed to bridge {letter}, "
    "points: {north: 3, south: -1}}\n"
    f"      ferry: {{label: A ferry, clause: agreed to ferry at {letter}, "
    "points: {north: -1, south: 3}}\n"
    for letter in "abcdefghij"
)
_EVERY_TOWN = ", ".join(f"town_{letter}: bridge" for letter in "abcdefghij")

_SEVENS = "".join(
    "        - any:\n"
    + "".join(f"            - {key}: {{at_least: {number}}}\n" for number in range(1, 8))
    for key in ("trust", "minute")
)

ENTRIES = (
    entry(
        "ZOP01",
        "No zone of possible agreement",
        "Without a text that leaves both at or above their walk-away values every deal is a loss "
        "for somebody, and to break off is right.",
        "    walk_away: 10",
        "    walk_away: 40",
    ),
    entry(
        "HOM01",
        "An audience that nothing can satisfy",
        "One audience below its floor stops a deal alone: here no text lifts it so far.",
        "farmers: {name: Farmers, support: 54}",
        "farmers: {name: Farmers, support: 54, needs: 60}",
        "farmers: {name: Farmers, support: 54, needs: 50}",
    ),
    entry(
        "HOM02",
        "A home that carries nothing",
        "Counted with the opening support and without events or press lines, as the win-sets of "
        "`analyse` are.",
        "    home:\n      audiences",
        "    home:\n      carries_at: 58\n      audiences",
        "    home:\n      carries_at: 50\n      audiences",
    ),
    entry(
        "HOM03",
        "No deal that both homes carry",
        "Each home would carry some text and both sides would sign some, but none is in all sets.",
        _HOMES,
        _HOMES.replace("audiences:", "carries_at: 52\n      audiences:").replace("15", "30"),
        _HOMES.replace("audiences:", "carries_at: 51\n      audiences:").replace("15", "30"),
        at="agenda:",
    ),
    entry(
        "TRD01",
        "Nothing to trade across items",
        "The lesson of most summits is that both gain by giving way on different items. Here no "
        "such exchange exists.",
        _SOME,
        "        points: {north: 16, south: 5}\n",
        _SOME,
        at="agenda:",
    ),
    entry(
        "RED01",
        "A red line on both sides",
        "What both can never sign will never be signed, and only takes room on the board.",
        _HALF,
        _HALF
        + _FREE
        + "        red_line: {north: Our mills would close., south: So would our dairies.}\n",
        at="red_line",
    ),
    entry(
        "RED02",
        "Nothing but red lines",
        "An item on which nothing can be signed can only be left out.",
        _TRADE,
        _TRADE + "  bridge:\n    title: The bridge\n    options:\n      open:\n"
        "        label: Open the bridge\n        clause: agreed to open the bridge\n"
        "        points: {north: 9}\n        red_line: {south: The army would never have it.}\n",
        at="  bridge:",
    ),
    entry(
        "RED03",
        "A red line without a reason",
        "It is said aloud, right behind other words, when somebody proposes the wording.",
        _HALF,
        _HALF + _FREE + "        points: {south: 9}\n        red_line: {north: yes}\n",
        _HALF + _FREE + "        points: {south: 9}\n"
        "        red_line: {north: The mills would close within the year.}\n",
    ),
    entry(
        "OPT01",
        "An option that nobody would choose",
        "Another one is worth as much or more to both sides, crosses no more red lines and does "
        "no worse at home, whatever else is agreed.",
        _HALF,
        _HALF + "      talk:\n        label: Talk about tariffs\n"
        "        clause: agreed to talk about tariffs\n        points: {north: 3, south: 3}\n",
        at="      talk:",
    ),
    entry(
        "OPT02",
        "An option without points",
        "It is worth 0 to both sides: were its points lost in writing or in copying?",
        _HALF,
        _HALF + _FREE,
        _HALF + _FREE + "        points: {north: -2, south: 9}\n",
        at="      free:",
    ),
    entry(
        "ITM01",
        "An item with nothing to trade",
        "When one choice is best for both, or all are alike, nobody has anything to give or to "
        "gain there.",
        _TRADE,
        _TRADE + "  visas:\n    title: Visas\n    options:\n      ease:\n"
        "        label: Ease visas\n        clause: agreed to ease visas\n"
        "        points: {north: 5, south: 5}\n",
        _TRADE + "  visas:\n    title: Visas\n    options:\n      ease:\n"
        "        label: Ease visas\n        clause: agreed to ease visas\n"
        "        points: {north: 5, south: -2}\n",
        at="  visas:",
    ),
    entry(
        "CON06",
        "A number that no text can give",
        "Added up from the opening support, everything that clauses, events and press lines can "
        "bring stays below it; a gain is in percent of the best possible.",
        "when: {ratified: both}",
        "when: {ratified: both, support: {north: {at_least: 80}}}",
        "when: {ratified: both, support: {north: {at_least: 55}}}",
    ),
    entry(
        "EVT06",
        "An event that cannot happen",
        "Events happen while the leaders talk. Votes, homes, press and gains come afterwards.",
        "    at: 12",
        "    when: {signed: true}",
        "    when: {agreed: {river: any}}",
    ),
    entry(
        "OUT04",
        "An ending that no meeting reaches",
        "Its condition was held against every way a meeting can end and every text that could be "
        "signed or carried.",
        "when: {ratified: both}",
        "when: {ratified: both, signed: false}",
    ),
    entry(
        "OUT05",
        "An ending behind wider ones",
        "The first outcome that fits is the ending, so the narrow ones come first.",
        "  rest:\n",
        "  triumph:\n    when: {ratified: both, joint_gain: {at_least: 90}}\n"
        "    title: A great treaty\n    text: The text is in force.\n  rest:\n",
        at="  triumph:",
    ),
    entry(
        "OUT06",
        "Too many cases to prove",
        "What can never come about is found by going through the cases of a condition, each choice "
        "in it with each other. Where they are too many the check stops and says so: from then on "
        "its silence proves nothing.",
        "    when: {ratified: both}\n",
        "    when:\n      items_agreed: {at_most: 0}\n      own_gain: {north: {at_least: 50}}\n"
        f"      all:\n{_SEVENS}",
        at="  carried:",
    ),
    entry(
        "VAR01",
        "A range that breaks the structure",
        "Each student's figures must leave an agreement and a trade. Draws that do not are "
        "repeated, so that the variants that remain are not as alike as they should be.",
        "title: Two rivers",
        "title: Two rivers\nvariation: {points: 9}",
        "title: Two rivers\nvariation: {points: 1}",
        at="variation:",
    ),
    entry(
        "LNK01",
        "Links that couple too much",
        "Items that links join are computed together: with all their combinations.",
        _TRADE + _LINK,
        _TRADE + _TOWNS + _LINK.replace("river: share", _EVERY_TOWN),
        _TRADE + _TOWNS + _LINK.replace("river: share", "town_a: bridge, town_b: ferry"),
        at="links:",
    ),
    entry(
        "TXT01",
        "A text that does not fit its place",
        "Width is counted in cells of the terminal: a Korean or Japanese letter takes two.",
        "title: Trade\n",
        "title: Trade in goods and services across the river\n",
        "title: Trade in goods and services across the river\n    short: Trade\n",
        at="title: Trade in goods",
    ),
    entry(
        "TXT02",
        "A comma in an item's name",
        "The game lists items in its sentences, and a name with a comma reads as two of them.",
        "    title: Trade\n",
        "    title: Fish, grain, wool\n",
        "    title: Fish, grain, wool\n    short: Trade\n",
        at="title: Fish",
    ),
    entry(
        "TXT03",
        "A name in curly quotation marks",
        "A word processor makes them; they hold nothing together here, and the game sets its own.",
        "label: Share the water",
        "label: “Share the water”",
    ),
    entry(
        "TXT04",
        "A language by its name",
        "Pages to print tell a browser their language by its code: it reads them aloud by that.",
        "format: 1\n",
        "format: 1\nlanguage: English\n",
        "format: 1\nlanguage: en\n",
        at="English",
    ),
    entry(
        "BRF01",
        "A brief that tells a secret",
        "What the other side would get without a deal, and what it values, is what a delegation "
        "has to find out.",
        "brief: You want the water shared.",
        "brief: You want the water shared. South walks away below 15 points.",
    ),
)
