"""What is asked about another person's part, and what is said of whether they may be that person."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content

from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...domain.kinds import PEER
from ...domain.kinds.kind import TEXT, TITLE
from ...journal.cpd.people_wanted import Wanted, fields_wanted
from ..widgets.plain import plain_line

_NAME = Field(TITLE.name, "Name", Shape.LINE)
_CAME_OF_IT = Field(TEXT.name, "What came of it", Shape.PROSE)
_CHOSEN_APART = ("relations", "registers")


def fields_for(wanted: Sequence[Wanted], said: Collection[str]) -> list[Field]:
    """The fields that the bodies want to know, and those that are `said` already: the name first, a text last."""
    names = {"meaning", *fields_wanted(wanted)}
    if any(each.rule.consent for each in wanted):
        names.add("may_be_named")
    if any(each.rule.form != "none" for each in wanted):
        names.add("on_paper")
    kept = (each for each in PEER.fields if each.name not in _CHOSEN_APART)
    return [_NAME, *(each for each in kept if each.name in names or each.name in said), _CAME_OF_IT]


def said_of(field: Field, wanted: Sequence[Wanted], peer: Entry | None) -> str:
    """What stands in a field at first: what is noted, or the meaning that the first rule asks for."""
    value = peer.fields.get(field.name) if peer else None
    if field.name == "meaning" and value is None:
        return next((each.rule.meaning for each in wanted), "took-place")
    return "yes" if value is True else str(value or "")


def whether_they_may(wanted: Sequence[Wanted], relations: Collection[str], registers: Collection[str]) -> list[Content]:
    """A line for each rule: whether somebody who stands so to the writer may, and before that is said, who may."""
    lines: dict[str, Content] = {}
    for each in wanted:
        refused = each.refuses(relations, registers) if relations or registers else ""
        if refused:
            line = plain_line(refused).stylize("$warning")
        elif relations:
            line = Content.assemble(("✓ ", "$accent"), plain_line(f"{each.named}: they may."))
        else:
            line = plain_line(each.who).stylize("$quiet")
        lines.setdefault(line.plain, line)
    return list(lines.values())
