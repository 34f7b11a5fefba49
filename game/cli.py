"""The `sidelines` command: reads the command line, imports late, tells faults in a sentence.

Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 the thing
asked about is not so (faults, another replay), 2 what was given cannot be used.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.arguments import build_parser
from game.started import is_spoken

if TYPE_CHECKING:
    from game.summit.session import Session

EXIT_OK, EXIT_UNUSABLE = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows, or a plain C locale, may not know every letter of a scenario.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = build_parser().parse_args(arguments)
    try:
        code = RUN[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone, as `| head` does; what it wanted, it has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    except Exception as problem:
        # Named here and not above: it would bring the YAML reader before the first picture.
        from game.scenario.library import UnusableError

        if not isinstance(problem, UnusableError):
            raise
        print(f"sidelines: {problem}", file=sys.stderr)
        return EXIT_UNUSABLE
    return code


# --- playing ------------------------------------------------------------------------------------


def wants_plain(asked: bool) -> bool:
    """Whether lines are wanted: asked for, a screen reader's setting, or no terminal to draw on.

    Textual's own driver, which `serve` names, draws on a page in a browser.
    """
    if not asked and os.environ.get("TEXTUAL_DRIVER"):
        return False
    return asked or is_spoken() or not (sys.stdin.isatty() and sys.stdout.isatty())


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
    from game.summit.saved_games import resume_session

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
    from game.instructor.walks import run_walks

    if options.walks is not None:
        return run_walks(
            options.scenario, options.scenarios, options.walks, options.seed, as_json=options.json
        )
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
    from game.instructor.brief import run_brief

    return run_brief(
        options.scenario, options.scenarios, options.party, options.variant, options.format
    )


def _report(options: argparse.Namespace) -> int:
    from game.instructor.report import run_report

    return run_report(options.journals, options.format, named=not options.without_names)


def _roster(options: argparse.Namespace) -> int:
    from game.instructor.roster import run_roster

    return run_roster(options.roster, options.scenario, options.scenarios, options.seed, options.to)


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


RUN: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: _open_game,
    "play": _play,
    "first": _first,
    "resume": _resume,
    "again": _again,
    "demo": _demo,
    "replay": _replay,
    "list": _list,
    "check": _check,
    "analyse": _analyse,
    "simulate": _simulate,
    "brief": _brief,
    "roster": _roster,
    "report": _report,
    "graph": _graph,
    "new": _new,
    "preview": _preview,
    "serve": _serve,
    "schema": _schema,
}
"""Command → what runs it; without a command the game opens."""
