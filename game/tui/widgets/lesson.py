"""The guide of the first meeting: a few words above the message line on what to do next."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from game.summit.session import Session
from game.wording.lesson import step_now


class LessonLine(Static):
    """The step that is to be done now."""

    def __init__(self, session: Session) -> None:
        super().__init__(markup=False, id="lesson")
        self._session = session

    def on_mount(self) -> None:
        """Tells the first step of this screen."""
        self.renew()

    def renew(self) -> None:
        """Tells the step that is to be done now."""
        _, step = step_now(self._session)
        self.update(
            Content.assemble(
                ("Next  ", "bold $seal"),
                step.keys,
                ("  (f3 puts this guide away)", "$muted"),
            )
        )
