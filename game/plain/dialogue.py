"""What the player is being asked, step by step, and the way back."""

from __future__ import annotations

from game.plain.choices import Choice, Question, not_picked, pick
from game.plain.guide import Guide


class Dialogue:
    """The questions on the way to one move; nothing is asked where `question` is None."""

    def __init__(self) -> None:
        self.question: Question | None = None
        self._steps: list[str] = []
        """The words that led to each question, the last one being asked now."""

    def ask(self, guide: Guide, words: str) -> bool:
        """Asks for what these words still lack; False where they lack nothing."""
        question = guide.ask(words)
        if question is not None:
            self.question = question
            self._steps.append(words)
        return question is not None

    def back(self, guide: Guide) -> bool:
        """Goes back to the question before; False where this was the first, which is dropped."""
        words = self._steps[-2] if len(self._steps) > 1 else None
        del self._steps[-2:]
        self.question = None
        return words is not None and self.ask(guide, words)

    def drop(self) -> None:
        """Asks no longer."""
        self.question = None
        self._steps = []

    def answer(self, text: str) -> Choice | None:
        """What an answer stands for; None where it is not understood."""
        if self.question is None:
            return None
        if self.question.reads is None:
            return pick(text, self.question.choices)
        words = self.question.reads(text)
        return None if words is None else Choice(0, text, words, whole=False)

    def unclear(self, text: str) -> str:
        """Why an answer is none, and the way out."""
        assert self.question is not None
        why = self.question.wants or not_picked(text, self.question.choices)
        return f"{why} “cancel” drops the question."

    def lines(self) -> list[str]:
        """The question and its answers, as they are read out."""
        assert self.question is not None
        numbered = (f"{choice.number}. {choice.label}" for choice in self.question.choices)
        return [self.question.text, *numbered]
