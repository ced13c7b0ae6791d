"""Saving a form that was opened before others' edits came: what only one side changed is kept, from both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.field import Fields, Value
from ...exchange.differing import Settling
from ...history.registers import COMPOUNDS

if TYPE_CHECKING:
    from ..space_entries import SpaceEntries

_COMPOUND_OF = {name: names for names in COMPOUNDS.values() for name in names}


def save_over(entries: SpaceEntries, now: Entry, was: Fields, typed: Fields, stamp: str) -> Entry:
    """Save the fields `typed` into a form that showed an entry as it `was`, which is another one `now`.

    What was left alone in the form stays as it is now. What both changed has two versions afterwards. Runs inside a
    transaction.
    """
    fields: dict[str, Value] = dict(now.fields)
    beside: list[str] = []
    for names in _together({*was, *now.fields, *typed}):
        if _same(names, was, typed) or _same(names, now.fields, typed):
            continue
        if all(isinstance(each.get(names[0], ()), tuple) for each in (was, now.fields, typed)):
            _put(fields, names, {names[0]: _elements(names[0], was, now.fields, typed)})
            continue
        _put(fields, names, typed)
        if not _same(names, was, now.fields):
            beside.append(names[0])
    settling = Settling(entries.space, stamp)
    settling.hold(now.id)
    apart = settling.apart(now.id)
    saved = entries.save(now.id, fields)
    if apart is not None and beside:
        settling.put_beside(apart, beside)
    return saved


def _together(names: set[str]) -> list[tuple[str, ...]]:
    """The names of fields, those together that only mean something together."""
    return sorted({_COMPOUND_OF.get(name, (name,)) for name in names})


def _same(names: tuple[str, ...], one: Fields, other: Fields) -> bool:
    return all(one.get(name) == other.get(name) for name in names)


def _put(fields: dict[str, Value], names: tuple[str, ...], values: Mapping[str, Value]) -> None:
    for name in names:
        fields.pop(name, None)
        if values.get(name):
            fields[name] = values[name]


def _elements(name: str, was: Fields, now: Fields, typed: Fields) -> tuple[str, ...]:
    """The elements that are there now, with those added in the form and without those taken out in it."""
    before, here, wanted = (set(_members(each.get(name))) for each in (was, now, typed))
    return tuple(sorted((here | (wanted - before)) - (before - wanted)))


def _members(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
