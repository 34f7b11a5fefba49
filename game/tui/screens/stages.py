"""Which screen belongs to which phase of the summit."""

from __future__ import annotations

from game.summit.events import Phase
from game.tui.screens.stage import Stage


def stage_for(phase: Phase) -> type[Stage]:
    """The screen of a phase. Imported late, so that a game starts without the debrief's weight."""
    if phase is Phase.BRIEFING:
        from game.tui.screens.briefing import BriefingScreen

        return BriefingScreen
    if phase is Phase.OPENING:
        from game.tui.screens.opening import OpeningScreen

        return OpeningScreen
    if phase in (Phase.TABLE, Phase.CAUCUS, Phase.ASIDE):
        from game.tui.screens.table import TableScreen

        return TableScreen
    if phase is Phase.FINAL_TEXT:
        from game.tui.screens.final_text import FinalTextScreen

        return FinalTextScreen
    if phase is Phase.PRESS:
        from game.tui.screens.press import PressScreen

        return PressScreen
    from game.tui.screens.debrief import DebriefScreen

    return DebriefScreen
