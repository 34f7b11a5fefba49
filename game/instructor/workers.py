"""Work in units on all processors of this machine, or of a cluster; watched, and stoppable."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from importlib import import_module
from itertools import islice

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.instructor.figures import Tally
from game.scenario.library import UnusableError

Work = Callable[[range], Tally]

AHEAD = 4
"""Units that wait for each process: enough to keep it busy, few enough to keep memory flat."""


def units_of(first: int, count: int, size: int) -> list[range]:
    """The numbers of so many games from the first, in units of a size."""
    end = first + count
    return [range(n, min(n + size, end)) for n in range(first, end, size)]


def anywhere(work: Work, units: Sequence[range], cluster: str | None) -> Iterator[Tally]:
    """The results of all units in their order."""
    if cluster is not None:
        yield from _on_cluster(work, units, cluster)
    elif (workers := _processors(units)) <= 1:
        yield from map(work, units)
    else:
        yield from _on_processors(work, units, workers)


def where(units: Sequence[range], cluster: str | None) -> str:
    """Where `anywhere` has the units done, in words: “on 2 processors”."""
    if cluster is not None:
        return f"on the cluster at {cluster}"
    processors = _processors(units)
    return f"on {processors} processor{'' if processors == 1 else 's'}"


def _processors(units: Sequence[range]) -> int:
    return min(os.cpu_count() or 1, len(units))


def _on_processors(work: Work, units: Sequence[range], workers: int) -> Iterator[Tally]:
    waiting = iter(units)
    with ProcessPoolExecutor(workers, initializer=_leave_ctrl_c_to_us) as pool:
        begun: deque[Future[Tally]] = deque()
        try:
            begun.extend(pool.submit(work, unit) for unit in islice(waiting, AHEAD * workers))
            while begun:
                yield begun.popleft().result()
                begun.extend(pool.submit(work, unit) for unit in islice(waiting, 1))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _leave_ctrl_c_to_us() -> None:
    """A stop is told once, by the process that has the results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _on_cluster(work: Work, units: Sequence[range], address: str) -> Iterator[Tally]:
    """The same through joblib's Dask backend: its scheduler decides where a unit is played."""
    try:
        distributed = import_module("dask.distributed")
        joblib = import_module("joblib")
    except ImportError as error:
        raise UnusableError(
            "A cluster needs joblib and Dask: pip install 'sidelines[cluster]'"
        ) from error
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise UnusableError(f"No Dask scheduler answers at {address}: {error}") from error
    with client, joblib.parallel_config(backend="dask"):
        yield from joblib.Parallel()(joblib.delayed(work)(unit) for unit in units)


def watched(tallies: Iterator[Tally], units: int, task: str) -> tuple[Tally, float]:
    """All tallies in one, and the seconds they took; a bar on a terminal, else a line that says
    what the `task` is.

    Ctrl+C stops, and a fault does.
    """
    started = time.perf_counter()
    drawn = sys.stderr.isatty()
    if not drawn:
        print(f"{task}; the figures come at the end.", file=sys.stderr, flush=True)
    whole = Tally()
    columns = (TextColumn(task), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not drawn, transient=True) as bar:
        done = bar.add_task(task, total=units)
        try:
            for tally in tallies:
                whole.merge(tally)
                bar.advance(done)
                if whole.fault is not None:
                    break
        except KeyboardInterrupt:
            print("Stopped: the figures are of what was played so far.", file=sys.stderr)
    return whole, time.perf_counter() - started
