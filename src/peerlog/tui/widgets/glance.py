"""A look at one entry beside a list, on wide screens: what it is, its fields, its text as it was typed."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...domain.dates import say_day
from ...domain.entry import Draft, Entry
from ...domain.field import Field, Shape
from ...domain.kinds import KINDS
from ...domain.kinds.kind import LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN
from ...domain.minutes import say_minutes
from .entry_line import label_from
from .plain import plain, plain_line
from .when import say_when

_SHOWN_APART = {field.name for field in (LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN)} | {
    "template",
    "model",
    "clauses",
    "vent",
    "parent",
    "position",
}


class Glance(VerticalScroll, can_focus=False):
    """Empty until it is shown an entry."""

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, thing: Entry | Draft | None, zone: str, today: date) -> None:
        """`zone` is the journal's own, in which an entry's date is said."""
        said = Content()
        if isinstance(thing, Entry):
            said = _said(thing, zone, today)
        elif thing:
            said = _begun(thing)
        self.query_one(Static).update(said)
        self.scroll_home(animate=False)


def _begun(draft: Draft) -> Content:
    texts = [plain(str(draft.fields.get(name) or "")) for name in ("title", "text")]
    return Content("\n\n").join([_heading(f"Unfinished {draft.kind}"), *(text for text in texts if text)])


def _heading(kind: str) -> Content:
    return Content.assemble((kind, "$quiet"), "   ", ("PRIVATE", "$space-private"))


def _said(entry: Entry, zone: str, today: date) -> Content:
    parts = [
        _heading(_kind(entry)),
        plain_line(entry.headline).stylize("bold"),
        Content(" · ".join(_facts(entry, zone, today))).stylize("$quiet"),
        Content(),
    ]
    for name in _in_order(entry):
        field = KINDS[entry.kind].all_fields.get(name) if entry.kind in KINDS else None
        label = field.label if field else label_from(name)
        parts.append(
            Content.assemble((plain_line(label).plain + "  ", "$quiet"), plain(_value(entry, name, field, today)))
        )
    if entry.text:
        parts += [Content(), plain(entry.text)]
    return Content("\n").join(parts)


def _in_order(entry: Entry) -> list[str]:
    """The names of its own fields: those of its kind in the order of the form, then the others."""
    known = list(KINDS[entry.kind].all_fields) if entry.kind in KINDS else []
    names = [*(name for name in known if name in entry.fields), *(name for name in entry.fields if name not in known)]
    return [name for name in names if name not in _SHOWN_APART]


def _value(entry: Entry, name: str, field: Field | None, today: date) -> str:
    value = entry.fields[name]
    if field is None:
        return ", ".join(value) if isinstance(value, tuple) else str(value)
    return say_day(date.fromisoformat(str(value)), today) if field.shape is Shape.DAY else field.label_of(value)


def _kind(entry: Entry) -> str:
    return KINDS[entry.kind].label if entry.kind in KINDS else entry.kind


def _facts(entry: Entry, zone: str, today: date) -> list[str]:
    facts = [say_when(entry.when.in_zone(zone), today)]
    if entry.minutes:
        facts.append(say_minutes(entry.minutes))
    return [*facts, *(plain_line(f"#{tag}").plain for tag in entry.tags)]
