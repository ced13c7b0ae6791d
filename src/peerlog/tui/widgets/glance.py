"""A look at one entry beside a list, on wide screens: what it is, its fields, its text as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...domain.dates import say_day
from ...domain.entry import Draft, Entry
from ...domain.field import Field, Shape
from ...domain.kinds import KINDS, STRUCTURE
from ...domain.kinds.kind import LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN
from ...domain.minutes import say_minutes
from .entry_line import label_from
from .plain import plain, plain_line
from .space_words import say_space
from .when import say_when

_SHOWN_APART = {field.name for field in (LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN)} | STRUCTURE | {"vent"}


Form = Mapping[str, Field]


class Glance(VerticalScroll, can_focus=False):
    """Empty until it is shown an entry."""

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, thing: Entry | Draft | None, zone: str, today: date, form: Form | None = None) -> None:
        """`zone` is the journal's own, in which an entry's date is said; without a `form` it is that of the kind."""
        said = Content()
        if thing:
            known = form or (KINDS[thing.kind].all_fields if thing.kind in KINDS else {})
            said = _said(thing, zone, today, known) if isinstance(thing, Entry) else _begun(thing, known)
        self.query_one(Static).update(said)
        self.scroll_home(animate=False)


def _begun(draft: Draft, form: Form) -> Content:
    """What is written of it; what is no text may be typed only halfway."""
    kind = KINDS[draft.kind].label.lower() if draft.kind in KINDS else "entry"
    parts = [
        _heading(f"Unfinished {kind}", draft.with_whom),
        plain_line(str(draft.fields.get(TITLE.name) or "")).stylize("bold"),
    ]
    for name in _in_order(draft.fields, form):
        field, value = form.get(name), draft.fields[name]
        if isinstance(value, str) and value and (field is None or field.shape in (Shape.LINE, Shape.PROSE)):
            parts.append(_labelled(field.label if field else label_from(name), plain(value), field))
    text = draft.fields.get(TEXT.name)
    parts.append(plain(text) if isinstance(text, str) else Content())
    return Content("\n\n").join(part for part in parts if part)


def _heading(kind: str, with_whom: str) -> Content:
    return Content.assemble((kind, "$quiet"), "   ", say_space(with_whom))


def _said(entry: Entry, zone: str, today: date, form: Form) -> Content:
    parts = [
        _heading(_kind(entry), entry.with_whom),
        plain_line(entry.headline).stylize("bold"),
        Content(" · ".join(_facts(entry, zone, today))).stylize("$quiet"),
        Content(),
    ]
    for name in _in_order(entry.fields, form):
        field = form.get(name)
        value = plain(_value(entry, name, field, today))
        parts.append(_labelled(field.label if field else label_from(name), value, field))
    if entry.text:
        parts += [Content(), plain(entry.text)]
    return Content("\n").join(parts)


def _labelled(label: str, value: Content, field: Field | None) -> Content:
    """A label and what stands beside it, or below it where that is a text."""
    said = plain_line(label).stylize("$quiet")
    is_text = field is not None and field.shape is Shape.PROSE
    return Content.assemble(said, "\n" if is_text else "  ", value)


def _in_order(fields: Mapping[str, object], form: Form) -> list[str]:
    """The names of its own fields: those of the form in its order, then the others."""
    names = [*(name for name in form if name in fields), *(name for name in fields if name not in form)]
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
