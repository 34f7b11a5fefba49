"""Faults as people make them: each told once, at its place, with the way to mend it."""

import pytest

from game.scenario.catalogue.entry import BASE
from game.scenario.loaders import FAST_LOADER, PYTHON_LOADER
from game.scenario.reader import read_scenario, read_text

POINTS = "points: {north: 12, south: 7}"
LINK = "  - when: {agreed: {river: share}}\n    points"
FARMERS = "        farmers: {name: Farmers, support: 54}"
FACT = "- {text: The river has two names., source: gazette}"
SOURCE = """sources:
  gazette: {title: The river question, publisher: The Gazette, date: 2020-01-01}"""

CASES = [
    # written, in place of, code, in the message, in the help
    ("points: {north: 12 south: 7}", POINTS, "SYN12", "comma is missing before `south`", "commas"),
    ("points: {north: 12; south: 7}", POINTS, "SYN12", "comma is missing before `south`", "commas"),
    ("points: north: 12, south: 7", POINTS, "SYN06", "", "points: {north: 12, south: 7}"),
    ("points: (north: 12, south: 7)", POINTS, "SYN06", "", "points: {north: 12, south: 7}"),
    ("points: {north: 12}, south: 7", POINTS, "SYN12", "ended at the bracket `}`", "inside"),
    ("points: {north: 12, south:7}", POINTS, "SYN11", "space is missing", "`key: value`"),
    ("points: {north: 12, south: –7}", POINTS, "FMT03", "“–7”", "Write -7, with the plain hyphen"),
    ("walk_away: 10,", "walk_away: 10", "FMT03", "“10,”", "Write 10, with nothing behind it."),
    ("walk_away: ten", "walk_away: 10", "FMT03", "“ten”", "Write it in figures. Points"),
    ("points: {north: 12, south: 7%}", POINTS, "FMT03", "“7%”", "Write 7, with nothing behind it"),
    ("points: {north: 12, south: '7'}", POINTS, "FMT03", "", "Write 7, without quotation marks"),
    ("points: {north: 12, south: １0}", POINTS, "FMT03", "", "Write 10."),
    ("points: {north: 12, south: '7,5'}", POINTS, "FMT03", "“7,5”", "Write 7 or 8:"),
    ("points: {north: 12,5, south: 7}", POINTS, "SYN24", "number of `north`", "write 12 or 13"),
    ("points: {north: 12, south: - 7}", POINTS, "SYN12", "hyphen and a space", "between: -7"),
    (
        "brief:\n      Water, above all: shared.\n      You want it soon.",
        "brief: You want the water shared.",
        "SYN11",
        "has no colon",
        "`brief: |`",
    ),
    (
        '{text: "It has "two" names.", source: gazette}',
        FACT[2:],
        "SYN09",
        "ended at the quotation mark",
        "each mark inside",
    ),
    (
        '"Share the water\n        clause: agreed to call it "ours"',
        "Share the water\n        clause: agreed to share the water",
        "SYN08",
        "closed only on line",
        'another " at the end',
    ),
    ("{text: “Old, and wet”, source: gazette}", FACT[2:], "SYN24", "of `text`", "straight ones"),
    ("clause: South halves the tariffs", "clause: agreed to halve tariffs", "CLS02", "", "small"),
    ("home: {north: -3}", "home: {north: {farmers: -3}}", "FMT06", "", "{farmers: …, everyone: …}"),
    ("{signed: no}", "{ratified: both}", "FMT05", "“no”", "Write false."),
    ("when: agreed: {trade: half}", "when: {agreed: {river: share}}", "SYN06", "", "{agreed: {tr"),
    ("points: [12, 7]", POINTS, "FMT06", "not a list", "Write {north: …, south: …}, or"),
    ("\u00a0\u00a0south:\n    name", "  south:\n    name", "SYN05", "U+00A0", "plain spaces"),
    ("walk_away:\u00a010", "walk_away: 10", "SYN11", "U+00A0 no-break space", "type a space"),
    ("  강:\n    at: 12", "  flood:\n    at: 12", "FMT09", "“강” is no id", "small letters a to z"),
    ("{trust: 50}", "{ratified: both}", "FMT06", "", "Write {at_least: 50} or {at_most: 50}"),
    ("{trust: '<9'}", "{ratified: both}", "FMT06", "“<9”", "Write {at_least: 9} or"),
    ("{trust: >50}", "{ratified: both}", "SYN07", "`>`", "A limit is written {at_least: 50}"),
    ("if: {ratified: both}", "when: {ratified: both}", "FMT01", "mean `when`", "Write `when: …`"),
    ("{or: [{signed: true}]}", "{ratified: both}", "FMT01", "Did you mean `any`", "Write `any"),
    ("  - when: {agreed: {river: share}}\n  points", LINK, "SYN13", "", "start it in column 5"),
    ("  -when: {agreed: {river: share}}\n    points", LINK, "SYN11", "after the hyphen", "- text"),
    ("        Farmers: {name: Farmers, support: 54}", FARMERS, "FMT09", "“Farmers”", "`farmers`"),
    ("- The river has two names.", FACT, "FMT06", "Entry 1 of `facts`", "`text`, `source`"),
    (
        "sources:\n  - title: The river question",
        SOURCE,
        "FMT06",
        "`sources` must be a block",
        "`id: …`",
    ),
    ("{text: Wet, green, and old., source: gazette}", FACT[2:], "SYN24", "of `text`", 'text: "…"'),
    ("{text: Rain, but then: sun, source: gazette}", FACT[2:], "FMT01", "`but then`", "whole text"),
    (
        "{text: Rain., source: gazette, north: # c\n        }",
        FACT[2:],
        "FMT01",
        "`north` is no key",
        "Possible",
    ),
    ("{farmers: Four, south}", "{farmers: -3}", "SYN24", "of `farmers`", "lacks its colon"),
    ("points: {north: 12, south}", POINTS, "FMT15", "`south` has no value", ""),
    ("points: {north: 12, south: }", POINTS, "FMT15", "`south` has no value", ""),
    ("style: firm, cautious", "style: principled", "FMT08", "“firm, cautious”", "[firm, cautious]"),
    ("style: [firm cautious]", "style: principled", "FMT08", "", "brackets: [firm, cautious]"),
    ("{ratified: north and south}", "{ratified: both}", "REF01", "no party.", "[north, south]"),
    ("\n      silent: river, trade", "{ratified: both}", "REF03", "", "Several stand in square"),
    ("points: north 12, south 7", POINTS, "FMT06", "`points`", "Write {north: …, south: …}, or"),
    ("points: {north: 12.6, south: 7}", POINTS, "FMT03", "12.6", "Write 13."),
    ("joint_gain > 50", "{ratified: both}", "FMT06", "", "{joint_gain: {at_least: 50}}"),
    ("  etikett: Halve", "  label: Halve", "FMT01", "mean `label`", "Write `label: …`"),
    ("punkte: {north: 12, south: 7}", POINTS, "FMT01", "mean `points`", "Write `points: …`"),
    ("요구: {ratified: both}", "when: {ratified: both}", "FMT01", "mean `when`", "Write `when: …`"),
    ("tagesordnung:\n  river:", "agenda:\n  river:", "FMT01", "mean `agenda`", "Write `agenda: …`"),
    ("topics:\n  river:", "agenda:\n  river:", "FMT01", "Did you mean `agenda`", "Write `agenda"),
    ("  brücke:\n    at: 12", "  flood:\n    at: 12", "FMT09", "“brücke”", "`brucke`"),
    (
        "home: {farmers: {north: -3}}",
        "home: {north: {farmers: -3}}",
        "REF01",
        "an audience of `north`",
        "Write {north: {farmers: …}}",
    ),
    ("home: {farmers: -3}", "home: {north: {farmers: -3}}", "REF01", "an audience", "{north: {f"),
    ("minutes: 400000", "minutes: 40", "FMT11", "at most 600", "six to nine"),
    ("minutes: long", "minutes: 40", "FMT03", "“long”", "six to nine"),
    ("minutes: 4", "minutes: 40", "FMT11", "at least 5", "six to nine"),
    ("meeting: Ford", "meeting: {place: Ford, minutes: 40}", "FMT06", "`meeting`", "`minutes`"),
    ("title: #1 Two rivers", "title: Two rivers", "SYN25", "is a comment", "quotation marks"),
    ("label: #1 Halve", "label: Halve the tariffs", "SYN25", "`label`", "quotation marks"),
    ("{ratified: north, south}", "{ratified: both}", "SYN24", "", "ratified: [one, two]"),
    ("  1:\n    at: 12", "  flood:\n    at: 12", "FMT09", "“1” is no id", "start with a letter"),
]


@pytest.mark.parametrize("loader", [FAST_LOADER, PYTHON_LOADER])
@pytest.mark.parametrize(("written", "instead", "code", "message", "advice"), CASES)
def test_one_fault_is_told_once_with_the_way_to_mend_it(
    written, instead, code, message, advice, loader
):
    assert BASE.count(instead) == 1
    (told,) = read_text(BASE.replace(instead, written), loader=loader).diagnostics
    assert told.code == code
    assert message in told.message and advice in told.help
    start = BASE[: BASE.index(instead)].count("\n") + 1
    assert start <= told.line <= start + written.count("\n")


def test_a_party_at_the_edge_of_the_file_is_not_told_at_every_use():
    start, end = BASE.index("  south:\n"), BASE.index("agenda:\n")
    outside = "\n".join(line[2:] for line in BASE[start:end].split("\n"))
    found = read_text(BASE[:start] + outside + BASE[end:]).diagnostics
    assert [d.code for d in found] == ["FMT12", "FMT01"]
    assert "an entry of `parties`, indent it as the others" in found[1].help


def test_an_item_among_the_keys_of_another_is_told_where_it_belongs():
    found = read_text(BASE.replace("  trade:\n", "    trade:\n")).diagnostics
    (first,) = [d for d in found if d.code == "FMT01"]
    assert "an entry of `agenda`, start it in the same column as `river`" in first.help


def test_tabs_all_over_a_file_are_told_once_with_their_number():
    (told,) = read_text(BASE.replace("    ", "\t")).diagnostics
    assert told.code == "SYN05"
    more = sum(line.startswith(("\t", "  \t")) for line in BASE.replace("    ", "\t").split("\n"))
    assert f"of this line and of {more - 1} more" in told.message


def test_an_id_that_is_no_id_is_told_once_with_the_number_of_its_places():
    text = BASE.replace("north", "North")
    (told,) = read_text(text).diagnostics
    assert told.code == "FMT09" and "`north`" in told.help
    assert f"in {text.count('North:') + text.count('[North')} places" in told.help


def test_a_source_is_not_called_unused_where_the_agenda_is_missing():
    start, end = BASE.index("agenda:\n"), BASE.index("links:\n")
    codes = [d.code for d in read_text(BASE[:start] + BASE[end:]).diagnostics]
    assert "FMT02" in codes and not any(code.startswith("SRC") for code in codes)


@pytest.mark.parametrize(
    "meeting",
    ["meeting: {place: Ford, laufzeit: 60}", "treffen: {laufzeit: 60}", "meeting: {minutes: x}"],
)
def test_no_event_is_called_late_where_the_minutes_are_not_known(meeting):
    text = BASE.replace("meeting: {place: Ford, minutes: 40}", meeting).replace("at: 12", "at: 55")
    (told,) = read_text(text).diagnostics
    assert told.code in ("FMT01", "FMT03")


def test_keys_in_another_language_that_could_be_either_are_told_both():
    option = "        label: Halve the tariffs\n        clause: agreed"
    assert BASE.count(option) == 1
    text = BASE.replace(option, option.replace("label", "kurz").replace("clause", "satz"))
    found = read_text(text).diagnostics
    assert [d.code for d in found] == ["FMT01", "FMT01"]
    assert all("Did you mean `label` or `clause`?" in d.message for d in found)


def test_a_key_that_was_misspelt_is_not_guessed_a_second_time():
    text = BASE.replace("title: Two rivers\n", "titel: Two rivers\nnotiz: To be read again.\n")
    first, second = read_text(text).diagnostics
    assert "Did you mean `title`?" in first.message and "mean" not in second.message


def test_a_key_is_not_guessed_where_more_is_missing():
    option = "        label: Halve the tariffs\n        clause: agreed to halve tariffs\n"
    found = read_text(BASE.replace(option, "        satz: agreed to halve tariffs\n")).diagnostics
    assert [d.code for d in found] == ["FMT02", "FMT02", "FMT01"]
    assert "Did you mean" not in found[2].message


def test_lines_without_their_blanks_are_told_where_they_begin():
    flush = "\n".join(line.lstrip() for line in BASE.replace("brief: ", "brief:\n").split("\n"))
    (told,) = read_text(flush).diagnostics
    assert (told.code, told.line) == ("SYN10", 4) and "lost in copying" in told.message


def test_the_frame_of_an_example_is_told_to_be_no_part_of_the_file():
    (told,) = read_text(f"```yaml\n{BASE}```\n").diagnostics
    assert told.code == "SYN07" and told.line == 1 and "at the end" in told.help


def test_a_file_that_was_pasted_twice_is_told_once():
    (told,) = read_text(BASE + BASE).diagnostics
    assert told.code == "SYN14" and "pasted twice" in told.help
    assert told.line == BASE.count("\n") + 1


def test_two_leaders_are_not_spoken_of_alike():
    text = BASE.replace("    leader:", "    address: The Minister\n    leader:")
    assert [d.code for d in read_text(text).diagnostics] == ["NAM01"]


def test_a_block_without_a_value_is_told_its_keys():
    half = BASE[BASE.index("        label: Halve") : BASE.index("links:\n")]
    (told,) = read_text(BASE.replace(half, "")).diagnostics
    assert told.code == "FMT15" and "stand its keys: `label`, `clause`" in told.help


@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("shift-jis", "水を分けたいと考えている。しかし、それは簡単ではない。", "Shift JIS"),
        ("euc-jp", "水を分けたいと考えている。しかし、それは簡単ではない。", "EUC-JP"),
        ("cp949", "물을 나누고 싶지만 쉽지 않다. 똠방각하께서 오셨다.", "cp949"),
        ("gb18030", "你们希望分享河水，但这并不容易，因为农民需要它。", "GB 18030"),
        ("cp1252", "Vous voulez partager l’eau du fleuve, voilà.", "cp1252"),
        ("utf-16", "You want the water shared.", "UTF-16"),
    ],
)
def test_the_encoding_of_an_old_editor_is_guessed(tmp_path, encoding, text, named):
    path = tmp_path / "old.yaml"
    path.write_bytes(BASE.replace("You want the water shared.", text).encode(encoding))
    (told,) = read_scenario(path).diagnostics
    assert told.code == "SYN01" and named in told.message and "UTF-8" in told.help


@pytest.mark.parametrize(
    ("third", "code", "told"),
    [
        ("• Snow", "SYN11", "Start each entry of a list with a plain hyphen"),
        ("— Snow", "SYN11", "Start each entry of a list with a plain hyphen"),
        ("Snow", "SYN11", "If it is an entry of the list, start it with a hyphen"),
    ],
)
def test_an_entry_without_its_hyphen_is_told_so(third, code, told):
    list_ = "\n          ".join(("difficulty:", "- The farmers", "- Sand", third))
    interest = f"    interests:\n      north:\n        {list_}\n        why: Rain.\n"
    trade = "  trade:\n    title: Trade\n"
    (found,) = read_text(BASE.replace(trade, trade + interest)).diagnostics
    assert found.code == code and told in found.help


def test_a_comma_that_makes_a_fourth_difficulty_is_told():
    interest = "{why: Rain., difficulty: [The farmers, who vote, Sand, Snow]}"
    trade = "  trade:\n    title: Trade\n"
    text = BASE.replace(trade, f"{trade}    interests:\n      north: {interest}\n")
    (told,) = read_text(text).diagnostics
    assert told.code == "FMT12" and "comma needs quotation marks inside [ ]" in told.help


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "SYN03", "a document of a word processor"),
        (b"\x00\x01\x02\x80", "SYN03", "bytes that no text has"),
        (b"# to be written\n", "SYN19", "nothing but comments"),
        (b"---\n# to be written", "SYN19", "nothing but comments"),
        (b" \n\n", "SYN19", "is empty"),
    ],
)
def test_a_file_that_holds_no_summit_is_told_what_it_is(tmp_path, content, code, told):
    path = tmp_path / "summit.yaml"
    path.write_bytes(content)
    (found,) = read_scenario(path).diagnostics
    assert found.code == code and told in found.message
