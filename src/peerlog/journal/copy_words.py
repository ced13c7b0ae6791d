"""Exactly what a copy would say, field by field, for its writer to read before it is made."""

from __future__ import annotations

from ..domain.dates import say_day
from ..domain.field import Value
from ..domain.kinds.kind import TEXT, TITLE, WHEN
from .journal import Journal
from .sharing import Copy, choices

_FIRST = (TITLE.name, WHEN.name)


def copied_words(journal: Journal, copy: Copy) -> list[tuple[str, str]]:
    """(label, words) of every field that is copied: title and date first, the text last."""
    return [(_label(journal, copy, name), _said(journal, copy, name)) for name in _in_order(journal, copy)]


def parts_to_copy(journal: Journal, copy: Copy) -> list[tuple[str, str, str]]:
    """(stored name, label, words) of every field that could be copied, for its writer to choose among."""
    possible = choices(copy.of)
    return [
        (name, _label(journal, copy, name), _said(journal, copy, name))
        for name in _in_order(journal, copy)
        if name in possible
    ]


def _in_order(journal: Journal, copy: Copy) -> list[str]:
    form = journal.forms.form_of(copy.of.kind, copy.fields)
    names = [*_FIRST, *(name for name in form if name not in (*_FIRST, TEXT.name)), TEXT.name]
    names += [name for name in copy.fields if name not in names]
    return [name for name in names if name in copy.fields]


def _label(journal: Journal, copy: Copy, name: str) -> str:
    field = journal.forms.form_of(copy.of.kind, copy.fields).get(name)
    return field.label if field else name


def _said(journal: Journal, copy: Copy, name: str) -> str:
    value: Value = copy.fields[name]
    if name == WHEN.name:
        local = journal.entries.when_of(copy.of).local
        return f"{say_day(local.date(), journal.time.today())}, {local:%H:%M}"
    field = journal.forms.form_of(copy.of.kind, copy.fields).get(name)
    if field:
        return field.label_of(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
