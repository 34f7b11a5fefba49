"""What can be looked up while playing in lines: commands that show and never change the game."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario.words import SILENCE
from game.summit.moves import Terms
from game.summit.notation import NotationError, read_terms
from game.summit.session import Session
from game.summit.talk import difficulties
from game.wording import dossier, status
from game.wording.catalogue import IMPORTANCE, PHASES, STATES
from game.wording.draft import HEADING, draft
from game.wording.glossary import GLOSSARY, lookup
from game.wording.names import Names
from game.wording.refusals import reason, what_is_open

HELP = """You lead one delegation at a summit. Type a move, or a word to look something up.
Look up: where, agenda, draft, brief, facts ITEM, options ITEM, difficulties ITEM, try TERMS, open,
repeat, glossary TERM, help, quit (the game is saved at every move).
Moves: ready; open ITEM; ask ITEM; explain ITEM high|medium|low OPTION; propose ITEM=OPTION …;
choices ITEM=OPTION | ITEM=OPTION; link ITEM=OPTION if ITEM=OPTION; accept; decline ITEM;
acknowledge ITEM NUMBER; pressure ITEM; aside ITEM; back; caucus; handdown ITEM;
tiehands ITEM=OPTION; brief ITEM lower|raise; reopen ITEM; note; conclude; walkout; adopt; refuse;
press claim|share|little.
“silence” as an option leaves an item out. A good beginning: read “brief”, then ask before you
offer. Nothing is agreed until everything is: at the end each side votes on the whole text, and each
home must carry it."""


class Desk:
    """Answers the words that look something up."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.names = Names(session.scenario)
        self.commands: dict[str, Callable[[str], list[str]]] = {
            "help": lambda rest: HELP.splitlines(),
            "where": lambda rest: self.where(),
            "agenda": lambda rest: self.agenda(),
            "draft": lambda rest: self.draft(),
            "facts": self.facts,
            "options": self.options,
            "difficulties": self.difficulties,
            "try": self.try_terms,
            "moves": lambda rest: self.open_moves(),
            "glossary": self.glossary,
        }

    def answer(self, text: str) -> list[str] | None:
        """The lines that answer a word, None where it is no such word.

        `open` and `brief` are moves when something follows them, and look-ups alone.
        """
        word, _, rest = text.strip().partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word == "brief" and not rest:
            return self.brief()
        if word == "open" and not rest:
            return self.open_moves()
        command = self.commands.get(word)
        return None if command is None else command(rest)

    def where(self) -> list[str]:
        """Phase, clock, trust, home, and what waits for an answer."""
        view = self.session.view()
        lines = [
            f"You lead {self.names.party(view.party)}. Phase: {PHASES[view.phase]}.",
            f"Clock: {status.clock(view)}. Trust: {status.trust(view)}.",
            f"Your home, if the agreed clauses were all: {status.home(view)}.",
        ]
        if view.question is not None:
            lines.append(f"You have been asked about {self.names.short(view.question)}.")
        if view.offer is not None and view.offer.party == view.other:
            lines += self._offer(view.offer.packages, view.offer.handdown)
        return lines

    def _offer(self, packages: tuple[Terms, ...], handdown: str | None) -> list[str]:
        if handdown is not None:
            return [f"They suggest that the ministers take {self.names.short(handdown)}."]
        lines = []
        for number, terms in enumerate(packages, start=1):
            label = f"Their package {number}" if len(packages) > 1 else "On the table from them"
            lines.append(f"{label}: {self.names.terms(terms)}.")
            lines.append(status.worth_in_words(self.session.view(), self.session.scenario, terms))
        return lines

    def agenda(self) -> list[str]:
        """Each item: state, both wordings, what it is worth."""
        view = self.session.view()
        lines = []
        for number, (item, seen) in enumerate(view.items.items(), start=1):
            line = f"{number}. {self.names.item(item)} ({item}): {STATES[seen.state]}."
            if seen.agreed is not None:
                points = status.own_points(view, item, seen.agreed)
                line += f" {self.names.option(item, seen.agreed)}, {points} points to you."
            else:
                for who, option in (("You", seen.mine), ("They", seen.theirs)):
                    if option is not None:
                        line += f" {who}: {self.names.option(item, option)}."
            told = view.told.get(item)
            if told is not None and told.importance is not None:
                line += f" They say that it {IMPORTANCE[told.importance]}."
            lines.append(line)
        return lines

    def draft(self) -> list[str]:
        """The draft joint statement with its brackets."""
        lines = draft(self.session.view(), self.session.scenario)
        if not lines:
            return ["The draft is an empty page."]
        return [f"{HEADING} (draft, fiction):", *(f"{line.number}. {line.text}" for line in lines)]

    def brief(self) -> list[str]:
        """The delegation's own brief."""
        return dossier.printed_brief(self.session.scenario, self.session.role).splitlines()

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
        view = self.session.view()
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        lines = [f"{self.names.item(item)}. {dossier.expectation(self.session.scenario, item)}"]
        for number, option in enumerate((*view.items[item].options, SILENCE), start=1):
            points = status.own_points(view, item, option)
            home = status.own_home_change(view, item, option)
            red = self.session.scenario.agenda[item].options.get(option)
            crossed = red.red_line.get(view.party) if red else None
            line = f"{number}. {option}: {self.names.option(item, option)}. "
            line += f"Your red line: {crossed}" if crossed else f"{points} points, home {home:+d}."
            lines.append(line)
        return lines

    def difficulties(self, rest: str) -> list[str]:
        """The three difficulties that the other side may have with an item."""
        item = self._item(rest)
        if item is None:
            return [self._no_item(rest)]
        return [
            f"{number}. {text}"
            for number, text in enumerate(shown_difficulties(self.session, item), start=1)
        ] or ["Nothing is known of a difficulty that they may have here."]

    def try_terms(self, rest: str) -> list[str]:
        """What a package would be worth, without playing it."""
        try:
            terms = read_terms(rest.split(), "try line=joint_review")
        except NotationError as error:
            return [str(error)]
        view = self.session.view()
        for item, option in terms:
            if item not in view.items:
                return [self._no_item(item)]
            if option not in (*view.items[item].options, SILENCE):
                return [f"“{option}” is not on the menu for {item}. See: options {item}"]
        return [status.worth_in_words(view, self.session.scenario, terms)]

    def open_moves(self) -> list[str]:
        """The moves that are open, with their minutes, and why others are not."""
        openings = self.session.summit.openings(self.session.role)
        lines = []
        for verb, forbidden in openings.items():
            if forbidden is None:
                cost = self.session.summit.cost(self.session.role, verb)
                lines.append(f"{verb}: {cost} minute{'' if cost == 1 else 's'}.")
            else:
                code, detail = forbidden
                why = reason(code, detail, verb, self.session.scenario)
                lines.append(f"{verb}: not now. {why}")
        return lines or [what_is_open(openings) or "Nothing is open."]

    def glossary(self, rest: str) -> list[str]:
        """A term, or all of them."""
        if not rest:
            return [f"{term}: {text}" for term, text in GLOSSARY.items()]
        found = lookup(rest)
        return [f"{found[0]}: {found[1]}"] if found else [f"The glossary has no “{rest[:40]}”."]

    def _item(self, text: str) -> str | None:
        """An item by id, number or the beginning of its name."""
        items = list(self.session.scenario.agenda)
        if text.isdecimal() and 1 <= int(text[:3]) <= len(items):
            return items[int(text[:3]) - 1]
        wanted = text.casefold()
        return next(
            (
                item
                for item in items
                if wanted
                and (item == wanted or self.names.short(item).casefold().startswith(wanted))
            ),
            None,
        )

    def _no_item(self, text: str) -> str:
        items = ", ".join(self.session.scenario.agenda)
        return (
            f"Name one of the items: {items}."
            if not text
            else (f"There is no item “{text[:40]}”. The items are: {items}.")
        )


def shown_difficulties(session: Session, item: str) -> list[str]:
    """The three difficulties in the order in which this student is shown them."""
    interest = session.scenario.agenda[item].interests.get(session.other)
    if interest is None or interest.difficulty is None:
        return []
    order = difficulties(session.summit.state, session.role, item)
    return [interest.difficulty[place] for place in order]
