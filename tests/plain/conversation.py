"""A game in lines as a conversation: what is said when these lines are typed or piped."""

import io

from game.plain.play import Play
from game.summit.notation import write
from game.summit.session import Session
from tests.scenario_files import SMALL, small_scenario


class Broken:
    """Input that is interrupted, as by ctrl+c, after some lines."""

    def __init__(self, *lines):
        self._lines = list(lines)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._lines:
            raise KeyboardInterrupt
        return self._lines.pop(0)


def session(role="south", seed=3, journal=None):
    return Session.start(
        small_scenario(), text=SMALL, name="small", role=role, seed=seed, journal=journal
    )


class Typed:
    """Lines as a person types them."""

    def __init__(self, text):
        self._lines = iter(text.splitlines())

    def __iter__(self):
        return self._lines

    def isatty(self):
        return True


def play(text, *, prompts=False, game=None):
    """What is said when these lines come through a pipe."""
    game = game or session()
    output = io.StringIO()
    lines = text if isinstance(text, Broken) else iter(text.splitlines(keepends=True))
    Play(game, output, interactive=True, prompts=prompts).run(lines)
    return output.getvalue()


def type_in(text, game=None):
    """What is said when a person types these lines."""
    output = io.StringIO()
    Play(game or session(), output, interactive=True, prompts=True).run(Typed(text))
    return output.getvalue()


def moves_of(game):
    return [write(record.move) for record in game.records if record.party == game.role]


MOVES = """# a student's first meeting
ready
open river

ask visas
explain river high share
bogus move
propose river=moon
propose river=share trade=mid visas=many
accept
conclude
adopt
press share
"""
