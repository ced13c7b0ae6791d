"""What somebody wrote since an entry last left: the registers in which what they have differs from the view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.field import Fields
from .change import DELETED
from .heads import Head, differ, presented
from .registers import registers_of
from .view import View


def edits(
    kind: str,
    view: View | None,
    fields: Fields,
    deleted: bool,
    element_key: bytes,
    settled: Iterable[str] = (),
) -> dict[str, object]:
    """The registers to set, with their values (None for what was emptied), so that the view becomes these fields.

    `view` is None for an entry that never left; one that is deleted besides stays here. `settled` are registers of
    which somebody has chosen the version that is presented already: they are set though nothing differs. What is
    written into a deleted entry does not leave.
    """
    if view is None:
        return {} if deleted else registers_of(kind, fields, element_key)
    if view.forgotten:
        return {}
    if deleted:
        return {} if view.deleted else {DELETED: True}
    here = registers_of(kind, fields, element_key)
    there = registers_of(kind, view.fields, element_key)
    differing = {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)}
    found = {name: here.get(name) for name in sorted(differing | (set(settled) - {DELETED}))}
    if view.deleted or DELETED in settled:
        found[DELETED] = None
    return found


def supersedes_for(
    register: str, view: View | None, pending: Mapping[str, tuple[bytes, ...]] | None = None
) -> tuple[bytes, ...]:
    """The changes that a new value takes over from, sorted: those it was made on (`pending`), else those presented.

    Of two versions the one that its writer did not see stays, until they are settled (`pending` has all heads then).
    A deletion takes over from the heads of every register, as far as they were known when it was made.
    """
    if pending and register in pending:
        return pending[register]
    if view is None:
        return ()
    heads = [_presented(register, view)] if register != DELETED else list(view.heads.values())
    return tuple(sorted({head.change for each in heads for head in each if head.change is not None}))


def agrees(register: str, value: object, view: View) -> bool:
    """Whether the changes say this of a register already, and nothing else: sending it would tell nobody anything."""
    if register == DELETED:
        return view.deleted == (value is True) and DELETED not in view.two_versions
    heads = view.heads.get(register, ())
    return (
        not differ(register, heads) and not any(head.missing for head in heads) and presented(register, heads) == value
    )


def _presented(register: str, view: View) -> tuple[Head, ...]:
    """The heads of a register that say what is presented: all, unless they are two versions."""
    heads = view.heads.get(register, ())
    if not differ(register, heads):
        return heads
    shown = presented(register, heads)
    return tuple([head for head in heads if head.missing or head.value == shown])
