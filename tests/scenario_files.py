"""A small summit that tests play, as an instructor would write it."""

import errno
import io
import os
from pathlib import Path

from game.scenario.reader import read_text
from game.summit.notation import parse

SMALL = """
format: 1
title: Two rivers
meeting: {place: Ford, minutes: 40, first_word: north}
sources:
  gazette: {title: The river question, publisher: The Gazette, date: 2020-01-01}
parties:
  north:
    name: North
    code: NOR
    leader: Premier Ada North
    address: The Premier
    brief: You want the water shared and the trade slow.
    walk_away: 10
    style: principled
    home:
      audiences:
        farmers: {name: Farmers, weight: 2, support: 54, needs: 40}
        press: {name: Newspapers, support: 52}
  south:
    name: South
    leader: Chancellor Bo South
    brief: You want the river gauged.
    walk_away: 10
    style: cautious
    home:
      audiences:
        unions: {name: Unions, support: 55}
agenda:
  river:
    title: The river
    expected: likely
    facts:
      - {text: The river has two names., source: gazette, paragraph: 2}
    options:
      share:
        label: Share the water
        clause: agreed to share the water of the river
        points: {north: 10, south: 20}
      gauge:
        label: Gauge first
        clause: agreed to gauge the river before anything else
        points: {north: 5, south: 25}
        home: {north: {farmers: -3}}
      all:
        label: All to the north
        clause: agreed that the north draws what it needs
        points: {north: 25, south: 0}
        home: {south: {unions: -3}}
    interests:
      north:
        why: Our fields are dry by June, and every farmer votes in May.
        guarded: Water is life, as everybody knows.
        difficulty: [Farmers vote in May., The army wants the bridge., The opera is closed.]
      south:
        why: We do not know how much water there is, and I will not sign away what I cannot count.
        difficulty: [Nobody has counted the water., The unions want a dam., The king is ill.]
  trade:
    title: Trade
    options:
      low:
        label: A little
        clause: agreed to lower some tariffs
        points: {north: 20, south: 8}
      mid:
        label: By half
        clause: agreed to halve tariffs
        points: {north: 12, south: 12}
      free:
        label: Free trade
        clause: agreed to abolish tariffs
        points: {north: 4, south: 16}
        red_line: {north: Free trade would close every mill that we have.}
  visas:
    title: Visas
    options:
      some:
        label: For some
        clause: agreed to ease visas for traders
        points: {north: 5, south: 5}
      many:
        label: For all
        clause: agreed to abolish visas
        points: {north: 11, south: 11}
        found_by: [ask, explain, pull_aside]
links:
  - when: {agreed: {river: share, trade: [mid, low]}}
    points: {south: 2}
    because: Shared water moves goods.
events:
  flood:
    at: 12
    title: A flood upstream
    text: The river has risen by a metre.
    effects:
      - {trust: 2, support: {north: {farmers: -1}}, expect: {river: set}}
"""


def small_scenario(text: str = SMALL):
    """The small summit; `text` may be a changed version of it."""
    result = read_text(text, "small")
    assert result.scenario is not None, result.diagnostics
    return result.scenario


def write_small(folder: Path, text: str = SMALL) -> Path:
    """The small summit as a file."""
    path = folder / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def play(game, party, text):
    """One move in notation."""
    return game.play(party, parse(text))


class _FullDisk(io.RawIOBase):
    def writable(self):
        return True

    def write(self, content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill_disk(session) -> None:
    """From now on nothing more can be written into the session's journal, as on a full disk."""
    session.writer._file.close()
    session.writer._file = io.TextIOWrapper(io.BufferedWriter(_FullDisk()), encoding="utf-8")
