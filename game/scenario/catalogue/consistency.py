"""What contradicts or repeats itself."""

from __future__ import annotations

from game.scenario.catalogue.entry import entry

ENTRIES = (
    entry(
        "CON04",
        "A number that is never reached",
        "Trust and support lie between 0 and 100, the clock ends with the meeting, and no more "
        "items can be agreed than the agenda has.",
        "when: {ratified: both}",
        "when: {items_agreed: {at_least: 3}}",
        "when: {items_agreed: {at_least: 1}}",
    ),
    entry(
        "CON05",
        "A word that must stand alone",
        "both, neither and any speak of the parties together; ids beside them say it twice or "
        "contradict it.",
        "when: {ratified: both}",
        "when: {ratified: [both, north]}",
    ),
    entry(
        "EVT05",
        "An event that waits for itself",
        "It happens only after it has happened.",
        "    at: 12",
        "    when: {happened: flood}",
    ),
    entry(
        "OUT03",
        "An outcome behind one with the same condition",
        "The first outcome that fits is the ending, and the earlier one fits whenever this does.",
        "  rest:\n",
        "  again:\n    when: {ratified: both}\n    title: A treaty indeed\n"
        "    text: The text is in force.\n  rest:\n",
        at="  again:",
    ),
    entry(
        "NAM01",
        "The same name twice",
        "Two parties, leaders, items or options of one item would look the same on the screen.",
        "label: Gauge first",
        "label: Share the water",
    ),
    entry(
        "MRK01",
        "A mark that is not out of 100",
        "The five weights of the mark are hundredths of the whole.",
        "title: Two rivers",
        "title: Two rivers\nmarks: {process: 50}",
        "title: Two rivers\nmarks: {process: 50, preparation: 0}",
        at="marks:",
    ),
)
