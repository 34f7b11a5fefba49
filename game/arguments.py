"""What the `sidelines` command takes: every command with its options and its line of help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from game import __version__
from game.started import command


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options; `command` in what is parsed is the name of one, or None."""
    parser = argparse.ArgumentParser(
        prog=command(),
        description="Learn diplomacy at the table: a summit simulation for the terminal. "
        "Without a command, the game opens.",
    )
    parser.add_argument("--version", action="version", version=f"Sidelines {__version__}")
    _common(parser)
    _lines(parser)
    parser.set_defaults(scenarios=[], plain=False)
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")
    _add_playing(commands)
    _add_examining(commands)
    _add_teaching(commands)
    _add_writing(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


SCENARIO = "a name from `list`, or a file"
JSON = "as JSON, for scripts"
JOURNAL = "what a game writes"


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scenarios",
        type=Path,
        action="append",
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="a further folder of scenarios",
    )


def _lines(parser: argparse.ArgumentParser) -> None:
    """`--plain`, before the name of a command or after it."""
    parser.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help="lines of text, no drawing",
    )


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None


def _count(text: str) -> int:
    """How many of something: a whole number from 1 up."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of games; from 1 up")
    return int(text)


def _add_playing(commands: Commands) -> None:
    play = commands.add_parser("play", help="play a scenario")
    play.add_argument("scenario", help=SCENARIO)
    play.add_argument("--as", dest="party", metavar="PARTY", help="the delegation that you lead")
    play.add_argument("--seed", type=_whole, default=None, help="the same seed, the same game")
    play.add_argument("--variant", type=_whole, default=0, help="other numbers, same structure")
    play.add_argument("--level", default="standard", help="gentle, standard or demanding")
    _lines(play)
    play.add_argument("--moves", metavar="FILE", help="read moves from a file, or - for input")
    play.add_argument("--journal", type=Path, metavar="FILE", help="where to keep the journal")
    play.add_argument("--student", metavar="NAME", help="a name for the journal's first line")
    _common(play)

    first = commands.add_parser(
        "first", help="a guided first meeting: two items, about five minutes of your time"
    )
    _lines(first)

    resume = commands.add_parser("resume", help="go on with a saved game")
    resume.add_argument("journal", nargs="?", type=Path, help="the last one, where not named")
    _lines(resume)

    again = commands.add_parser("again", help="take a game up again from an earlier moment")
    again.add_argument("journal", type=Path, help=JOURNAL)
    again.add_argument(
        "--after", type=_whole, metavar="N", help="moves that stay; lists them without"
    )
    _lines(again)

    demo = commands.add_parser("demo", help="two computer delegations play it out")
    demo.add_argument("scenario", help=SCENARIO)
    demo.add_argument("--seed", type=_whole, default=0, help="another one, another game")
    demo.add_argument("--json", action="store_true", help=JSON)
    _lines(demo)
    demo.add_argument("--explain", action="store_true", help="the figures behind every decision")
    _common(demo)

    replay = commands.add_parser("replay", help="play a journal again: does it come out the same?")
    replay.add_argument("journal", type=Path, help=JOURNAL)
    replay.add_argument("--json", action="store_true", help=JSON)


def _add_examining(commands: Commands) -> None:
    listing = commands.add_parser("list", help="the scenarios that can be played")
    listing.add_argument("--json", action="store_true", help=JSON)
    _common(listing)

    check = commands.add_parser("check", help="every fault of scenario files")
    check.add_argument("files", nargs="+", metavar="FILE", help="scenarios and campaigns")
    check.add_argument(
        "--format",
        choices=("human", "concise", "json"),
        default="human",
        help="for people, for editors (a line for each fault), for scripts",
    )

    analyse = commands.add_parser("analyse", help="the exact analysis of a scenario")
    analyse.add_argument("scenario", help=SCENARIO)
    analyse.add_argument("--json", action="store_true", help=JSON)
    _common(analyse)

    simulate = commands.add_parser("simulate", help="hundreds of games between bots")
    simulate.add_argument("scenario", help=SCENARIO)
    simulate.add_argument(
        "--games", type=_count, default=100, help="per bot and chair; 100 where not said"
    )
    simulate.add_argument("--seed", type=_whole, default=0, help="another one, other games")
    simulate.add_argument("--json", action="store_true", help=JSON)
    simulate.add_argument(
        "--examples", type=Path, metavar="DIR", help="write the moves of a game for each ending"
    )
    simulate.add_argument("--cluster", metavar="ADDRESS", help="play on a Dask cluster")
    simulate.add_argument(
        "--walks", type=_count, metavar="N", help="N random walks instead, which stop on a fault"
    )
    _common(simulate)


def _add_teaching(commands: Commands) -> None:
    brief = commands.add_parser("brief", help="one chair's brief, to print")
    brief.add_argument("scenario", help=SCENARIO)
    brief.add_argument("--as", dest="party", metavar="PARTY", required=True, help="whose brief")
    brief.add_argument("--variant", type=_whole, default=0, help="with the points of this variant")
    brief.add_argument(
        "--format",
        choices=("markdown", "html"),
        default="markdown",
        help="text, or a page to print",
    )
    _common(brief)

    roster = commands.add_parser("roster", help="chairs and variants for a class, by lot")
    roster.add_argument("roster", type=Path, metavar="ROSTER", help="names or student numbers")
    roster.add_argument("scenario", help=SCENARIO)
    roster.add_argument("--seed", type=_whole, default=0, help="the same seed, the same lots")
    roster.add_argument(
        "--to", type=Path, metavar="DIR", help="a page for each student, and the key"
    )
    _common(roster)

    report = commands.add_parser("report", help="the debrief of journals as a file")
    report.add_argument("journals", nargs="+", type=Path, metavar="JOURNAL", help=JOURNAL)
    report.add_argument(
        "--format",
        choices=("markdown", "html", "json", "csv"),
        default="markdown",
        help="text, a page to print, data for scripts, a table for a spreadsheet",
    )
    report.add_argument("--without-names", action="store_true", help="numbers for the students")


def _add_writing(commands: Commands) -> None:
    graph = commands.add_parser("graph", help="events and endings, or the phases, as Mermaid")
    which = graph.add_mutually_exclusive_group(required=True)
    which.add_argument("scenario", nargs="?", help=SCENARIO)
    which.add_argument("--phases", action="store_true", help="the phases of any meeting")
    _common(graph)

    new = commands.add_parser("new", help="a commented scenario to start from")
    new.add_argument("file", type=Path, metavar="FILE", help="to be written: my-summit.yaml")
    new.add_argument(
        "--from", dest="source", metavar="SCENARIO", help="copy this one, under the file's name"
    )
    _common(new)

    preview = commands.add_parser("preview", help="the game on a file being edited")
    preview.add_argument("file", type=Path, metavar="FILE", help="the file that you edit")
    preview.add_argument("--as", dest="party", metavar="PARTY", help="the delegation that you lead")
    preview.add_argument("--seed", type=_whole, default=0, help="another one, another game")
    _lines(preview)

    serve = commands.add_parser("serve", help="the game in a browser on this machine")
    serve.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine alone")
    serve.add_argument("--port", type=_whole, default=8000, help="8000 where not said")

    schema = commands.add_parser("schema", help="the JSON Schema of the scenario format")
    schema.add_argument("--campaign", action="store_true", help="of campaigns, not of scenarios")
