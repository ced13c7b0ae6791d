"""Which of what is written others read too, and that nothing in it leads to where they cannot follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..domain.problem import Problem
from .source import Written


def with_groups(
    written: Mapping[str, Sequence[Written]], groups: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Written, ...]]:
    """Everything by person, each part shared as what it belongs to.

    Raises `Problem` for a group that there is not, and for one that its writer is not in.
    """
    shared = {each.key: each for entries in written.values() for each in entries if each.shared}
    return {
        person: tuple(
            _with_group(person, each, {**shared, **{own.key: own for own in entries}}, groups) for each in entries
        )
        for person, entries in written.items()
    }


def check_keys(mine: Sequence[Written], seen: Sequence[Written]) -> None:
    """Raise `Problem` for a key that is used twice, and for a link to nowhere or out of what is shared."""
    by_key: dict[str, Written] = {}
    for each in seen:
        if each.key in by_key:
            raise Problem(f"{each.where}: the key is used twice.")
        by_key[each.key] = each
    for each in mine:
        for key in each.links:
            if key not in by_key:
                raise Problem(f"{each.where}: links: there is no entry “{key}”.")
            if each.shared and by_key[key].shared != each.shared:
                raise Problem(f"{each.where}: links: “{key}” is not shared with the same people.")


def _with_group(
    person: str, each: Written, known: Mapping[str, Written], groups: Mapping[str, tuple[str, ...]]
) -> Written:
    above: Written | None = each
    seen = {each.key}
    while above is not None and above.shared is None:
        above = known.get(above.parent)
        if above is not None and above.key in seen:  # a roundabout way, which is told of where dates are
            above = None
        seen |= {above.key} if above else set()
    group = (above.shared or "") if above is not None else ""
    if group and person not in groups.get(group, ()):
        raise Problem(f"{each.where}: shared: {person} is in no group “{group}”.")
    return replace(each, shared=group)
