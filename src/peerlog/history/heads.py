"""The heads of a register: what was last said of it, apart from each other, and which of them is presented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from .change import DELETED, Change
from .people import People
from .strict_json import BadText
from .value import Kept, decode, encode, matches


class Local(NamedTuple):
    """What the person at this device has in a register, and has not sent: its value, made on these changes."""

    value: object
    supersedes: tuple[bytes, ...]


class Head(NamedTuple):
    """One value of a register that nothing later takes over from.

    `change` is the id of the change that set it, `member` and `device` who; all three are empty for what is only
    here. `at` is that change's claim. `missing`: its value is not here (any more), or is not the one it was; then
    `value` is None.
    """

    change: bytes | None
    member: str
    device: str
    at: str
    value: object
    missing: bool = False


def heads_of(
    admitted: Iterable[Change], values: Mapping[tuple[bytes, str], Kept], people: People, local: Mapping[str, Local]
) -> dict[str, tuple[Head, ...]]:
    """For each register its heads: what is only here first, then by the id of the change."""
    admitted = list(admitted)
    if len(admitted) == 1 and not local:  # most entries are new and have one change
        (only,) = admitted
        return {register: (_head(only, register, values, people),) for register in only.sets}
    setters: dict[str, list[Change]] = {}
    gone = {(register, each) for register, mine in local.items() for each in mine.supersedes}
    for change in sorted(admitted, key=attrgetter("id")):
        for register, sets in change.sets.items():
            setters.setdefault(register, []).append(change)
            for each in sets.supersedes:
                gone.add((register, each))
    found: dict[str, tuple[Head, ...]] = {}
    for register, changes in setters.items():
        live = [each for each in changes if (register, each.id) not in gone] if gone else changes
        found[register] = tuple([_head(each, register, values, people) for each in live])
    for register, mine in local.items():
        found[register] = (Head(None, "", "", "", mine.value), *found.get(register, ()))
    return found


def _head(change: Change, register: str, values: Mapping[tuple[bytes, str], Kept], people: People) -> Head:
    kept, value, missing = values.get((change.id, register)), None, True
    if kept is not None and matches(change.sets[register].digest, kept):
        try:
            value, missing = decode(kept[1]), False
        except BadText:
            missing = True
    return Head(change.id, people.member_of(change.device) or "", change.device, change.at, value, missing)


def presented(register: str, heads: Sequence[Head]) -> object:
    """The value that is shown: of several the one that is only here, else that of the lowest change id.

    An element is in its set when any head has it.
    """
    if len(heads) == 1:
        return heads[0].value
    here = [head.value for head in heads if not head.missing]
    if "/" in register:
        here = [value for value in here if value is not None]
    return here[0] if here else None


def differ(register: str, heads: Sequence[Head]) -> bool:
    """Whether these are two versions: elements and places among siblings never are."""
    if "/" in register or register == "position":
        return False
    return len({encode(head.value) for head in heads if not head.missing}) > 1


def deletion(
    heads: Mapping[str, Sequence[Head]], changes: Mapping[bytes, Change], local: Mapping[str, Local]
) -> tuple[bool, bool]:
    """Whether the entry is deleted, and whether its deletion stands beside something that it did not know of."""
    if not _deletions(heads):
        return False, False
    beside = differ(DELETED, heads[DELETED]) or bool(beside_deletion(heads, changes, local))
    return not beside, beside


def beside_deletion(
    heads: Mapping[str, Sequence[Head]], changes: Mapping[bytes, Change], local: Mapping[str, Local]
) -> dict[str, list[Head]]:
    """By register the heads that no deletion of the entry knew of; none when nobody deletes it.

    A deletion names the heads of every register as they were when it was made, and knows what its own change sets:
    one that is only here knows everything that is only here.
    """
    known: set[bytes | None] = set()
    deletions = _deletions(heads)
    for head in deletions:
        before = local[DELETED] if head.change is None else changes[head.change].sets[DELETED]
        known.update((head.change, *before.supersedes))
    return {
        register: unknown
        for register, each in heads.items()
        if deletions and register != DELETED and (unknown := [head for head in each if head.change not in known])
    }


def _deletions(heads: Mapping[str, Sequence[Head]]) -> list[Head]:
    return [head for head in heads.get(DELETED, ()) if head.value is True]
