"""From the bytes of a file to text that is safe to read, and what stood in the way.

The text of a file is untrusted: whatever could steer a terminal or make a line read otherwise than
it is written is refused here, once, with its place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from game.scenario.diagnostics import Place, Severity

MAX_BYTES = 1_000_000
"""A scenario of 4,000 lines has about 250,000 bytes."""

MAX_CHARACTERS_TOLD = 20
"""Places of refused characters that are told one by one."""

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_BIDI = r"\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    r"\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff"
)
_JOINERS = r"\u061c\u200c-\u200f"

_START = Place(1, 1)

REFUSED = re.compile(f"[{_CONTROLS}{_BIDI}{_INVISIBLE}{_JOINERS}]")
_JOINER = re.compile(f"[{_JOINERS}]")
_NEEDS_JOINERS = "[\u0590-\u1fff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff\U0001f000-\U0001faff]"
"""Scripts (and emoji) in which joiners and direction marks are part of the spelling: a pattern that
takes long to compile and that most files do not need."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding in the text, before it is tied to a file; a `Finding` is one in the data."""

    code: str
    place: Place
    message: str
    help: str = ""
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Intake:
    """The text, line breaks made one kind, refused characters replaced by one that is harmless."""

    text: str
    faults: tuple[Fault, ...] = ()
    usable: bool = True
    """False where nothing of it can be understood, so that reading on would only mislead."""


def decode(content: bytes) -> Intake:
    """The text of a file's bytes: UTF-8, with or without a byte-order mark."""
    if len(content) > MAX_BYTES:
        return _nothing(
            "SYN02",
            f"The file is too large: a scenario may have {MAX_BYTES:,} bytes.",
            "Is it the right file? A long summit has about 250,000 bytes.",
        )
    for mark, name in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if content.startswith(mark):
            return _nothing(*_encoding(name))
    if content.startswith((b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        return _nothing(
            "SYN03",
            "This is a document of a word processor, not a text file.",
            "Save it as “plain text” with the encoding UTF-8 and the ending .yaml.",
        )
    if b"\x00" in content:
        if content[:4000].count(b"\x00") * 3 > len(content[:4000]):
            return _nothing(*_encoding("UTF-16"))
        return _nothing(
            "SYN03",
            "This is no text file: it holds bytes that no text has.",
            "A scenario is a plain text file; a word processor must save it as “plain text”.",
            _place_of(content, content.index(b"\x00")),
        )
    try:
        return clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        legible = clean(content.decode("utf-8-sig", "replace")).text
        place = _place_of(content, error.start)
        return _nothing(*_encoding(likely_encoding(content)), place, text=legible)


def clean(text: str) -> Intake:
    """The same for text: one kind of line break, refused characters found and made harmless."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_BYTES:
        return _nothing(
            "SYN02",
            f"The text has {len(text):,} characters; a scenario may have {MAX_BYTES:,}.",
            "Is it the right file?",
        )
    if not REFUSED.search(text):
        return Intake(text)
    faults: list[Fault] = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        found = refused_in(line)
        for index in found:
            faults.append(_refused(line[index], Place(number, index + 1)))
        if found:
            letters = list(line)
            for index in found:
                letters[index] = "\ufffd"
            lines[number - 1] = "".join(letters)
    if len(faults) > MAX_CHARACTERS_TOLD:
        rest = len(faults) - MAX_CHARACTERS_TOLD
        last = faults[MAX_CHARACTERS_TOLD]
        faults = faults[:MAX_CHARACTERS_TOLD]
        faults.append(Fault("SYN04", last.place, f"And {rest} more characters like these."))
    return Intake("\n".join(lines), tuple(faults))


def refused_in(line: str) -> list[int]:
    """Where in the line characters stand that a scenario may not have."""
    found = [match.start() for match in REFUSED.finditer(line)]
    if found and re.search(_NEEDS_JOINERS, line):
        found = [index for index in found if not _JOINER.match(line[index])]
    return found


def name_of(character: str) -> str:
    """A character that cannot be seen, in words: `U+200B zero width space`."""
    name = unicodedata.name(character, "").lower() or _CONTROL_NAMES.get(
        character, "control character"
    )
    return f"U+{ord(character):04X} {name}"


_CONTROL_NAMES = {
    "\x00": "null",
    "\x07": "bell",
    "\x08": "backspace",
    "\x1b": "escape, which steers a terminal",
    "\x7f": "delete",
    "\x85": "next line",
    "\xad": "soft hyphen",
}


def _refused(character: str, place: Place) -> Fault:
    return Fault(
        "SYN04",
        place,
        f"An invisible character stands here that a scenario may not have: {name_of(character)}.",
        "Delete it and type the passage again; it often comes along when text is pasted.",
    )


def _encoding(name: str) -> tuple[str, str, str]:
    guess = f" It looks like {name}." if name else ""
    return (
        "SYN01",
        f"The text is not in UTF-8, the encoding that a scenario must have.{guess}",
        "Open it in the editor that wrote it and save it again with the encoding “UTF-8”.",
    )


_KOREAN = "the Korean Windows encoding (cp949, EUC-KR)"


WESTERN = "a Western Windows encoding (Latin-1, cp1252)"

_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")


def likely_encoding(content: bytes) -> str:
    """The likeliest of the encodings that the game's authors meet; a hint, nothing more."""
    for codec, name, letters in (
        ("euc-kr", _KOREAN, "가-힣"),
        ("cp932", "the Japanese Windows encoding (Shift JIS)", "ぁ-ヿ一-鿿"),
        ("euc-jp", "the Japanese encoding EUC-JP", "ぁ-ヿ一-鿿"),
        # After Shift JIS, whose kana it would read as rare Korean syllables.
        ("cp949", _KOREAN, "가-힣"),
        ("gb18030", "the Chinese encoding GB 18030", "一-鿿"),
    ):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        beyond = [c for c in text if ord(c) > 127]
        fitting = re.findall(f"[{letters}\u3000-\u303f\uff00-\uffef]", text)
        kana = len(re.findall("[ぁ-ヿ]", text))
        if codec in ("cp932", "euc-jp") and kana * 10 < len(beyond):
            continue
        if codec == "gb18030" and len(_ALONE.findall(content)) * 2 > len(beyond):
            continue  # which would read an accented letter and the one after it as one sign
        if len(beyond) > 1 and len(fitting) * 10 >= len(beyond) * 9:
            return name
    return WESTERN


def _place_of(content: bytes, offset: int) -> Place:
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")
    return Place(before.count(b"\n") + 1, len(line) + 1)


def _nothing(
    code: str, message: str, help: str, place: Place = _START, *, text: str = ""
) -> Intake:
    return Intake(text, (Fault(code, place, message, help),), usable=False)
