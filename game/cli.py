"""The `sidelines` command: reads the command line, imports late, tells faults in a sentence.

Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 the thing
asked about is not so (faults, another replay), 2 what was given cannot be used.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game import __version__

if TYPE_CHECKING:
    from game.summit.session import Session

EXIT_OK, EXIT_UNUSABLE = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    from game.scenario.library import UnusableError

    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows, or a plain C locale, may not know every letter of a scenario.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = build_parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UnusableError as problem:
        print(f"sidelines: {problem}", file=sys.stderr)
        return EXIT_UNUSABLE
    except BrokenPipeError:
        # The reader of our output has gone, as `| head` does; what it wanted, it has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return code


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(
        prog="sidelines",
        description="Learn diplomacy at the table: a summit simulation for the terminal. "
        "Without a command, the game opens.",
    )
    parser.add_argument("--version", action="version", version=f"Sidelines {__version__}")
    _common(parser)
    parser.set_defaults(run=_open_game, scenarios=[])
    parser.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_playing(commands)
    _add_looking(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scenarios",
        type=Path,
        action="append",
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="a further folder of scenarios",
    )


def _add_playing(commands: Commands) -> None:
    play = commands.add_parser("play", help="play a scenario")
    play.add_argument("scenario", help="a name from `list`, or a file")
    play.add_argument("--as", dest="party", metavar="PARTY", help="the delegation that you lead")
    play.add_argument("--seed", type=int, default=None, help="the same seed, the same game")
    play.add_argument("--variant", type=int, default=0, help="other numbers, same structure")
    play.add_argument("--level", default="standard", help="gentle, standard or demanding")
    play.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    play.add_argument("--moves", metavar="FILE", help="read moves from a file, or - for input")
    play.add_argument("--journal", type=Path, metavar="FILE", help="where to keep the journal")
    play.add_argument("--student", metavar="NAME", help="a name for the journal's first line")
    _common(play)
    play.set_defaults(run=_play)

    first = commands.add_parser("first", help="a guided first meeting: two items, five minutes")
    first.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    first.set_defaults(run=_first)

    resume = commands.add_parser("resume", help="go on with a saved game")
    resume.add_argument("journal", nargs="?", type=Path, help="the last one, where not named")
    resume.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    resume.set_defaults(run=_resume)

    again = commands.add_parser("again", help="take a game up again from an earlier moment")
    again.add_argument("journal", type=Path)
    again.add_argument("--after", type=int, metavar="N", help="moves that stay; lists them without")
    again.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    again.set_defaults(run=_again)

    demo = commands.add_parser("demo", help="two computer delegations play it out")
    demo.add_argument("scenario")
    demo.add_argument("--seed", type=int, default=0)
    demo.add_argument("--json", action="store_true")
    demo.add_argument("--explain", action="store_true", help="the figures behind every decision")
    _common(demo)
    demo.set_defaults(run=_demo)

    replay = commands.add_parser("replay", help="play a journal again: does it come out the same?")
    replay.add_argument("journal", type=Path)
    replay.add_argument("--json", action="store_true")
    replay.set_defaults(run=_replay)


def _add_looking(commands: Commands) -> None:
    listing = commands.add_parser("list", help="the scenarios that can be played")
    listing.add_argument("--json", action="store_true")
    _common(listing)
    listing.set_defaults(run=_list)

    check = commands.add_parser("check", help="every fault of scenario files")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--format", choices=("human", "concise", "json"), default="human")
    check.set_defaults(run=_check)

    analyse = commands.add_parser("analyse", help="the exact analysis of a scenario")
    analyse.add_argument("scenario")
    analyse.add_argument("--json", action="store_true")
    _common(analyse)
    analyse.set_defaults(run=_analyse)

    simulate = commands.add_parser("simulate", help="thousands of games between bots")
    simulate.add_argument("scenario")
    simulate.add_argument("--games", type=int, default=100, help="per bot and chair")
    simulate.add_argument("--seed", type=int, default=0)
    simulate.add_argument("--json", action="store_true")
    simulate.add_argument(
        "--examples", type=Path, metavar="DIR", help="write the moves of a game for each ending"
    )
    simulate.add_argument("--cluster", metavar="ADDRESS", help="play on a Dask cluster")
    _common(simulate)
    simulate.set_defaults(run=_simulate)

    brief = commands.add_parser("brief", help="one chair's brief, to print")
    brief.add_argument("scenario")
    brief.add_argument("--as", dest="party", metavar="PARTY", required=True)
    _common(brief)
    brief.set_defaults(run=_brief)

    report = commands.add_parser("report", help="the debrief of journals as a file")
    report.add_argument("journals", nargs="+", type=Path, metavar="JOURNAL")
    report.add_argument("--format", choices=("markdown", "html", "json", "csv"), default="markdown")
    report.set_defaults(run=_report)

    graph = commands.add_parser("graph", help="events and endings, or the phases, as Mermaid")
    which = graph.add_mutually_exclusive_group(required=True)
    which.add_argument("scenario", nargs="?")
    which.add_argument("--phases", action="store_true")
    _common(graph)
    graph.set_defaults(run=_graph)

    new = commands.add_parser("new", help="a commented scenario to start from")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument(
        "--from", dest="source", metavar="SCENARIO", help="copy this one, under the file's name"
    )
    _common(new)
    new.set_defaults(run=_new)

    preview = commands.add_parser("preview", help="the game on a file being edited")
    preview.add_argument("file", type=Path, metavar="FILE")
    preview.add_argument("--as", dest="party", metavar="PARTY", help="the delegation that you lead")
    preview.add_argument("--seed", type=int, default=0)
    preview.add_argument("--plain", action="store_true", help="lines of text, no drawing")
    preview.set_defaults(run=_preview)

    serve = commands.add_parser("serve", help="the game in a browser on this machine")
    serve.add_argument("--host", default="127.0.0.1", help="127.0.0.1: this machine alone")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)

    schema = commands.add_parser("schema", help="the JSON Schema of the scenario format")
    schema.add_argument("--campaign", action="store_true", help="of campaigns, not of scenarios")
    schema.set_defaults(run=_schema)


# --- playing ------------------------------------------------------------------------------------


def wants_plain(asked: bool) -> bool:
    """Whether lines are wanted: asked for, a screen reader's setting, or no terminal to draw on.

    Textual's own driver, which `serve` names, draws on a page in a browser.
    """
    if not asked and os.environ.get("TEXTUAL_DRIVER"):
        return False
    return (
        asked
        or os.environ.get("ACCESSIBLE", "") not in ("", "0")
        or os.environ.get("TERM") == "dumb"
        or not (sys.stdin.isatty() and sys.stdout.isatty())
    )


def _open_game(options: argparse.Namespace) -> int:
    if wants_plain(options.plain):
        from game.plain.keyboard import standard_lines
        from game.plain.menu import run_menu

        return run_menu(standard_lines(), sys.stdout, options.scenarios)
    from game.tui.app import run

    return run(extra_scenarios=options.scenarios)


def _play(options: argparse.Namespace) -> int:
    from game.scenario.library import find
    from game.summit.start import start_session

    path = find(options.scenario, options.scenarios)
    if options.moves is None and options.party is None and not wants_plain(options.plain):
        from game.tui.app import run

        return run(extra_scenarios=options.scenarios, choose=path)
    if options.party is None and options.moves is None and sys.stdin.isatty():
        from game.plain.menu import asked_delegation

        options.party = asked_delegation(path)
        if options.party is None:
            return EXIT_OK
    session = start_session(
        path,
        role=options.party,
        seed=options.seed,
        variant=options.variant,
        level=options.level,
        student=options.student,
        journal=options.journal,
    )
    if options.moves is not None or wants_plain(options.plain):
        from game.plain.play import run_plain

        return run_plain(session, options.moves)
    from game.tui.app import run

    return run(session=session, extra_scenarios=options.scenarios)


def _first(options: argparse.Namespace) -> int:
    if wants_plain(options.plain):
        from game.plain.keyboard import is_typed, standard_lines
        from game.plain.lesson import LessonPlay

        lines = standard_lines()
        return LessonPlay(sys.stdout, prompts=is_typed(lines)).run(lines)
    from game.tui.app import run

    return run(first=True)


def _resume(options: argparse.Namespace) -> int:
    from game.summit.start import resume_session

    return _go_on(resume_session(options.journal), options)


def _again(options: argparse.Namespace) -> int:
    from game.summit.start import branch_session

    if options.after is None:
        from game.instructor.listing import run_moments

        return run_moments(options.journal)
    return _go_on(branch_session(options.journal, options.after), options)


def _go_on(session: Session, options: argparse.Namespace) -> int:
    if wants_plain(options.plain):
        from game.plain.play import run_plain

        return run_plain(session, None)
    from game.tui.app import run

    return run(session=session)


def _demo(options: argparse.Namespace) -> int:
    from game.instructor.demo import run_demo

    return run_demo(
        options.scenario,
        options.scenarios,
        options.seed,
        as_json=options.json,
        explain=options.explain,
    )


def _replay(options: argparse.Namespace) -> int:
    from game.instructor.demo import run_replay

    return run_replay(options.journal, as_json=options.json)


# --- looking ------------------------------------------------------------------------------------


def _list(options: argparse.Namespace) -> int:
    from game.instructor.listing import run_list

    return run_list(options.scenarios, as_json=options.json)


def _check(options: argparse.Namespace) -> int:
    from game.instructor.check import run_check

    return run_check(options.files, options.format)


def _analyse(options: argparse.Namespace) -> int:
    from game.instructor.analyse import run_analyse

    return run_analyse(options.scenario, options.scenarios, as_json=options.json)


def _simulate(options: argparse.Namespace) -> int:
    from game.instructor.simulate import run_simulate

    return run_simulate(
        options.scenario,
        options.scenarios,
        max(1, options.games),
        options.seed,
        as_json=options.json,
        examples=options.examples,
        cluster=options.cluster,
    )


def _brief(options: argparse.Namespace) -> int:
    from game.instructor.listing import run_brief

    return run_brief(options.scenario, options.scenarios, options.party)


def _report(options: argparse.Namespace) -> int:
    from game.instructor.report import run_report

    return run_report(options.journals, options.format)


def _graph(options: argparse.Namespace) -> int:
    if options.phases:
        from game.summit.phases import phase_chart

        print(phase_chart().mermaid())
        return EXIT_OK
    from game.instructor.graph import run_graph

    return run_graph(options.scenario, options.scenarios)


def _new(options: argparse.Namespace) -> int:
    from game.instructor.new import run_new

    return run_new(options.file, options.source, options.scenarios)


def _preview(options: argparse.Namespace) -> int:
    if wants_plain(options.plain):
        from game.plain.preview import run_preview

        return run_preview(options.file, options.party, options.seed)
    from game.tui.preview import run_preview_app

    return run_preview_app(options.file, options.party, options.seed)


def _serve(options: argparse.Namespace) -> int:
    from game.tui.serve import run_serve

    return run_serve(options.host, options.port)


def _schema(options: argparse.Namespace) -> int:
    from game.scenario.schema import schema_text

    print(schema_text("campaign" if options.campaign else "scenario"))
    return EXIT_OK
