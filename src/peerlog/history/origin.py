"""What two versions of a register have in common: the value that both were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .change import Change


def origin_of(
    register: str, one: Iterable[bytes], other: Iterable[bytes], changes: Mapping[bytes, Change]
) -> bytes | None:
    """The last change that both lead back to, the one of the lowest id where there are several; None for none.

    A version is given by the id of its change; one that is only here by the changes that it was made on.
    """
    both = _before(register, one, changes) & _before(register, other, changes)
    earlier = {each for id_ in both for each in _superseded(register, id_, changes)}
    return min(both - earlier, default=None)


def _before(register: str, ids: Iterable[bytes], changes: Mapping[bytes, Change]) -> set[bytes]:
    found: set[bytes] = set()
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += _superseded(register, id_, changes)
    return found


def _superseded(register: str, id_: bytes, changes: Mapping[bytes, Change]) -> tuple[bytes, ...]:
    change = changes.get(id_)
    return change.sets[register].supersedes if change and register in change.sets else ()
