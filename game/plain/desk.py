"""What can be looked up while playing in lines: words that show and never change the game."""

from __future__ import annotations

from collections.abc import Callable

from game.plain.guide import Choice
from game.plain.shorthand import item_of
from game.scenario.words import SILENCE
from game.summit.notation import NotationError, read_terms
from game.summit.session import Session
from game.summit.talk import difficulties
from game.summit.view import PartyView
from game.wording import board, dossier, status
from game.wording.catalogue import PHASES
from game.wording.draft import HEADING, draft, statement
from game.wording.glossary import GLOSSARY, lookup
from game.wording.manual import MANUAL
from game.wording.names import Names, sentence
from game.wording.refusals import reason

HELP = (
    "You lead one delegation. Type a move, or a word to look something up. Where numbers stand "
    "before the choices, a number will do.",
    "To look up: where, offer, agenda, draft, brief, home, notes, facts ITEM, options ITEM, "
    "difficulties ITEM, try ITEM=OPTION …, open (the moves that are open, with their minutes), "
    "talk, talk WORD, repeat, glossary TERM.",
    "The game: help MOVE, save, undo, quit. It is saved at every move.",
    "Moves: " + ", ".join(MANUAL) + ".",
    "A move typed alone asks for what it needs: “propose” leads through items and options. Items "
    "and options go by id, by number, or by the beginning of their name: “ask line”, “ask 5”, "
    "“propose 5=2 4=three”. 0 or “silence” leaves an item out.",
    "To begin: read “brief”, ask before you offer. Nothing is agreed until everything is; at the "
    "end each side votes on the whole text, and each home must carry it.",
)
DELIBERATE = ("conclude", "walkout")
"""Moves that end the talk: a number alone, which may be a slip, only tells how they are typed."""

TALK_LINES = 12
"""How much of the talk is read again at once."""


class Desk:
    """Answers the words that look something up.

    `choices` are what the last answer has numbered: a bare number stands for them.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.names = Names(session.scenario)
        self.transcript: list[str] = []
        """Everything told so far, in lines."""
        self.choices: tuple[Choice, ...] = ()
        self._commands: dict[str, Callable[[str], list[str]]] = {
            "help": self.help,
            "where": lambda rest: self.where(),
            "offer": lambda rest: self.offer(),
            "agenda": lambda rest: self.agenda(),
            "draft": lambda rest: self.draft(),
            "home": lambda rest: board.home(self.view, session.scenario),
            "notes": lambda rest: board.notes(self.view, session.scenario, session.log),
            "facts": self.facts,
            "options": self.options,
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

        `open` and `brief` are moves when something follows them, and look-ups alone.
        """
        word, _, rest = text.strip().partition(" ")
        word, rest = word.casefold(), rest.strip()
        self.choices = ()
        if word == "brief" and not rest:
            return dossier.spoken_brief(self.session.scenario, self.session.role)
        if word == "open" and not rest:
            return self.open_moves()
        command = self._commands.get(word)
        return None if command is None else command(rest)

    def help(self, rest: str) -> list[str]:
        """All words, or one move in full."""
        if rest.casefold() not in MANUAL:
            return list(HELP)
        form, about = MANUAL[rest.casefold()]
        return [f"{form}: {about}"]

    # --- where we are -----------------------------------------------------------------------------

    def where(self) -> list[str]:
        """Phase, clock, trust, home, and what waits for an answer."""
        view = self.view
        lines = [
            f"You lead {self.names.party(view.party)}. Phase: {PHASES[view.phase]}.",
            f"Clock: {status.clock(view)}. Trust: {status.trust(view, self.session.log)}.",
            f"Your home, if the agreed clauses were all: {status.home(view)}.",
        ]
        if view.question is not None:
            lines.append(f"They have asked you about {self.names.short(view.question)}.")
        if view.aside is not None:
            lines.append(f"You are aside, over {self.names.short(view.aside)} alone.")
        return [*lines, *board.offer(view, self.session.scenario)]

    def offer(self) -> list[str]:
        """What lies on the table from the other side, and what it would mean."""
        return board.offer(self.view, self.session.scenario) or [
            "The other side has nothing on the table."
        ]

    def agenda(self) -> list[str]:
        """Each item: state, both wordings, what they are worth."""
        rows = board.rows(self.view, self.session.scenario)
        self.choices = tuple(Choice(row.item, f"options {row.item}") for row in rows)
        return [f"{row.number}. {row.text}" for row in rows]

    def draft(self) -> list[str]:
        """The draft joint statement with its brackets."""
        lines = draft(self.view, self.session.scenario)
        if not lines:
            return ["The draft is an empty page."]
        return [f"{HEADING} (draft, fiction):", *(f"{line.number}. {line.text}" for line in lines)]

    def final_text(self) -> list[str]:
        """The final text as it is put to the vote, and what it would mean."""
        state = self.session.summit.state
        clauses = statement(self.session.scenario, state.agreed, state.handed)
        if not clauses:
            return []
        worth = status.worth_in_words(self.view, self.session.scenario, ())
        return [f"{HEADING} (fiction):", *clauses, f"For you alone: {worth}"]

    def talk(self, rest: str) -> list[str]:
        """The end of the talk; all of it; or the lines in which a word stands."""
        if rest.casefold() == "all":
            return self.transcript
        if not rest or rest.isdecimal():
            return self.transcript[-(int(rest[:4] or 0) or TALK_LINES) :]
        found = [line for line in self.transcript if rest.casefold() in line.casefold()]
        return found or [f"Nobody has said “{rest[:40]}”."]

    def saved(self) -> list[str]:
        """Where the game lies."""
        path = self.session.journal_path
        return [f"Saved, as at every move: {path}" if path else "This game keeps no journal."]

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
        self.choices = tuple(Choice(label, f"try {item}={option}") for option, label in found)
        return [
            f"{sentence(self.names.item(item))} {dossier.expected(grade)}",
            *(f"{n}. {option}: {label}" for n, (option, label) in enumerate(found, start=1)),
        ]

    def difficulties(self, rest: str) -> list[str]:
        """The three difficulties that the other side may have with an item."""
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        texts = shown_difficulties(self.session, item)
        self.choices = tuple(
            Choice(text, f"acknowledge {item} {number}") for number, text in enumerate(texts, 1)
        )
        return [f"{number}. {text}" for number, text in enumerate(texts, start=1)] or [
            "Nothing is known of a difficulty that they may have here."
        ]

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
            about = MANUAL[verb][1]
            if forbidden is None:
                cost = summit.cost(role, verb)
                words = f"help {verb}" if verb in DELIBERATE else verb
                choices.append(Choice(verb, words))
                minutes = f"{cost} minute{'' if cost == 1 else 's'}"
                lines.append(f"{len(choices)}. {verb}: {minutes}. {about}")
            else:
                code, detail = forbidden
                closed.append(
                    f"{verb}: not now. {reason(code, detail, verb, self.session.scenario)}"
                )
        self.choices = tuple(choices)
        return [*lines, *closed] or ["Nothing is open."]

    def glossary(self, rest: str) -> list[str]:
        """A term, or all of them."""
        if not rest:
            return [f"{term}: {text}" for term, text in GLOSSARY.items()]
        found = lookup(rest)
        return [f"{found[0]}: {found[1]}"] if found else [f"The glossary has no “{rest[:40]}”."]

    def _item(self, text: str) -> str | None:
        return item_of(text, self.view, self.names)

    def _no_item(self, text: str) -> str:
        items = ", ".join(self.session.scenario.agenda)
        if not text:
            return f"Name one of the items: {items}."
        return f"There is no item “{text[:40]}”. The items are: {items}."


def shown_difficulties(session: Session, item: str) -> list[str]:
    """The three difficulties in the order in which this student is shown them."""
    interest = session.scenario.agenda[item].interests.get(session.other)
    if interest is None or interest.difficulty is None:
        return []
    order = difficulties(session.summit.state, session.role, item)
    return [interest.difficulty[place] for place in order]
