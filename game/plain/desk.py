"""What can be looked up while playing in lines: words that show and never change the game."""

from __future__ import annotations

from collections.abc import Callable

from game.plain.choices import Choice
from game.plain.shorthand import has_words, item_of
from game.plain.telling import Teller
from game.plain.words import help_lines
from game.scenario.words import SILENCE
from game.summit.events import SETTLED, Phase, Refusal, Rejected
from game.summit.notation import NotationError, read_terms
from game.summit.session import Session
from game.summit.view import PartyView
from game.wording import board, dossier, status
from game.wording.campaign import on_the_way
from game.wording.catalogue import NOBODY_AT_HOME, PHASES
from game.wording.draft import HEADING, spoken_draft, statement
from game.wording.glossary import GLOSSARY, lookup
from game.wording.manual import MANUAL
from game.wording.names import Names, listed, many, sentence
from game.wording.refusals import reason

DELIBERATE = ("conclude", "walkout")
"""Moves that end the talk: a number alone, which may be a slip, only tells how they are typed."""

TALK_LINES = 12
"""How much of the talk is read again at once."""

BACK = "Enter alone says what is awaited."


class Desk:
    """Answers the words that look something up.

    `choices` are what the last answer has numbered: a bare number stands for them, as `footing`
    says.
    """

    def __init__(self, session: Session, teller: Teller) -> None:
        self.session = session
        self.teller = teller
        self.names = Names(session.scenario)
        self.choices: tuple[Choice, ...] = ()
        self.footing = ""
        """What a number does after the last answer; empty where it has numbered nothing."""
        self._commands: dict[str, Callable[[str], list[str]]] = {
            "help": help_lines,
            "where": lambda rest: self.where(),
            "offer": self.offer,
            "agenda": lambda rest: self.agenda(),
            "draft": lambda rest: self.draft(),
            "home": lambda rest: self.home(),
            "notes": lambda rest: board.notes(self.view, session.scenario, session.log),
            "facts": self.facts,
            "options": self.options,
            "clauses": self.clauses,
            "difficulties": self.difficulties,
            "try": self.try_terms,
            "talk": self.talk,
            "glossary": self.glossary,
            "save": lambda rest: self.saved(),
        }

    @property
    def view(self) -> PartyView:
        """What the student can see now."""
        return self.session.view()

    def answer(self, text: str) -> list[str] | None:
        """The lines that answer a word, None where it is no such word.

        `open` and `brief` are moves when enough follows them, and look-ups otherwise.
        """
        word, _, rest = text.strip().partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word != "try":  # a number may have led here: the list that it stands in goes on
            self.choices, self.footing = (), ""
        if word == "brief" and len(rest.split()) < 2:
            return self.brief(rest)
        if word == "open" and not rest:
            return self.open_moves()
        command = self._commands.get(word)
        return None if command is None else command(rest)

    # --- where we are -----------------------------------------------------------------------------

    def where(self) -> list[str]:
        """Phase, clock, trust, home, and what waits for an answer."""
        view = self.view
        lines = [
            f"Phase: {PHASES[view.phase]}. Clock: {status.clock(view)}.",
            f"Trust: {status.trust(view, self.session.log)}.",
        ]
        if self.session.over:
            return lines
        if any(view.standing) or view.handed:
            lines.append(status.worth_in_words(view, self.session.scenario, ()))
        else:
            lines.append(self.home()[0])
        if view.question is not None:
            lines.append(f"They have asked you about {self.names.within(view.question)}.")
        if view.aside is not None:
            lines.append(f"You are aside, over {self.names.within(view.aside)} alone.")
        if board.offer(view, self.session.scenario):
            lines.append("Their offer waits: “offer” reads it.")
        return lines

    def home(self) -> list[str]:
        """Own home as the text stands, and who would stop it."""
        lines = board.home(self.view, self.session.scenario)
        stopped_by = status.stopping_in_words(self.view, self.session.scenario, self.view.standing)
        if stopped_by:
            lines[0] = f"{lines[0].rpartition(':')[0]}: stopped by {stopped_by}."
        return lines

    def offer(self, rest: str) -> list[str]:
        """What lies on the table from the other side, and what it would mean."""
        if "=" in rest:
            return [f"“offer” reads what they have put on the table. To offer: propose {rest}"]
        return board.offer(self.view, self.session.scenario) or [
            "The other side has nothing on the table."
        ]

    def agenda(self) -> list[str]:
        """Each item: state, both wordings, what they are worth."""
        rows = board.rows(self.view, self.session.scenario)
        self.choices = tuple(
            Choice(row.number, self.names.item(row.item), f"options {row.item}", name=row.item)
            for row in rows
        )
        self.footing = f"A number reads the options of that item. {BACK}"
        return [f"{row.number}. {row.text}" for row in rows]

    def draft(self) -> list[str]:
        """The draft joint statement, disputed wordings by their owners."""
        lines = spoken_draft(self.view, self.session.scenario)
        if not lines:
            return ["The draft is an empty page."]
        return [f"{HEADING} (draft, fiction):", *lines]

    def final_text(self) -> list[str]:
        """The final text as it is put to the vote, and what it would mean."""
        state = self.session.summit.state
        clauses = statement(self.session.scenario, state.agreed, state.handed)
        if not clauses:
            return []
        worth = status.worth_in_words(self.view, self.session.scenario, ())
        return [f"{HEADING} (fiction):", *clauses, f"For you alone: {worth}"]

    def talk(self, rest: str) -> list[str]:
        """The end of the talk; all of it; or what was said on an item, by a move, with a word."""
        told, wanted = self.teller.transcript, rest.casefold()
        if not rest or rest.isdecimal():
            return self.teller.again(told[-(int(rest[:4] or 0) or TALK_LINES) :])
        if wanted == "all":
            return self.teller.again(told)
        about = wanted if wanted in MANUAL else self._item(rest)
        found = [
            line
            for line in told
            if (about in line.about if about else wanted in line.text.casefold())
        ]
        return self.teller.again(found) or [f"Nothing was said of “{rest[:40]}”."]

    def saved(self) -> list[str]:
        """Where the game lies."""
        path = self.session.journal_path
        return [f"Saved, as at every move: {path}" if path else "This game keeps no journal."]

    # --- the brief --------------------------------------------------------------------------------

    def brief(self, rest: str) -> list[str]:
        """The whole brief, or what it holds on an item or on home."""
        scenario, role = self.session.scenario, self.session.role
        if not rest:
            told = [*on_the_way(self.session), *dossier.spoken_brief(scenario, role)]
            ways = "“brief” and an item reads that item, “brief home” who waits at home."
            return [f"The whole brief, in {len(told)} lines. {ways}", *told]
        if rest.casefold() == "home":
            return dossier.spoken_home(scenario, role) or [NOBODY_AT_HOME]
        item = self._item(rest)
        return [self._no_item(rest)] if item is None else dossier.spoken_item(scenario, role, item)

    # --- one item ---------------------------------------------------------------------------------

    def facts(self, rest: str) -> list[str]:
        """The public facts of an item, or those that belong to none."""
        scenario = self.session.scenario
        if not rest:
            return [dossier.fact_line(scenario, fact) for fact in scenario.background] or [
                "There is no background beyond the agenda items."
            ]
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        return dossier.item_facts(scenario, item) or ["No facts are on record for this item."]

    def options(self, rest: str) -> list[str]:
        """The options of an item with own points and what they do at home."""
        view = self.view
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        grade = view.grades[view.space.item_index[item]]
        found = board.options(view, self.session.scenario, item)
        self.choices = tuple(
            Choice(0 if option == SILENCE else n, label, f"try {item}={option}", name=option)
            for n, (option, label) in enumerate(found, start=1)
        )
        self.footing = f"A number tells what a text with that would be worth. {BACK}"
        seen = view.items[item]
        stands = f" Now: {board.state_word(seen)}." if seen.state in SETTLED else ""
        return [
            f"{sentence(self.names.item(item))} {dossier.expected(grade)}{stands}",
            *(f"{choice.number}. {choice.name}: {choice.label}" for choice in self.choices),
            f"“clauses {item}” reads the wordings.",
        ]

    def clauses(self, rest: str) -> list[str]:
        """The sentence of each option in the joint statement."""
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        return [f"{HEADING} …"] + [
            f"{n}. {self.names.option(item, option)}: {self.names.clause(item, option)}."
            for n, option in enumerate(self.view.items[item].options, start=1)
        ]

    def difficulties(self, rest: str) -> list[str]:
        """The three difficulties that the other side may have with an item."""
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        texts = dossier.shown_difficulties(self.view, self.session.scenario, item)
        if not texts:
            return ["Nothing is known of a difficulty that they may have here."]
        self.choices = tuple(
            Choice(number, text, f"acknowledge {item} {number}")
            for number, text in enumerate(texts, 1)
        )
        self.footing = f"A number says to them that you see this difficulty. {BACK}"
        return [f"{choice.number}. {choice.label}" for choice in self.choices]

    def try_terms(self, rest: str) -> list[str]:
        """What packages, divided by |, would be worth, without playing them."""
        view, lines = self.view, []
        for number, package in enumerate(rest.split("|"), start=1):
            try:
                terms = read_terms(package.split(), "try ITEM=OPTION")
            except NotationError as error:
                return [str(error)]
            for item, option in terms:
                if item not in view.items:
                    return [self._no_item(item)]
                if option not in (*view.items[item].options, SILENCE):
                    return [f"“{option}” is not on the menu for {item}. See: options {item}"]
            label = f"Number {number}. " if "|" in rest else ""
            lines.append(label + status.worth_in_words(view, self.session.scenario, terms))
        return lines

    # --- rules ------------------------------------------------------------------------------------

    def open_moves(self) -> list[str]:
        """The moves that are open, numbered, with their minutes, and why others are not."""
        summit, role = self.session.summit, self.session.role
        lines, closed = [], []
        choices: list[Choice] = []
        for verb, forbidden in summit.openings(role).items():
            about = MANUAL[verb].whole
            if forbidden is None:
                cost = summit.cost(role, verb)
                words = f"help {verb}" if verb in DELIBERATE else verb
                choices.append(Choice(len(choices) + 1, verb, words, whole=words != verb))
                lines.append(f"{len(choices)}. {verb}: {many(cost, 'minute')}. {about}")
            else:
                code, detail = forbidden
                closed.append(
                    f"{verb}: not now. {reason(code, detail, verb, self.session.scenario)}"
                )
        self.choices = tuple(choices)
        self.footing = f"A number makes that move, or asks for what it needs. {BACK}"
        return [*lines, *closed] or ["Nothing is open."]

    def glossary(self, rest: str) -> list[str]:
        """A term explained, or the names of all."""
        if not rest:
            return [f"The terms: {', '.join(GLOSSARY)}.", "“glossary” and a term explains it."]
        found = lookup(rest)
        return [f"{found[0]}: {found[1]}"] if found else [f"The glossary has no “{rest[:40]}”."]

    def fits_several(self, rejected: Rejected) -> str | None:
        """Which wordings a refused beginning may mean; None where it was refused otherwise."""
        item, _, typed = (rejected.detail or "").partition("=")
        if rejected.code is not Refusal.UNKNOWN_OPTION or item not in self.view.items:
            return None
        found = [
            f"{number} {self.names.option(item, option)}"
            for number, option in enumerate(self.view.items[item].options, start=1)
            if has_words(typed, f"{option} {self.names.option(item, option)}")
        ]
        if len(found) < 2:
            return None
        return f"“{typed}” fits several on {self.names.within(item)}: {listed(found)}."

    def ways(self, text: str) -> str:
        """What to type instead of a line that is no move: on the item that it names, if one."""
        words = [word.strip(".,:;?!“”'\"") for word in text.split()]
        known = {self._named(word) for word in words if len(word) > 3} - {None}
        if len(known) == 1 and self.view.phase is Phase.TABLE:
            item = known.pop()
            return (
                f"“ask {item}” asks what it means to them, “explain {item}” says what it means to "
                f"you, “options {item}” reads what can be said of it."
            )
        return "“open” lists what you can do now, “help” every word."

    def _named(self, word: str) -> str | None:
        """The item in whose id or short name a word stands."""
        wanted = word.casefold()
        found = [
            item
            for item in self.view.items
            if wanted in f"{item.replace('_', ' ')} {self.names.short(item)}".casefold().split()
        ]
        return found[0] if len(found) == 1 else None

    def _item(self, text: str) -> str | None:
        return item_of(text, self.view, self.names)

    def _no_item(self, text: str) -> str:
        numbered = enumerate(self.view.items, start=1)
        items = ", ".join(f"{number} {self.names.short(item)}" for number, item in numbered)
        if not text:
            return f"Name one of the items: {items}."
        return f"There is no item “{text[:40]}”. The items are: {items}."
