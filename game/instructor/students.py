"""Who is in the class: the names or student numbers in a roster, as teachers keep them."""

from __future__ import annotations

import csv
from contextlib import suppress
from pathlib import Path

from game.scenario.compose import compose
from game.scenario.intake import WESTERN, likely_encoding
from game.scenario.library import UnusableError

HEADINGS = ("student", "student number", "student id", "id number", "number", "name", "id")
"""Headings of the column that names the students; the first of them that is there counts."""

LONGEST_NAME = 60


def students_of(path: Path) -> list[str]:
    """The names or numbers in a roster: a YAML list, a table (CSV), or else one a line.

    Raises UnusableError where it cannot be read, is empty, or names somebody twice.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableError(f"The roster {path} cannot be read: {error.strerror}.") from error
    text = _decoded(content, path)
    kind = path.suffix.casefold()
    if kind in (".yaml", ".yml"):
        named = _listed(text, path)
    elif kind in (".csv", ".tsv"):
        named = _column(text)
    else:
        named = text.splitlines()
    students = [" ".join("".join(c if c.isprintable() else " " for c in n).split()) for n in named]
    students = [student for student in students if student]
    if not students:
        raise UnusableError(f"The roster {path} names nobody. Write one name or number a line.")
    for number, student in enumerate(students):
        if student in students[:number]:
            raise UnusableError(
                f"{student} stands twice in {path}. Add an initial to one of them; in a table, "
                "head the column that tells students apart with `student`."
            )
        if len(student) > LONGEST_NAME:
            raise UnusableError(f"{student[:30]}… in {path} is too long for a name.")
    return students


def _decoded(content: bytes, path: Path) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 with its mark, or Western.

    Another encoding is named and refused: a guess gone wrong would give students other names.
    """
    if content.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UnusableError(
            f"The roster {path} is a document of another program. Save it there as a table “CSV, "
            "UTF-8”, or as a text with one name a line."
        )
    likely = likely_encoding(content)
    encodings = ["utf-8-sig", *(["cp1252"] if likely == WESTERN else [])]
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        likely, encodings = "a torn UTF-16", ["utf-16"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise UnusableError(
        f"The roster {path} is not in UTF-8. It looks like {likely}. Open it in the program that "
        "wrote it and save it again with the encoding “UTF-8”."
    )


def _listed(text: str, path: Path) -> list[str]:
    """The entries of a YAML list."""
    found = compose(text)
    if found.faults:
        fault = found.faults[0]
        raise UnusableError(f"{path}, line {fault.place.line}: {fault.message} {fault.help}")
    if not isinstance(found.data, tuple):
        raise UnusableError(
            f"The roster {path} should be a list, with `- Name` on each line. Or is it the summit? "
            "That stands behind the roster."
        )
    return [str(value) for value in found.data if isinstance(value, str | int)]


def _column(text: str) -> list[str]:
    """The names in the column that is headed so, else in the first one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    rows = list(csv.reader(lines, delimiter=max(",;\t", key=lines[0].count)))
    head = [cell.strip().casefold() for cell in rows[0]]
    headed = next((head.index(word) for word in HEADINGS if word in head), None)
    if headed is None:
        return [row[0] for row in rows]
    return [row[headed] for row in rows[1:] if headed < len(row)]
