"""A summit whose texts are all Korean or Japanese: no fault, right widths, and it can be played."""

import pytest
from rich.cells import cell_len

from game.analysis.sense import examined
from game.instructor.check import human
from game.instructor.demo import run_demo
from game.scenario.catalogue import BASE
from game.scenario.reader import read_text

KOREAN = {
    "Two rivers": "두 강",
    "language": "ko",
    "North": "북주",
    "Premier Ada North": "아다 총리",
    "South": "남주",
    "Chancellor Bo South": "보 재상",
    "You want the water shared.": "물을 나누고자 한다.",
    "You want the river gauged.": "강을 재고자 한다.",
    "The river": "강",
    "Share the water": "물을 나누기",
    "agreed to share the water": "물을 나누기로 합의하였으며",
}
JAPANESE = {
    "Two rivers": "二つの川",
    "language": "ja",
    "North": "北州",
    "Premier Ada North": "アダ首相",
    "South": "南州",
    "Chancellor Bo South": "ボー宰相",
    "You want the water shared.": "水を分け合いたい。",
    "You want the river gauged.": "まず川を測りたい。",
    "The river": "川",
    "Share the water": "水を分ける",
    "agreed to share the water": "水を分け合うことで一致し",
}


def in_language(words):
    text = BASE.replace("title: Two rivers", f"title: Two rivers\nlanguage: {words['language']}")
    for key in ("title", "name", "leader", "brief", "label", "clause"):
        for english, other in words.items():
            text = text.replace(f"{key}: {english}\n", f"{key}: {other}\n")
    return text


@pytest.mark.parametrize("words", [KOREAN, JAPANESE], ids=["Korean", "Japanese"])
def test_a_summit_in_another_language_has_no_fault_and_plays(words, tmp_path, capsys):
    text = in_language(words)
    for word in list(words.values())[2:]:
        assert word in text
    assert examined(read_text(text)).diagnostics == ()
    path = tmp_path / "summit.yaml"
    path.write_text(text, encoding="utf-8")
    assert run_demo(str(path), [], 1, as_json=False) == 0
    assert words["Premier Ada North"] in capsys.readouterr().out


def lines_of(found, room=None):
    """A finding as a terminal shows it, without its colours."""
    return ["".join(text for text, _ in line) for line in human(found, room)]


@pytest.mark.parametrize("words", [KOREAN, JAPANESE], ids=["Korean", "Japanese"])
def test_the_caret_stands_under_what_it_is_about(words):
    fact = f"{words['The river']} {words['Share the water']}"
    text = in_language(words).replace("The river has two names., source: gazette", f"{fact}, X")
    text = text.replace("X}", "source: gazete}")
    (found,) = examined(read_text(text)).diagnostics
    _, _, source, caret, *_ = lines_of(found)
    assert found.code == "REF05" and fact in source
    before = source.index("gazete")
    assert cell_len(caret[: caret.index("^")]) == cell_len(source[:before])
    assert caret.count("^") == len("gazete")


@pytest.mark.parametrize("words", [KOREAN, JAPANESE], ids=["Korean", "Japanese"])
@pytest.mark.parametrize("room", [40, 60, 80])
def test_on_a_narrow_terminal_the_line_is_cut_and_the_caret_still_fits(words, room):
    fact = f"{words['The river']} {words['Share the water']} " * 3
    text = in_language(words).replace("The river has two names., source: gazette", f"{fact}, X")
    (found,) = examined(read_text(text.replace("X}", "source: gazete}"))).diagnostics
    _, _, source, caret, *_ = lines_of(found, room)
    assert cell_len(source) <= room and cell_len(caret) <= room
    before = source.index("gazete")
    assert cell_len(caret[: caret.index("^")]) == cell_len(source[:before])
