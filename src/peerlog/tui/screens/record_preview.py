"""Every page of a record, exactly as it would be read, with what is still missing above."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from ...journal.cpd.record_files import lines_of
from ...journal.cpd.record_leaving import Leaving, leaving
from ...journal.journal import Journal
from ..commands import bindings, record_leaving
from ..widgets.plain import plain
from .text_page import TextPage

if TYPE_CHECKING:
    from ..actions.record_leaving import RecordLeavingActions

_WIDTH = 72
"""Cells for its tables."""
_STYLES = {"title": "bold underline", "heading": "bold $accent", "smaller": "bold", "head": "bold", "quiet": "$quiet"}
_SHOWN = 4
"""Of what is missing, so that the pages begin on the first screen."""


class RecordPreviewScreen(TextPage):
    heading = "As it would be read"
    BINDINGS: ClassVar[list[BindingType]] = [
        *record_leaving.record_bindings(record_leaving.ExportRecord, record_leaving.CarryAcross),
        *bindings(record_leaving.OtherNames),
    ]

    def __init__(self, record_id: str) -> None:
        super().__init__()
        self.record_id = record_id

    @property
    def _leaving(self) -> RecordLeavingActions:
        return cast("RecordLeavingActions", self.app)

    def text(self, journal: Journal) -> Content:
        found = leaving(journal, self.record_id, self._leaving.names_in(self.record_id))
        above = [*_missing(found), *names_said(found)]
        pages = [_said(role, words) for role, words in lines_of(found.record, _WIDTH)]
        rule = Content("─" * _WIDTH).stylize("$quiet")
        return Content("\n").join([*above, rule, Content(), *pages])

    def action_other_names(self) -> None:
        def changed(_: Leaving) -> None:
            self.read_again()

        self.app.follow(partial(self._leaving.choose_names, self.record_id, changed, always=True))


def _said(role: str, words: str) -> Content:
    return plain(words).stylize(_STYLES.get(role, "")) if role in _STYLES else plain(words)


def _missing(found: Leaving) -> list[Content]:
    missing = found.whole.unsettled
    if not missing:
        return [Content.assemble(("✓ ", "$accent"), ("Nothing is missing.", "$quiet"))]
    count = len(missing)
    said = [Content(f"{count} {'thing is' if count == 1 else 'things are'} still to see to:").stylize("$warning")]
    for each in missing[:_SHOWN]:
        where = f"{each.part}{f', {each.where}' if each.where else ''}: "
        said.append(Content.assemble("  ", plain(where).stylize("$quiet"), plain(each.problem)))
    if count > _SHOWN:
        said.append(Content(f"  and {count - _SHOWN} more, on the record's page").stylize("$quiet"))
    return said


def names_said(found: Leaving) -> list[Content]:
    """How many names and addresses there are, and whether they have other names here; nothing where there are none."""
    count = len(found.findings)
    if not count:
        return []
    one = count == 1
    chosen = found.chosen or {}
    others = sum(bool(chosen.get(each.name)) for each in found.findings)
    if not others:
        as_what = "it stands as it is" if one else "they stand as they are"
    elif one:
        as_what = "it has another name here"
    else:
        as_what = f"{'all' if others == count else others} {'has' if others == 1 else 'have'} another name here"
    said = f"{count} {'name or address' if one else 'names and addresses'} could tell who it is about; {as_what}."
    shows = f" shows {'it' if one else 'them'}."
    return [Content.assemble((f"{said} ", "$quiet"), ("o", "bold $accent"), (shows, "$quiet"))]
