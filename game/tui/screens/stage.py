"""What the stages of a meeting share: they make moves and follow where these lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from textual.content import Content
from textual.widget import Widget

from game.scenario.model import Scenario
from game.summit.moves import Move
from game.tui.commands import Command
from game.tui.meeting import Meeting
from game.tui.screens.base import GameScreen
from game.wording.doubts import QUESTIONS, doubt
from game.wording.refusals import reason


class Stage(GameScreen):
    """A screen that shows one stage of a meeting."""

    @property
    def meeting(self) -> Meeting:
        """The meeting that goes on."""
        meeting = self.game.meeting
        assert meeting is not None
        return meeting

    @property
    def scenario(self) -> Scenario:
        """Its scenario, in the student's variant."""
        return self.meeting.session.scenario

    def finish(self) -> Iterable[Widget]:
        """The foot of the screen; in the first meeting its guide stands above it."""
        if self.meeting.guided:
            from game.tui.widgets.lesson import LessonLine

            yield LessonLine(self.meeting.session)
        yield from super().finish()

    def renew(self) -> None:
        """Shows the meeting as it stands now."""

    def closed(self, command: Command) -> str | None:
        """The summit's own reason against a move, where there is one."""
        if command.verb is None or self.game.meeting is None:
            return None
        openings = self.meeting.openings
        if command.verb not in openings:
            back = " b returns to the table first." if "back" in openings else ""
            return f"“{command.label}” has no place in this phase.{back}"
        verdict = openings[command.verb]
        if verdict is None:
            return None
        return reason(*verdict, command.verb, self.scenario)

    def make(self, move: Move) -> bool:
        """Makes a move and follows; where it is not allowed, says why."""
        refused = self.game.play(move)
        if refused is not None:
            self.tell(refused)
            return False
        self.tell("", quiet=True)
        self.game.follow()
        return True

    def against(self, move: Move) -> str:
        """What speaks against a move that is allowed; empty where nothing does, or it is not."""
        session = self.meeting.session
        if session.refusal(move) is not None:
            return ""
        minutes = session.summit.cost(session.role, move.verb)
        return doubt(self.meeting.view, self.scenario, move, minutes) or ""

    def make_surely(self, move: Move, make: Callable[[Move], bool] | None = None) -> bool:
        """Makes a move; asks before one against which something speaks. False where refused."""
        make = make or self.make
        against = self.against(move)
        if not against:
            return make(move)

        question = QUESTIONS.get(type(move), "Are you sure?")
        self.confirm(question, against, "Yes", lambda: make(move))
        return True

    def confirm(
        self, title: str, text: str, yes: str, then: Callable[[], object], *, ready: bool = False
    ) -> None:
        """Goes on only after a yes."""
        from game.tui.screens.dialogs import Confirm

        def answered(value: object) -> None:
            if value:
                then()

        self.app.push_screen(Confirm(title, text, yes, ready=ready), answered)

    def do_undo(self) -> None:
        """Takes the last move back."""

        def undo() -> None:
            refused = self.game.undo()
            if refused is None:
                self.game.follow()
            else:
                self.tell(refused)

        self.confirm(
            "Take your last move back?",
            "What followed goes with it. The journal and the debrief will say so.",
            "Take it back",
            undo,
        )

    def do_transcript(self) -> None:
        """Opens the talk so far."""
        from game.tui.screens.dialogs import Transcript

        self.app.push_screen(Transcript(self.meeting))

    def write_out(self, write: Callable[[], Path]) -> None:
        """Writes a file and says where it lies."""
        try:
            path = write()
        except OSError as error:
            self.tell(f"It could not be written: {error.strerror or error}.")
        else:
            self.tell(f"Written: {path.name}, in {path.parent}")

    def do_leave(self) -> None:
        """Back to the title; a game that is kept nowhere is not given up without a question."""
        self.game.leave_surely(self.game.go_to_title)

    def page_title(self, title: str) -> Content:
        """The head of a page: the summit, the chair, where we are."""
        names = self.meeting.names
        return Content.assemble(
            (names.scenario.title.upper(), "bold $seal"),
            (f"   {names.party(self.meeting.session.role)}", "bold $ours"),
            (f"   {title}", "$muted"),
        )
