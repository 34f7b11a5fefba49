"""How the game is called, in sentences that tell how to call it again."""

import pytest

from game.started import quoted


@pytest.mark.parametrize(
    "word, posix, windows",
    [
        ("game.jsonl", "game.jsonl", "game.jsonl"),
        ("my game", '"my game"', '"my game"'),
        ("C:\\games\\one", "'C:\\games\\one'", "C:\\games\\one"),
        ("C:\\my games", "'C:\\my games'", '"C:\\my games"'),
        ("$HOME", "'$HOME'", '"$HOME"'),
    ],
)
def test_a_word_is_quoted_so_that_it_can_be_typed(word, posix, windows):
    assert quoted(word, windows=False) == posix and quoted(word, windows=True) == windows
