"""Exactly what a copy would say, field by field, for its writer to read before it is made."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.dates import say_day
from ...domain.entry import Entry
from ...domain.field import Field, Value
from ...domain.kinds.kind import TEXT, TITLE, WHEN
from ..circle.circles import Circle
from ..journal import Journal
from .sharing import Copy, choices

_FIRST = (TITLE.name, WHEN.name)


def copied_words(journal: Journal, of: Entry, fields: Mapping[str, Value]) -> list[tuple[str, str]]:
    """(label, words) of each of the `fields` that are copied of an entry: title and date first, the text last."""
    form = journal.forms.form_of(of.kind, fields)
    return [(_label(form, name), _said(journal, of, form, name, fields[name])) for name in _in_order(form, fields)]


def who_reads(circle: Circle) -> str:
    """Whom a copy is for, by name; those who are still to come where nobody has joined."""
    return circle.with_whom if circle.others else "whoever joins"


def parts_to_copy(journal: Journal, copy: Copy) -> list[tuple[str, str, str]]:
    """(stored name, label, words) of every field that could be copied, for its writer to choose among."""
    possible = choices(copy.of)
    form = journal.forms.form_of(copy.of.kind, copy.fields)
    return [
        (name, _label(form, name), _said(journal, copy.of, form, name, copy.fields[name]))
        for name in _in_order(form, copy.fields)
        if name in possible
    ]


def _in_order(form: Mapping[str, Field], fields: Mapping[str, Value]) -> list[str]:
    names = [*_FIRST, *(name for name in form if name not in (*_FIRST, TEXT.name)), TEXT.name]
    names += [name for name in fields if name not in names]
    return [name for name in names if name in fields]


def _label(form: Mapping[str, Field], name: str) -> str:
    return form[name].label if name in form else name


def _said(journal: Journal, of: Entry, form: Mapping[str, Field], name: str, value: Value) -> str:
    if name == WHEN.name:
        local = journal.entries.when_of(of).local
        return f"{say_day(local.date(), journal.time.today())}, {local:%H:%M}"
    if name in form:
        return form[name].label_of(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
