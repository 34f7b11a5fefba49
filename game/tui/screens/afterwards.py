"""What can be done with a finished game: go on, take it up again, reflect on it, write it out."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.library import UnusableError
from game.summit.moves import Reflect
from game.summit.session import moments
from game.summit.start import branch_session, next_session
from game.tui.commands import Command
from game.tui.screens.dialogs import Choice, Choose
from game.tui.screens.pages import PagedStage
from game.wording.campaign import next_meeting
from game.wording.debrief import Section
from game.wording.moments import Moments
from game.wording.names import sentence
from game.wording.saved import NOTHING_TO_BRANCH_FROM

AGAIN = "A new game begins just before this move of yours; this one stays as it is."


class Afterwards(PagedStage):
    """The commands of the debrief besides turning its pages."""

    def show_anew(self, told: str) -> None:
        """Shows the debrief after something was added to the game, and a message."""
        raise NotImplementedError

    def to_write_out(self) -> Sequence[Section]:
        """The pages that a file of the debrief has."""
        raise NotImplementedError

    def closed(self, command: Command) -> str | None:
        """Only a campaign goes on; only what has a journal is taken up again or reflected on."""
        session = self.meeting.session
        if command.name == "following" and next_meeting(session) is None:
            return "No further meeting follows here."
        if command.name == "again" and session.journal_path is None:
            return NOTHING_TO_BRANCH_FROM
        if command.name == "reflect" and session.journal_path is None:
            return "This game kept no journal, in which a reflection could stand."
        return super().closed(command)

    def do_following(self) -> None:
        """Goes on to the next meeting of the campaign."""
        try:
            following = next_session(self.meeting.session)
        except UnusableError as error:
            self.tell(f"{error}")
            return
        self.meeting.session.close()
        self.game.begin(following)

    def do_again(self) -> None:
        """Takes the game up again at an earlier moment; the old journal stays as it is."""
        session = self.meeting.session
        told = Moments(self.scenario, session.role, session.records)
        choices = [
            Choice(number, sentence(told.did(number)))
            for number in moments(session.records, session.role)
        ]

        def chosen(number: object) -> None:
            if not isinstance(number, int) or session.journal_path is None:
                return
            try:
                branch = branch_session(session.journal_path, number)
            except UnusableError as error:
                self.tell(f"{error}")
                return
            session.close()
            self.game.begin(branch)

        self.app.push_screen(Choose("Take it up again", AGAIN, choices), chosen)

    def do_reflect(self) -> None:
        """Writes a reflection into the journal."""
        from game.tui.screens.reflect import ReflectScreen

        def written(text: str | None) -> None:
            if text:
                self.game.play(Reflect(text=text))
                self.show_anew("Your reflection is in the journal.")

        questions = [question.strip() for question in self.scenario.debrief.questions]
        self.app.push_screen(ReflectScreen(questions), written)

    def do_export(self) -> None:
        """Writes the debrief and the talk into a file beside the journal."""
        self.write_out(lambda: self.meeting.export_debrief(self.to_write_out()))
