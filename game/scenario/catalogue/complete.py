"""A summit in which every key of the format stands once: where the reference takes its examples."""

from __future__ import annotations

COMPLETE = """\
format: 1
title: Two rivers
summary: Two neighbours meet on the bridge between them, each with half of a river.
teaches: Give way where it costs you little and them much.
language: en
plays_in: 30
fiction: North, South and everything that they say are invented.
sources:
  gazette:
    title: The river question
    publisher: The Gazette
    date: 2020-01-01
    url: https://gazette.example/river
meeting:
  place: Ford
  date: 2020-02-01
  minutes: 40
  first_word: north
  setting: A table stands in the middle of the bridge.
  trust: 50
  costs: {caucus: 3, aside: 4}
parties:
  north:
    name: North
    code: NOR
    leader: Premier Ada North
    address: The Premier
    minister: the minister of waters
    brief: You want the water shared and the trade slow.
    walk_away: 10
    instead: Another dry summer.
    style: cautious
    opening: Chancellor, the river does not wait for us.
    home:
      carries_at: 50
      audiences:
        farmers: {name: Farmers, weight: 2, support: 54, needs: 40, note: They vote in May.}
  south:
    name: South
    leader: Chancellor Bo South
    brief: You want the river gauged before anybody draws from it.
    walk_away: 10
agenda:
  river:
    title: The river
    short: River
    expected: {grade: likely, satisfied_by: {north: [share, meters]}}
    facts:
      - {text: The river has two names., source: gazette, paragraph: 2}
    options:
      share:
        label: Share the water
        clause: agreed to share the water
        points: {north: 20, south: 10}
        case_for: {north: Half is what anybody would call fair.}
        case_against: {south: Half of what? Nobody has counted it.}
      gauge:
        label: Gauge first
        clause: agreed to gauge the river
        points: {north: 5, south: 25}
        home: {north: {farmers: -3}}
      meters:
        label: Share by the meter
        clause: agreed to share the water as the meters show it
        points: {north: 18, south: 22}
        found_by: [ask, explain]
      all:
        label: All to the north
        clause: agreed that the north draws what it needs
        points: {north: 30}
        red_line: {south: We will not be left with the mud.}
    silence: {home: {north: {farmers: -4}}}
    interests:
      north:
        why: Our fields are dry by June.
        guarded: Water is life, as everybody knows.
        difficulty: [Farmers vote in May., The army wants the bridge., The opera is closed.]
    hand_down: {clause: asked their ministers to settle the river by May}
  trade:
    title: Trade
    options:
      some: {label: Ease tariffs, clause: agreed to ease tariffs, points: {north: 24, south: 4}}
      half: {label: Halve tariffs, clause: agreed to halve tariffs, points: {north: 12, south: 9}}
background:
  - {text: The bridge was built in 1901., source: gazette}
links:
  - when: {any: [{agreed: {river: share}}, {all: [{silent: river}, {not: {silent: trade}}]}]}
    points: {south: 2}
    because: Shared water moves goods.
events:
  flood:
    at: 12
    chance: 50
    title: A flood upstream
    text: The river has risen by a metre.
    effects:
      - {trust: 2, minutes: 1, support: {north: {everyone: -1}}, expect: {river: set}}
      - {reveal: {river: meters}}
  rumour:
    when: {trust: {at_most: 40}, minute: {at_least: 20}}
    title: A rumour
    text: A newspaper says that the talks have failed.
outcomes:
  triumph:
    when:
      ratified: both
      items_agreed: {at_least: 2}
      joint_gain: {at_least: 90}
      own_gain: {south: {at_least: 30}}
      support: {north: {at_least: 52}}
      audience: {north: {farmers: {at_least: 50}}}
      press: {north: [share, little]}
    title: A great treaty
    text: Both parliaments rose.
  treaty: {when: {signed: true, ratified: both}, title: A treaty, text: It is in force.}
  handed: {when: {handed_down: river, happened: flood}, title: For May, text: The ministers meet.}
  broken: {when: {walked_out: any}, title: Broken off, text: Somebody left.}
  voted_down: {when: {refused: any}, title: Voted down, text: Somebody said no.}
  rest: {title: No treaty, text: The river flows as before.}
debrief:
  questions: [What did you learn too late?]
  history:
    - {item: river, text: The water has been shared since 1921., source: gazette}
variation: {points: 1}
marks: {preparation: 20, process: 30, joint_gain: 20, own_result: 15, reflection: 15}
"""

COMPLETE_CAMPAIGN = """\
format: 1
kind: campaign
title: Two meetings
summary: A telephone call, and four days later a summit.
teaches: A name made in one room walks ahead of you into the next.
plays_in: 45
fiction: The meetings and all that they do to each other are invented.
sources:
  gazette:
    title: The spring of two meetings
    publisher: The Gazette
    date: 2020-01-01
parties:
  japan: {name: Japan}
  korea: {name: South Korea}
keeps:
  trust: 50
  support: 40
  at_most: 5
meetings:
  call:
    title: The call
    scenario: ministers-call
  summit:
    title: The summit
    scenario: seoul-summit
    between: Four days have passed.
    carries:
      - when: {call: {outcome: good, agreed: {readout: one_line}}}
        trust: 2
        support: {korea: {public: 1}}
        expect: {us_ties: set}
        reveal: {us_ties: standing_secretariat}
        because: Both capitals gave the same line about the call.
debrief:
  questions: [What did the call cost you at the summit?]
  history:
    - {meeting: call, source: gazette, text: There was a call.}
"""
"""A campaign in which every key of its format stands once."""
