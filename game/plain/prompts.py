"""What the face in lines asks for, phase by phase."""

from __future__ import annotations

from game.plain.guide import PRESS, Choice
from game.summit.events import Phase

PROMPTS: dict[Phase, tuple[str, tuple[Choice, ...]]] = {
    Phase.BRIEFING: (
        "Before the meeting. 1: read the brief. 2: go in.",
        (Choice("read the brief", "brief"), Choice("go in", "ready")),
    ),
    Phase.ASIDE: ("Aside, the leaders alone. “back” returns to the table.", ()),
    Phase.CAUCUS: ("With your delegation. “back” returns to the table.", ()),
    Phase.FINAL_TEXT: (
        "Your vote on the whole text. 1: adopt. 2: refuse.",
        (Choice("adopt", "adopt"), Choice("refuse", "refuse")),
    ),
    Phase.PRESS: (
        "What do you tell the press? 1: claim the win. 2: share the credit. 3: say little.",
        PRESS,
    ),
}
GUESS = (
    "Before the truth is told: what mattered to them, most first? For example “guess 3 1 2”. "
    "“debrief” goes on without a guess."
)
REFLECT = (
    "“reflect” and your own words keep a reflection in the journal; “again” takes the game up "
    "from an earlier moment; “quit” ends."
)

NO_NUMBERS = "There are no numbers to choose from now. Type a move, or “open” for those that are."
