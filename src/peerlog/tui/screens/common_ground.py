"""What people have in common: two of them side by side in words, several in a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from ...domain.common_ground import SIDES, Grid, compare, marks_of, overlap
from ...domain.entry import Entry
from ...domain.ground_words import difference_lines, ground_lines
from ...domain.kinds import CARD
from ...domain.text import clean_line
from ...journal.journal import Journal
from ..widgets.plain import plain_line
from .text_page import TextPage

_EMPTY = "Your cards say too little yet to compare them. Offers, seeks and interests help."
_APART = "Nothing in your cards meets by its words yet; a talk may find what does."
_LEGEND = "+ offers   ? seeks   * is interested   ⇄ offered and sought"
_TOPIC, _NAME = 26, 9


class CommonGroundScreen(TextPage):
    """Two cards are compared, more are laid side by side."""

    heading = "Common ground"

    def __init__(self, card_ids: Sequence[str], with_whom: str = "") -> None:
        """`with_whom` says who else reads all of these cards."""
        super().__init__()
        self.with_whom = with_whom
        self._ids = tuple(card_ids)

    def text(self, journal: Journal) -> Content:
        cards = [card for id_ in self._ids if (card := journal.entries.find(id_)) and not card.deleted]
        if len(cards) < 2:
            return Content("One of the cards is not there any more.")
        lines = _two(*cards) if len(cards) == 2 else _grid(overlap(cards))
        return Content("\n").join(lines)


def _two(mine: Entry, theirs: Entry) -> Iterator[Content]:
    names = [clean_line(card.title) or "somebody" for card in (mine, theirs)]
    yield Content(" and ".join(names)).stylize("bold")
    ground = compare(mine, theirs)
    if ground.is_empty:
        said = [(name, _says(card)) for name, card in zip(names, (mine, theirs), strict=True)]
        yield Content()
        yield Content(_APART if all(says for _, says in said) else _EMPTY)
        for name, says in said if any(says for _, says in said) else ():
            yield Content()
            yield plain_line(name).stylize("bold $accent")
            yield from says
    for heading, lines in ground_lines(names[0], names[1], ground):
        yield Content()
        yield plain_line(heading).stylize("bold $accent")
        yield from (Content.assemble("  ", plain_line(line)) for line in lines)
    for heading, lines in difference_lines(names[0], names[1], ground):
        yield Content()
        yield Content(heading).stylize("$quiet")
        yield from (Content.assemble("  ", plain_line(line)) for line in lines)


def _says(card: Entry) -> list[Content]:
    """What somebody is interested in, offers and seeks, a line for each side."""
    sides = [(f"  {CARD.all_fields[side].label.lower()}: ", card.members(side)) for side in SIDES]
    return [Content.assemble((label, "$quiet"), plain_line(", ".join(said))) for label, said in sides if said]


def _grid(grid: Grid) -> Iterator[Content]:
    touching = f"{grid.shared} of {len(grid.topics)} topics touch more than one of you."
    yield Content(touching if grid.topics else _EMPTY).stylize("bold")
    yield Content()
    head = [plain_line(name).truncate(_NAME, ellipsis=True, pad=True) for name in grid.names]
    yield Content("  ").join([Content(" " * _TOPIC), *head]).stylize("$quiet")
    for topic in grid.topics:
        name = plain_line(topic.name).truncate(_TOPIC, ellipsis=True, pad=True)
        marks = [Content(f"{marks_of(each):<{_NAME}}").stylize("$accent" if each else "$quiet") for each in topic.marks]
        yield Content("  ").join([name, *marks, Content("⇄" if topic.is_met else " ")])
    yield Content()
    yield Content(_LEGEND).stylize("$quiet")
