"""Campaigns: meetings that do not exist, or that cannot have come to what is said of them."""

from __future__ import annotations

from functools import partial

from game.scenario.catalogue import entry as entries

CAMPAIGN = """\
format: 1
kind: campaign
title: Two meetings
sources:
  gazette: {title: The spring of two meetings, publisher: The Gazette, date: 2020-01-01}
parties:
  japan: {name: Japan}
  korea: {name: South Korea}
meetings:
  call:
    title: The call
    scenario: ministers-call
  summit:
    title: The summit
    scenario: seoul-summit
    carries:
      - when: {call: {outcome: good, agreed: {readout: one_line}}}
        trust: 2
        because: Both capitals gave the same line about the call.
debrief:
  history:
    - {meeting: call, source: gazette, text: There was a call.}
"""
"""A complete campaign of shipped scenarios without a fault."""

entry = partial(entries.entry, base=CAMPAIGN)

ENTRIES = (
    entry(
        "CAM01",
        "No such scenario",
        "A meeting is played from a scenario, which lies beside the campaign or is on the list.",
        "scenario: ministers-call",
        "scenario: minister-call",
    ),
    entry(
        "CAM02",
        "Other parties",
        "A student leads one delegation through all meetings, so both are in each of them.",
        "  korea: {name: South Korea}",
        "  south: {name: South Korea}",
        at="    scenario: ministers-call",
        also="    scenario: seoul-summit",
    ),
    entry(
        "CAM03",
        "No earlier meeting",
        "What has not happened yet cannot be carried into a meeting.",
        "when: {call: {outcome: good, agreed: {readout: one_line}}}",
        "when: {summit: {outcome: good}}",
    ),
    entry(
        "CAM04",
        "No such ending",
        "The meeting that is asked about cannot have had an ending that its scenario lacks.",
        "outcome: good,",
        "outcome: goood,",
    ),
    entry(
        "CAM05",
        "No such meeting",
        "A passage of history belongs to a meeting of the campaign, or to them all.",
        "{meeting: call, source",
        "{meeting: cal, source",
    ),
)
