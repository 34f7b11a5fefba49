"""Whatever a student does, the summit answers, and what the computer does is allowed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.words import SILENCE
from game.summit.debrief import debrief_of
from game.summit.events import ItemState, Rejected, TrustChanged
from game.summit.moves import VERBS
from game.summit.notation import NotationError, parse
from game.summit.session import Session
from game.wording.debrief import sections
from game.wording.lines import Narrator
from tests.scenario_files import SMALL, small_scenario

SCENARIO = small_scenario()
ITEMS = list(SCENARIO.agenda)
TERMS = [
    f"{item}={option}"
    for item, entry in SCENARIO.agenda.items()
    for option in (*entry.options, SILENCE)
]
WORDS = st.sampled_from(
    [*ITEMS, *TERMS, "high", "low", "if", "|", "1", "2", "3", "lower", "raise", "share", "claim"]
)
LINES = st.one_of(
    st.tuples(st.sampled_from(sorted(VERBS)), st.lists(WORDS, max_size=4)).map(
        lambda pair: " ".join([pair[0], *pair[1]])
    ),
    st.sampled_from(
        [
            "ready", "open river", "note", "accept", "decline", "conclude", "adopt", "back",
            "propose river=share", "propose trade=low visas=some", "press share", "caucus",
            "choices river=share | trade=mid", "aside river", "handdown river", "walkout",
        ]
    ),
)  # fmt: skip


@given(
    st.lists(LINES, min_size=5, max_size=60),
    st.sampled_from(["north", "south"]),
    st.integers(0, 5),
)
@settings(max_examples=150)
def test_no_line_of_play_breaks_the_summit(lines, role, seed):
    session = Session.start(SCENARIO, text=SMALL, name="small", role=role, seed=seed)
    narrator = Narrator(SCENARIO, role)
    narrator.tell(session.log)
    for line in lines:
        try:
            move = parse(line)
        except NotationError:
            continue
        before = session.view()
        events = session.play(move)
        if isinstance(events[0], Rejected):
            assert session.view() == before
        assert all(said.text for said in narrator.tell(events))
        for event in events:
            assert event.to in (None, role)
            if isinstance(event, TrustChanged):
                assert 0 <= event.now <= 100
        state = session.summit.state
        for record in state.items.values():
            assert (record.agreed is not None) == (record.state is ItemState.AGREED)
        assert session.over or session.role in session.summit.to_act()
    if session.over:
        debrief = debrief_of(session.summit.state, session.records)
        assert all(section.lines for section in sections(debrief, SCENARIO, role))
        text = session.summit.state.standing
        for sheet in session.summit.state.rules.table.sheets:
            if debrief.in_force:
                assert sheet.crosses(text) is None
