"""`check` as a whole process, beside the floor that no checker in this language goes below.

Repeat with: .venv/bin/python benchmarks/check.py [runs]

Two files: one of about 400 lines, which is a lesson's summit, and one of about 4,000 in which every
item has dozens of options, which is the hardest for the mathematics and full of warnings. The floor
is a process that reads the same file with PyYAML and makes one pydantic model. Times are the
processor's, children included, the best of the runs: other work on the machine counts little.
Goals: 0.3 s and 0.5 s on a machine that does nothing else; on a busy one the ratios count.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

FLOOR = """
import sys
from pathlib import Path
import yaml
from pydantic import BaseModel

class Summit(BaseModel):
    title: str

Summit(title=yaml.load(Path(sys.argv[1]).read_text("utf-8"), yaml.CSafeLoader)["title"])
"""

HEAD = """format: 1
title: Large
sources: {paper: {title: A report, publisher: The Gazette, date: 2024-01-01}}
meeting: {place: Hall, minutes: 60}
parties:
"""
PARTY = """  %s:
    name: %s
    leader: The leader
    brief: What only this side reads.
    walk_away: %d
    home:
      audiences:
        press: {name: The press, weight: 2, support: 54, needs: 38}
        house: {name: The house, support: 52}
"""


def summit(items: int, options: int) -> str:
    """A summit of opposed interests: what one side gains on an option, the other loses."""
    lines = [HEAD + PARTY % ("north", "North", items * 6) + PARTY % ("south", "South", items * 6)]
    lines.append("agenda:")
    for item in range(items):
        lines += [
            f"  item{item}:",
            f"    title: Item {item}",
            f"    facts: [{{text: Fact {item}., source: paper}}]",
            "    options:",
        ]
        for option in range(options):
            mine = (4 + item) * (option + 1) // options + (option * item) % 3
            theirs = (24 - item) * (options - option) // options + (option + item) % 2
            lines += [
                f"      option{option}:",
                f"        label: Option {option} of {item}",
                f"        clause: agreed on option {option} of item {item}",
                f"        points: {{north: {mine}, south: {theirs}}}",
                f"        home: {{north: {{press: {(item + option) % 5 - 2}}}}}",
            ]
    return "\n".join(lines) + "\n"


def cost(command: list[str]) -> float:
    """Seconds of processor time of a process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measures both files."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        for items, options in ((10, 7), (20, 39)):
            path = Path(folder) / f"large-{items}x{options}.yaml"
            path.write_text(summit(items, options), encoding="utf-8")
            lines = len(path.read_text("utf-8").splitlines())
            floors, checks = [], []
            for _ in range(runs):
                floors.append(cost([sys.executable, "-c", FLOOR, str(path)]))
                checks.append(cost([sys.executable, "-m", "game", "check", str(path)]))
            floor, check = min(floors), min(checks)
            print(
                f"{lines:,} lines: check {check:.2f} s, floor {floor:.2f} s, "
                f"{check / floor:.1f} times the floor"
            )


if __name__ == "__main__":
    main()
