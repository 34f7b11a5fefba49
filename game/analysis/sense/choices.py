"""The options of one item side by side: those that neither side would choose, and lone favourites.

An option is held against another whatever else is agreed: in points with links, before every
audience at whatever the press expects, and at red lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import ge

from game.analysis.home import GRADES
from game.analysis.sense.scene import Scene
from game.bargaining.preferences import Link
from game.scenario.diagnostics import Finding


def check_choices(scene: Scene, item: int) -> Iterator[Finding]:
    """Options without points; a lone favourite of both; options that neither would choose."""
    space = scene.table.space
    signable = scene.table.signable[item]
    without = [n for n in signable[1:] if not scene.option(item, n).points]
    yield from (_without_points(scene, item, number) for number in without)
    if len(signable) < 2 or without:
        return
    choices = choices_of(scene, item)
    plain = [n for n in signable if (item, n) not in space.bridging]
    for best in plain:
        if all(choices.serves_no_worse(best, n) for n in signable if n != best):
            yield _no_trade(choices, best)
            return
    for number in signable[1:]:
        better = next((n for n in plain if n != number and choices.beats(n, number)), None)
        if better is None or scene.in_events(item, number):
            continue
        instead = f"`{space.options[item][better]}`" if better else "leaving the item out"
        yield Finding(
            scene.option_path(item, number),
            "OPT01",
            f"Neither side would choose `{space.options[item][number]}`: {instead} is worth as "
            "much or more to both, and does no worse at home.",
            "Give one side a reason to want it, in points or at home, or delete it.",
            severity="warning",
            at_key=True,
        )


def _without_points(scene: Scene, item: int, number: int) -> Finding:
    path = scene.option_path(item, number)
    first, second = scene.party(0), scene.party(1)
    return Finding(
        path,
        "OPT02",
        f"`{path[-1]}` has no points: it is worth 0 to both sides, as silence is.",
        f"Add `points: {{{first}: …, {second}: …}}`; a 0 that is meant can be written there.",
        severity="warning",
        at_key=True,
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """What each option of one item does for both sides; by number, 0 is silence."""

    scene: Scene
    item: int
    points: tuple[tuple[int, int], ...]
    """Per option, what it is worth to each side without its links."""
    standing: tuple[tuple[int, ...], ...]
    """Per option, figures of which more is better: its changes before every audience at every
    grade of expectation, and for each side whether it may be signed."""
    links: tuple[tuple[Link, ...], tuple[Link, ...]]
    """Each side's links that ask for this item."""

    def serves_no_worse(self, better: int, number: int) -> bool:
        """Whether the first choice is as good as the second for both, whatever else is agreed."""
        return (
            all(map(ge, self.standing[better], self.standing[number]))
            and min(self._least_gains(better, number)) >= 0
        )

    def gains_nobody(self, better: int, number: int) -> bool:
        """Whether the first choice is worth no more points than the second to anybody."""
        return max(self._least_gains(better, number)) <= 0

    def beats(self, better: int, number: int) -> bool:
        """Whether the first choice is no worse for anybody, and worth more to somebody."""
        return self.serves_no_worse(better, number) and not self.gains_nobody(better, number)

    def _least_gains(self, better: int, number: int) -> list[int]:
        """The least that each side gains when the first choice takes the place of the second."""
        gains = [a - b for a, b in zip(self.points[better], self.points[number], strict=True)]
        for side, links in enumerate(self.links):
            for link in links:
                gains[side] += self.scene.least_link_change(link, self.item, better, number)
        return gains


def choices_of(scene: Scene, item: int) -> Choices:
    """The options of an item, silence first."""
    numbers = range(len(scene.table.space.options[item]))
    first, second = scene.table.sheets
    return Choices(
        scene,
        item,
        points=tuple(
            zip(first.preferences.points[item], second.preferences.points[item], strict=True)
        ),
        standing=tuple(
            tuple(
                figure
                for sheet in (first, second)
                for figure in (
                    (item, number) not in sheet.red_lines,
                    *(c for grade in GRADES for c in sheet.home.change(item, number, grade)),
                )
            )
            for number in numbers
        ),
        links=(
            tuple(link for link in first.preferences.links if item in link.issues),
            tuple(link for link in second.preferences.links if item in link.issues),
        ),
    )


def _no_trade(choices: Choices, best: int) -> Finding:
    scene, item = choices.scene, choices.item
    space = scene.table.space
    if best:
        same = all(choices.gains_nobody(best, n) for n in scene.table.signable[item])
        message = (
            f"No option of `{space.items[item]}` is worth more than another to anybody."
            if same
            else f"Both sides are best off with `{space.options[item][best]}`, whatever else is "
            f"agreed: there is nothing to trade on `{space.items[item]}`."
        )
    else:
        message = (
            f"Both sides are best off when `{space.items[item]}` is left out, whatever else is "
            "agreed: there is nothing to trade."
        )
    return Finding(
        scene.item_path(item),
        "ITM01",
        message,
        "Let the two sides want different options, or let it cost one of them something at home. "
        "Hide the best option behind `found_by` where both are to find out that they want it.",
        severity="warning",
        at_key=True,
    )
