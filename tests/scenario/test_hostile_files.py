"""Nothing that a file may contain raises, hangs, or gets through to a terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.scenario.catalogue import BASE
from game.scenario.compose import compose
from game.scenario.intake import MAX_BYTES, REFUSED, clean
from game.scenario.loaders import FAST_LOADER, PYTHON_LOADER
from game.scenario.reader import MOST_TOLD, read_scenario, read_text

ALIASES = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
)
HOSTILE = {
    "brackets": "[" * 60_000,
    "braces": "{" * 60_000,
    "hyphens": "- " * 60_000,
    "keys in keys": "? " * 60_000,
    "aliases": ALIASES,
    "null": "title: a\0b",
    "escape": "title: a\x1b[31mb",
    "bidi": "title: a\u202eb",
    "written escape": 'title: "a\\u202e\\x1b b"',
    "lone surrogate": "title: a\ud800b",
    "one long line": "a" * 500_000,
    "many lines": "\n" * 300_000,
    "unknown keys": "".join(f"key{n}: 1\n" for n in range(5_000)),
    "unknown sources": "background:\n" + "- {text: x, source: y}\n" * 5_000,
    "numbers for text": "background:\n" + "- {text: 1}\n" * 5_000,
    "nothing": "",
    "one word": "hello",
    "a list": "- 1\n- 2\n",
    "a great number": "format: 1" + "0" * 5_000,
}
PIECES = st.sampled_from(
    [
        *(
            "title",
            "agenda",
            "parties",
            "options",
            "points",
            "when",
            "agreed",
            "home",
            "all",
            "not",
        ),
        *(": ", ":", "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ", ", "'", '"', "#", "|\n"),
        *(">-\n", "&a ", "*a ", "!!str ", "---\n", "...\n", "\t", "\u3000", "“", "：", "\\", "~"),
        *(
            "north",
            "river",
            "12",
            "-1",
            "1.5",
            "yes",
            "null",
            "2024-05-22",
            "日本",
            "%",
            "@",
            "`",
            "?",
            "Why?",
            "? ",
        ),
    ]
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_refused_in_plain_words(text: str) -> None:
    for loader in (FAST_LOADER, PYTHON_LOADER):
        result = read_text(text, loader=loader)
        assert result.scenario is None
        assert 1 <= len(result.diagnostics) <= 3 * MOST_TOLD
        for d in result.diagnostics:
            for shown in (d.message, d.help, d.excerpt):
                assert not REFUSED.search(shown)
                assert "\n" not in shown


def test_a_file_of_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"# ten megabytes\n" * 655_360)
    (d,) = read_scenario(path).diagnostics
    assert d.code == "SYN02"
    assert [d.code for d in read_text("x" * (MAX_BYTES + 1)).diagnostics] == ["SYN02"]


def test_a_scenario_with_a_hidden_character_anywhere_is_refused() -> None:
    for place in ("Two rivers", "gazette", "Farmers", "The river has", "share"):
        for hidden in "\x07\x1b\x9b\u200b\u202e\u2066\ufeff\U000e0041":
            result = read_text(BASE.replace(place, place + hidden))
            assert result.scenario is None
            assert "SYN04" in [d.code for d in result.diagnostics]


def test_scripts_that_need_joiners_and_emoji_have_them() -> None:
    for title in ("می‌خواهم", "नेपाल क्‍ष", "👩‍🚀 at the table", "日本と韓国", "대한민국"):
        result = read_text(BASE.replace("title: Two rivers", f"title: {title}"))
        assert result.diagnostics == ()


@settings(max_examples=150)
@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00t")
@example(b"\xef\xbb\xbf")
@example(b"PK\x03\x04")
def test_any_bytes_are_answered(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(content)
    result = read_scenario(path)
    assert result.scenario is None
    assert result.diagnostics


@settings(max_examples=150)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_answered_alike_by_both_parsers(text: str) -> None:
    check_alike(text)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("---\n#")
def test_anything_like_yaml_is_answered_alike_by_both_parsers(text: str) -> None:
    check_alike(text)


@settings(max_examples=150)
@given(st.integers(0, len(BASE)), st.integers(0, 12), st.lists(PIECES, max_size=4).map("".join))
@example(75, 10, "? ")
def test_a_scenario_with_any_passage_spoilt_is_answered(start: int, cut: int, new: str) -> None:
    check_alike(BASE[:start] + new + BASE[start + cut :])


def check_alike(text: str) -> None:
    fast, slow = read_text(text, loader=FAST_LOADER), read_text(text, loader=PYTHON_LOADER)
    assert [d.is_error for d in fast.diagnostics].count(True) > 0 or fast.scenario is not None
    usable = clean(text)
    lines = usable.text.count("\n") + 1
    for d in fast.diagnostics:
        assert 1 <= d.line <= lines
        assert d.column >= 1
        assert d.width >= 1
        assert not REFUSED.search(d.message + d.help + d.excerpt)
    if compose(usable.text, FAST_LOADER).complete and compose(usable.text, PYTHON_LOADER).complete:
        # The two parsers place an empty key one column apart.
        for one, other in zip(fast.diagnostics, slow.diagnostics, strict=True):
            assert replace(one, column=1) == replace(other, column=1)
            assert abs(one.column - other.column) <= 1
        assert fast.scenario == slow.scenario


def test_a_tab_inside_a_text_is_a_space_to_both_parsers() -> None:
    text = BASE.replace("You want the water", "You\twant the water").replace(
        "10, south", "10,\tsouth"
    )
    for loader in (FAST_LOADER, PYTHON_LOADER):
        result = read_text(text, loader=loader)
        assert result.diagnostics == ()
        assert result.scenario is not None
        assert result.scenario.parties["north"].brief == "You want the water shared."


def test_a_file_name_cannot_steer_the_terminal() -> None:
    result = read_scenario("no\x1b[31m\udcffsuch.yaml")
    assert result.file == result.diagnostics[0].file == "no\ufffd[31m\ufffdsuch.yaml"
