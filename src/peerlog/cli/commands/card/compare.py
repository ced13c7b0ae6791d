from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....domain.common_ground import CommonGround, Grid
    from ....domain.entry import Entry


@click.command(epilog=examples("peerlog card compare me Sam", "peerlog card compare me Sam Ada --json"))
@click.argument("names", metavar="NAME NAME...", nargs=-1, required=True)
@json_option
def command(names: tuple[str, ...], as_json: bool) -> None:
    """Show what people have in common, what each can give the other, and how they differ.

    Two names are compared side by side, three to eight in a grid. NAME may be “me”; one name is compared with you.
    """
    from ....domain.common_ground import compare, overlap
    from ....errors import BadInput
    from ....journal.cards import card_named

    with invocation().journal() as journal:
        wanted = ("me", *names) if len(names) == 1 else names
        if len(wanted) > 8:
            raise BadInput(f"{len(wanted)} cards are too many to look at side by side.", "Name up to eight.")
        found = [card_named(journal, each) for each in wanted]
        if len({card.id for card in found}) < len(found):
            raise BadInput("The same card is named twice.", "Leave one of them out.")
        if len(found) == 2:
            ground = compare(*found)
            if as_json:
                terminal.put_json(_described(found, ground))
            else:
                _write(found, ground)
            return
        grid = overlap(found)
        if as_json:
            terminal.put_json(_described_grid(grid))
        else:
            _write_grid(grid)


def _described(cards: Sequence[Entry], ground: CommonGround) -> dict[str, object]:
    return {
        "names": [card.title for card in cards],
        "shared_interests": list(ground.shared),
        "first_gives": [{"offered": each.offered, "sought": each.sought} for each in ground.first_gives],
        "second_gives": [{"offered": each.offered, "sought": each.sought} for each in ground.second_gives],
        "differences": {each.name: [each.first, each.second] for each in ground.differences},
        "only_first": list(ground.only_first),
        "only_second": list(ground.only_second),
    }


def _described_grid(grid: Grid) -> dict[str, object]:
    return {
        "names": list(grid.names),
        "topics": [
            {
                "topic": topic.name,
                "people": topic.people,
                "met": topic.is_met,
                "marks": {name: sorted(marks) for name, marks in zip(grid.names, topic.marks, strict=True) if marks},
            }
            for topic in grid.topics
        ],
    }


def _write(cards: Sequence[Entry], ground: CommonGround) -> None:
    from ....domain.ground_words import difference_lines, ground_lines

    first, second = (card.title for card in cards)
    for heading, lines in (*ground_lines(first, second, ground), *difference_lines(first, second, ground)):
        terminal.put(terminal.Bold(heading))
        for line in lines:
            terminal.put(f"  {line}")
        terminal.put()
    if ground.is_empty:
        terminal.say("Their cards say too little yet to compare them: offers, seeks and interests help.")


def _write_grid(grid: Grid) -> None:
    from ...layout import fitted, width

    wide = max([width(topic.name) for topic in grid.topics] + [5])
    columns = [max(width(name), 5) for name in grid.names]
    terminal.put(
        fitted("", wide), "  ", "  ".join(fitted(name, n) for name, n in zip(grid.names, columns, strict=True))
    )
    for topic in grid.topics:
        marks = [fitted(_marks(each), cells) for each, cells in zip(topic.marks, columns, strict=True)]
        met = "  offered and sought" if topic.is_met else ""
        terminal.put(fitted(topic.name, wide), "  ", "  ".join(marks), met)
    terminal.say("+ offers, ? seeks, * is interested. Topics that touch most people stand first.")


def _marks(marks: frozenset[str]) -> str:
    from ....domain.common_ground import marks_of

    return marks_of(marks)
