"""What is told when the meeting is over, and what is asked before it is."""

from dataclasses import replace

import pytest

from game.analysis import measures
from game.analysis.home import Stopping
from game.analysis.measures import Swap, percent
from game.summit.dance import when_made
from game.summit.debrief import MissedTrade, debrief_of, missed_trade
from game.summit.events import HomeDecided
from game.summit.marks import marks
from game.summit.moves import Accept, Ask, Conclude, Decline, Reason, Refuse, WalkOut
from game.summit.notation import parse
from game.summit.session import Session
from game.summit.turning import Course, Outlook
from game.summit.view import view_of
from game.wording import status
from game.wording.catalogue import BOUNDS
from game.wording.debrief import sections, turning_page
from game.wording.doubts import doubt
from game.wording.homes import Homes
from game.wording.lines import Narrator
from game.wording.marking import mark_page
from game.wording.moments import WHAT_DECIDES, Moments
from game.wording.names import Company, Names, sentence
from game.wording.news import news
from game.wording.saved import handing_in
from tests.scenario_files import SMALL, play, small_scenario
from tests.summit.talking import RULES, Talk

SHORT = ["ready", "open river", "propose trade=low visas=some", "ask visas", "adopt", "press share"]


@pytest.fixture(scope="module")
def over():
    """A finished game, led from the south, in which something was left on the table."""
    session = Session.start(small_scenario(), text=SMALL, name="small", role="south", seed=2)
    for text in [*SHORT[:4], "note", "conclude", *SHORT[4:], "guess trade,river"]:
        session.play(parse(text))
    assert session.over
    return session


def pages_of(session):
    debrief = debrief_of(session.summit.state, session.records)
    return {page.title: page for page in sections(debrief, session.scenario, session.role)}


def test_a_move_is_told_at_the_minute_at_which_it_was_made(over):
    told = Moments(over.scenario, over.role, over.records)
    for number, (minute, record) in enumerate(when_made(over.records)):
        assert told.did(number).startswith(f"minute {minute}: ")
        assert minute <= record.minute
    text = " ".join(told.did(number) for number in range(len(over.records)))
    assert "answers on Visas" in text, "as it was told in play"
    assert "adopt" not in text.split() and "votes" in text, "no raw words of the notation"
    verbs = {record.move.verb for record in over.records}
    assert not any(told.did(n).split(": ")[1] in verbs for n in range(len(over.records)))


@pytest.mark.parametrize("name", ["seoul-summit", "camp-david"])
def test_a_move_is_told_afterwards_as_it_was_told_at_the_table(name):
    scenario = RULES[name].scenario
    for seed, role in enumerate(scenario.parties):
        talk = Talk(RULES[name], role, seed)
        narrator, at_the_table = Narrator(scenario, role, seed=seed), {}
        for number, (_, _, events) in enumerate(talk.play()):
            lines = narrator.tell([event for event in events if event.to in (None, role)])
            at_the_table.update((number, line.text) for line in lines if line.kind == "move")
        told = Moments(scenario, role, talk.records)
        assert len(at_the_table) > 10
        for number, text in at_the_table.items():
            assert sentence(told.did(number)).endswith(text)


def test_what_was_left_is_told_with_who_gives_and_where_the_middle_lies(over):
    left = pages_of(over)["What was left on the table"]
    text = " ".join(left.lines)
    assert "Best for North: " in text and "Fair middle" in text and "Yours: South " in text
    assert left.figure.endswith("better for both")
    missed = next((line for line in left.lines if "missed" in line), None)
    debrief = debrief_of(over.summit.state, over.records)
    assert (missed is None) is (debrief.missed is None)
    if missed is not None:
        assert "North gives on " in missed and "South gives on " in missed


def test_of_a_very_large_summit_the_debrief_names_what_was_not_counted(over, monkeypatch):
    monkeypatch.setattr(measures, "MOST_STEPS", 1)
    pages = pages_of(over)
    left, home = pages["What was left on the table"].lines, pages["At home"].lines
    head = "Not counted, since with so many packages it would take long: "
    assert left[:2] == (
        "Some agreements were better for both.",
        f"{head}how many they are and how many of them both homes would have carried.",
    )
    assert home[-1] == (
        f"{head}what South could have carried, what North could have carried and what both could "
        "have carried."
    )
    assert not any("could have carried None" in line for line in home)


def test_the_computers_offers_are_told_by_their_numbers(over):
    weighed = pages_of(over)["What the computer weighed"]
    offers = [line for line in weighed.lines if " offer " in line.split(".")[0]]
    assert offers and all("“" not in line for line in offers)
    assert any(
        "How offers are counted" in x for x in pages_of(over)["The offers, step by step"].lines
    )


def test_what_decides_as_a_rule_is_said_once_and_every_exception_where_it_is():
    talk = Talk(RULES["seoul-summit"], "japan", 3)
    for _ in talk.play():
        pass
    told = list(Moments(RULES["seoul-summit"].scenario, "japan", talk.records).weighed())
    every = [record.why for record in talk.records if record.why is not None]
    whys = [why for why in every if why.bound != "courtesy"]
    assert len(told) == len(whys) < len(every) and "what it still hoped for" in WHAT_DECIDES
    assert {why.bound for why in whys} > {"aspiration"}
    for line, why in zip(told, whys, strict=True):
        assert BOUNDS["aspiration"] not in line
        assert (" decided it." in line) is (why.bound != "aspiration")
    refused = [line for line in told if "it would have refused" in line]
    assert 0 < len(refused) < len(told), "said where it changes"


def test_the_mark_is_a_page_with_the_sum_in_its_title(over):
    debrief = debrief_of(over.summit.state, over.records)
    lines = marks(over.scenario, over.role, debrief, over.records, over.log)
    page = mark_page(lines, "Ada")
    assert page.figure == f"{sum(line.points or 0 for line in lines)} of 85"
    assert page.lines[-2].startswith("Reflection: open of 15.")


def test_a_lone_player_is_told_of_the_same_mark_without_a_class(over):
    debrief = debrief_of(over.summit.state, over.records)
    lines = marks(over.scenario, over.role, debrief, over.records, over.log)
    alone, one_of_many = mark_page(lines, None), mark_page(lines, "Ada")
    assert alone.figure == one_of_many.figure, "the marks are the same"
    text = " ".join(alone.lines)
    assert "instructor" not in text and "filed" not in text
    assert "Next time choose “prepare”" in text and "worth up to 20" in text
    assert "No preparation sheet was filed." in " ".join(one_of_many.lines)


def test_only_a_student_of_a_class_is_told_to_hand_the_file_in():
    for student, told in (("Ada", "This is the file that you hand in"), (None, "if you play for")):
        session = Session.start(
            small_scenario(), text=SMALL, name="small", role="north", seed=1, student=student
        )
        assert told in handing_in(session, "game.jsonl")


def course(*scores):
    """A course with these outlooks; with nothing in force where a score is 0."""
    text = (("river", "share"),)
    return Course(tuple(Outlook(n, n, (s, s), s, text if s else ()) for n, s in enumerate(scores)))


@pytest.mark.parametrize(
    ("scores", "figure", "says", "never"),
    [
        ((800, 800, 790), "no single move", "did not turn", "small steps"),
        ((0, 0, 0), "no single move", "bring an agreement into force either", "small steps"),
        ((800, 760, 720, 690), "no single move", "went in small steps", "did not turn"),
        ((800, 300, 0), "minute 0", "do better than this: 300 points", "agreement into force."),
        ((0, 800, 0, 0), "minute 1", "bring an agreement into force.", "at best after it"),
        ((900, 800, 0), "minute 1", "Some had been lost before: at minute 0", "small steps"),
        ((800, 0), "minute 0", "meeting came to: no agreement in force", "later moves"),
    ],
)
def test_the_moment_it_turned_says_what_was_found_and_no_more(over, scores, figure, says, never):
    page = turning_page(course(*scores), Moments(over.scenario, over.role, over.records))
    text = " ".join(page.lines)
    assert page.figure == figure
    assert says in text and never not in text
    assert "found by playing your meeting on" in text, "how it is known"


def test_a_turn_that_cost_the_student_nothing_says_so(over):
    text = (("river", "share"),)
    mine = [(50, 20, 800), (20, 50, 700)]
    outlooks = [Outlook(n, n, (a, b), score, text) for n, (a, b, score) in enumerate(mine)]
    told = Moments(over.scenario, "south", over.records)
    assert "not cost you points" in " ".join(turning_page(Course(tuple(outlooks)), told).lines)
    told = Moments(over.scenario, "north", over.records)
    assert "not cost you points" not in " ".join(turning_page(Course(tuple(outlooks)), told).lines)


@pytest.mark.parametrize(
    ("permille", "told"), [(0, 0), (4, 0), (5, 1), (666, 67), (997, 99), (1000, 100), (-15, -1)]
)
def test_percent_is_rounded_and_only_the_whole_is_a_hundred(permille, told):
    assert percent(permille) == told


# --- before -------------------------------------------------------------------------------------


def test_all_who_would_stop_a_deal_are_named(summit):
    text = SMALL.replace("support: 52}", "support: 52, needs: 80}").replace(
        "needs: 40", "needs: 90"
    )
    scenario = small_scenario(text)
    session = Session.start(scenario, text=text, name="small", role="north", seed=1)
    view = session.view()
    told = status.stopping_in_words(view, scenario, view.standing)
    assert told.startswith("Farmers (") and " and Newspapers (" in told and "needs 80)" in told
    assert status.home(view, scenario).endswith(f"stopped by {told}")


def test_what_a_person_is_asked_before(summit):
    scenario = small_scenario()
    view = summit.view("north")
    assert "Nothing is agreed" in (doubt(view, scenario, Conclude(), 0) or "")
    assert doubt(view, scenario, WalkOut(), 0) is None, "the first is a recess"
    assert "ends the summit" in (
        doubt(replace(view, recess_by=view.party), scenario, WalkOut(), 0) or ""
    )
    assert "ends the summit" in (doubt(view, scenario, Refuse(), 0) or "")
    play(summit, "north", "note")
    play(summit, "south", "propose river=all trade=low visas=some")
    assert doubt(summit.view("north"), scenario, Accept(), 0) is None, "50 points, and carried"
    play(summit, "north", "decline")
    play(summit, "south", "propose visas=some")
    little = doubt(summit.view("north"), scenario, Accept(), 0) or ""
    assert "worth 5 points to you then, and walking away 10" in little
    assert "vote comes next" not in little, "two items are open still"
    part = parse("propose visas=some")
    assert doubt(summit.view("north"), scenario, part, 0) == little, "their own words put to them"
    assert doubt(summit.view("north"), scenario, Accept(number=7), 0) is None, "the rules refuse it"


def test_a_person_is_asked_before_a_press_line_that_loses_the_own_home(summit):
    scenario, view = small_scenario(), summit.view("north")
    home = view.sheet.home
    for carries_at, asked in ((home.verdict(view.support).support, True), (40, False)):
        sheet = replace(view.sheet, home=replace(home, carries_at=carries_at))
        told = doubt(replace(view, sheet=sheet), scenario, parse("press little"), 0)
        assert (told is not None and "with 2 less it would not" in told) is asked
        assert doubt(replace(view, sheet=sheet), scenario, parse("press share"), 0) is None


def test_a_person_is_asked_before_a_move_that_outlasts_the_talk(summit):
    scenario = small_scenario()
    view = replace(summit.view("north"), minute=38)
    assert view.minutes_left == 2
    offer = parse("propose trade=low")
    assert doubt(view, scenario, Ask(item="trade"), 1) is None
    asked = doubt(view, scenario, Ask(item="trade"), 3) or ""
    assert "It takes 3 minutes, and 2 are left" in asked and "before they can answer" in asked
    assert "Nothing is agreed so far." in asked
    assert "once they have taken what you offer or left it" in doubt(view, scenario, offer, 2)
    out = replace(view, minute=40)
    assert doubt(out, scenario, Decline(), 1) is None, "time is out: there is nothing to lose"


# --- what a home did, and why -------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_cause_that_a_home_is_given_is_the_one_that_its_figures_have(name):
    rules = RULES[name]
    names = Names(rules.scenario)
    for seed in range(8):
        talk = Talk(rules, rules.scenario.party_ids[seed % 2], seed)
        for _ in talk.play():
            pass
        debrief = debrief_of(talk.summit.state, talk.records)
        for party, report in debrief.homes.items():
            said = " ".join(Homes(debrief, names).not_carried(party))
            home = rules.table.sheet(party).home
            final = {audience: after for audience, _, after in report.audiences}
            stopping = [
                a for a, n in zip(home.audiences, home.needs, strict=True) if n and final[a] < n
            ]
            for audience in home.audiences:
                named = f"{names.audience(party, audience)} (" in said
                assert named is (audience in stopping)
            short = report.verdict.support < report.verdict.needed
            assert ("were needed" in said) is short
            assert bool(said) is not report.verdict.carried
            if report.cost is None:
                continue
            view, number = (
                view_of(talk.summit.state, party),
                home.audiences.index(report.cost.audience),
            )
            changes = {
                item: home.change(n, option, view.grades[n])[number]
                for n, (item, option) in enumerate(zip(view.items, view.standing, strict=True))
                if item not in view.handed
            }
            beside = final[report.cost.audience] - home.opening[number] - sum(changes.values())
            assert report.cost.by == min(*changes.values(), beside)
            assert report.cost.by == changes.get(report.cost.item, beside)
            assert report.cost.audience in (stopping or home.audiences)


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_computer_blames_at_the_vote_whom_the_debrief_blames(name):
    rules = RULES[name]
    for seed in range(12):
        talk = Talk(rules, rules.scenario.party_ids[seed % 2], seed)
        votes = [d.move for _, d, _ in talk.play() if d is not None and d.move.verb == "refuse"]
        cost = debrief_of(talk.summit.state, talk.records).homes[talk.other].cost
        for ground in (g for vote in votes for g in vote.grounds if g.reason is Reason.HOME):
            assert cost is not None and ground.audience == cost.audience
            assert cost.item in (None, ground.item)


def test_a_home_that_one_audience_stops_is_not_told_by_the_sum_alone():
    event = HomeDecided(
        minute=40, party="north", carried=False, support=54, needed=50, stopped_by="farmers",
        red_line=None,
    )  # fmt: skip
    _, text = news(Company(Names(small_scenario()), "north"), event)
    assert "54 of 100 where 50 were needed, but Farmers would have stopped it alone" in text
    _, text = news(Company(Names(small_scenario()), "north"), replace(event, support=44))
    assert ", and Farmers would" in text


# --- what was left ------------------------------------------------------------------------------


def left_of(debrief, session):
    return " ".join(pages_of_debrief(debrief, session)["What was left on the table"].lines)


def pages_of_debrief(debrief, session):
    return {page.title: page for page in sections(debrief, session.scenario, session.role)}


@pytest.mark.parametrize(
    ("better", "carried", "told"),
    [
        (18, 18, "18 agreements were better for both; all of them would have been"),
        (18, 7, "18 agreements were better for both; 7 of them would have been"),
        (18, 0, "18 agreements were better for both; none of them would have been"),
        (1, 1, "1 agreement was better for both; it would have been"),
        (1, 0, "1 agreement was better for both; it would not have been"),
    ],
)
def test_what_both_homes_would_have_carried_is_counted_in_plain_words(over, better, carried, told):
    debrief = debrief_of(over.summit.state, over.records)
    found = replace(debrief.measures, better=better, better_carried=carried)
    assert f"{told} carried at both homes" in left_of(replace(debrief, measures=found), over)


def test_a_trade_over_a_wording_that_never_came_to_light_could_not_be_seen(over):
    debrief = debrief_of(over.summit.state, over.records)
    swap = Swap((2, 2), (0, 1), (3, 3), carried=True)
    text = left_of(replace(debrief, missed=MissedTrade(swap, None, ("visas", "many"))), over)
    assert "not have carried the text with it" not in text
    uncarried = MissedTrade(replace(swap, carried=False), 9)
    told = left_of(replace(debrief, missed=uncarried), over)
    assert "one home at least would not have carried the text with it" in told
    assert "could be seen from minute 9" in told
    assert "“For all” on Visas never came to light" in text and "could be seen from" not in text


def test_a_trade_is_visible_when_its_wordings_are_on_the_menu():
    session = Session.start(small_scenario(), text=SMALL, name="small", role="north", seed=2)
    for text in (
        "ready",
        "open river",
        "propose river=all trade=low visas=some",
        "note",
        "ask visas",
    ):
        session.play(parse(text))
    state, space = session.summit.state, session.rules.space
    visas, river = space.item_index["visas"], space.item_index["river"]
    many = space.option_index[visas]["many"]
    assert (visas, many) in state.found
    swap = Swap((visas, many), (river, 1), (3, 3), True)
    missed = missed_trade(state, swap, session.records)
    assert missed.hidden is None and missed.minute >= state.found_at[visas, many]
    state.found_at.clear()
    assert missed_trade(state, swap, session.records).hidden == ("visas", "many")


def test_what_is_better_by_many_clauses_is_not_called_near(over):
    debrief = debrief_of(over.summit.state, over.records)
    assert debrief.in_force and debrief.measures.better
    far = tuple(
        next(n for n in range(len(entry.options) + 1) if n != now)
        for now, entry in zip(
            over.summit.state.standing, over.scenario.agenda.values(), strict=True
        )
    )
    measures = replace(debrief.measures, nearest=far)
    told = left_of(replace(debrief, measures=measures), over)
    assert "The nearest of them" in told and "the rest as agreed" not in told, "nothing is left"


def test_what_was_only_given_to_the_ministers_is_no_text(over):
    debrief = debrief_of(over.summit.state, over.records)
    nothing = dict.fromkeys(debrief.agreement)
    only = replace(debrief, agreement=nothing, handed=("river",), signed=False, in_force=False)
    pages = pages_of_debrief(only, over)
    assert not any("The two sides" in line for line in pages["How it ended"].lines)
    assert any("there was no text to carry" in line for line in pages["At home"].lines)


def test_that_no_text_is_in_force_is_said_once_beside_the_real_meeting(over):
    debrief = debrief_of(over.summit.state, over.records)
    real = "debrief:\n  history:\n"
    real += "".join(
        f"    - {{text: It was signed., item: {i}, source: gazette}}\n"
        for i in over.scenario.agenda
    )
    scenario = small_scenario(SMALL + real)
    for in_force, times in ((True, 0), (False, 1)):
        pages = sections(replace(debrief, in_force=in_force), scenario, over.role)
        (page,) = (page for page in pages if page.title == "The real meeting")
        told = " ".join(page.lines)
        assert told.count("no text in force") == times
        assert "Visas. Your meeting: “For some”." in told


def test_a_home_that_fell_short_and_was_stopped_reads_as_one_sentence(over):
    debrief = debrief_of(over.summit.state, over.records)
    report = debrief.homes["north"]
    stopping = (Stopping("farmers", 31, 40),)
    for support, told in (
        (44, "support came to 44 where 50 were needed, and Farmers (31, needs 40) would have"),
        (54, "North did not carry it: stopped by Farmers (31, needs 40)."),
    ):
        verdict = replace(report.verdict, carried=False, support=support, needed=50)
        homes = {**debrief.homes, "north": replace(report, verdict=verdict, stopping=stopping)}
        (line,) = Homes(replace(debrief, homes=homes), Names(over.scenario)).not_carried("north")
        assert told in line


def test_nothing_that_was_left_is_called_no_agreement(over):
    debrief = debrief_of(over.summit.state, over.records)
    best = replace(debrief, measures=replace(debrief.measures, better=0))
    page = pages_of_debrief(best, over)["What was left on the table"]
    assert page.figure == "no agreement better for both"
