"""What an entry of the catalogue holds, and the small summit that its examples change."""

from __future__ import annotations

from dataclasses import dataclass

BASE = """\
format: 1
title: Two rivers
sources:
  gazette: {title: The river question, publisher: The Gazette, date: 2020-01-01}
meeting: {place: Ford, minutes: 40}
parties:
  north:
    name: North
    leader: Premier Ada North
    brief: You want the water shared.
    walk_away: 10
    style: principled
    home:
      audiences:
        farmers: {name: Farmers, support: 54}
  south:
    name: South
    leader: Chancellor Bo South
    brief: You want the river gauged.
    walk_away: 15
agenda:
  river:
    title: The river
    facts:
      - {text: The river has two names., source: gazette}
    options:
      share:
        label: Share the water
        clause: agreed to share the water
        points: {north: 10, south: 20}
      gauge:
        label: Gauge first
        clause: agreed to gauge the river
        points: {north: 5, south: 30}
        home: {north: {farmers: -3}}
  trade:
    title: Trade
    options:
      some:
        label: Ease some tariffs
        clause: agreed to ease some tariffs
        points: {north: 24, south: 4}
      half:
        label: Halve the tariffs
        clause: agreed to halve tariffs
        points: {north: 12, south: 7}
links:
  - when: {agreed: {river: share}}
    points: {south: 2}
events:
  flood:
    at: 12
    title: A flood upstream
    text: The river has risen.
outcomes:
  carried:
    when: {ratified: both}
    title: A treaty
    text: The text is in force.
  rest:
    title: No treaty
    text: The river flows as before.
"""
"""A complete scenario without a fault. An example is this text with one passage replaced."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: what it says, why it matters, a file that has the fault and one that has not.

    `line` is where the fault is told, from 1. `encoding` is that of the example's bytes. FIL01 has
    no example: the file cannot be read.
    """

    code: str
    title: str
    why: str
    example: str
    mended: str
    line: int
    encoding: str = "utf-8"
    also: tuple[int, ...] = ()
    """Further lines on which the same fault is told."""

    @property
    def content(self) -> bytes:
        """The example as the bytes of a file."""
        return self.example.encode(self.encoding)

    def around(self, context: int) -> tuple[str, str]:
        """The lines in which the example and the mended text differ, and some on both sides.

        `context` is how many of those that both texts share stand before and after.
        """
        wrong, right = self.example.splitlines(), self.mended.splitlines()
        start = _first_difference(wrong, right)
        end = 0
        shorter = min(len(wrong), len(right)) - start
        while end < shorter and wrong[-1 - end] == right[-1 - end]:
            end += 1
        first, end = max(0, start - context), max(0, end - context)
        return (
            "\n".join(wrong[first : len(wrong) - end]),
            "\n".join(right[first : len(right) - end]),
        )


def entry(
    code: str,
    title: str,
    why: str,
    old: str,
    wrong: str,
    right: str | None = None,
    *,
    at: str = "",
    also: str = "",
    encoding: str = "utf-8",
    base: str = BASE,
) -> Entry:
    """An entry whose example has `wrong` in place of `old` in the base text.

    `right` is the passage as it should be, where that is not `old`. The fault is told on the line
    of the example that holds `at`, else on the first one that differs from the mended text; the
    same fault is told again where `also` stands.
    """
    if base.count(old) != 1:
        raise ValueError(f"{code}: the passage must stand once in the base text: {old}")
    example = base.replace(old, wrong)
    mended = base.replace(old, old if right is None else right)
    lines = example.splitlines()
    places = [_line_with(passage, lines) for passage in (at, also) if passage]
    first = places[0] if at else _first_difference(lines, mended.splitlines()) + 1
    return Entry(code, title, why, example, mended, first, encoding, tuple(places[1:]))


def _line_with(passage: str, lines: list[str]) -> int:
    return next(number for number, text in enumerate(lines, start=1) if passage in text)


def _first_difference(one: list[str], other: list[str]) -> int:
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
