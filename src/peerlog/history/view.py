"""The view: what a set of changes of one entry adds up to, whatever their order and however often each came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..domain.entry import entry_id
from ..domain.field import Fields
from ..domain.moment import Moment
from .change import DELETED, Change
from .heads import Head, Local, deletion, differ, heads_of, presented
from .ownership import may_forget, may_set
from .people import People
from .registers import fields_of
from .value import Kept, matches


class View(NamedTuple):
    """One entry as the changes have it.

    `author` is the member whose `device` its id was made for, `created` the creating change's claim of when.
    `element_key` makes the registers of its sets (empty while the value that holds it is missing). `fields` are as
    presented, and always have `when`. `two_versions` are the registers whose heads differ; `DELETED` among them is a
    deletion beside an edit.
    `refused` are changes without effect, and why. Of a forgotten entry nothing is left but who made it.
    """

    entry: str
    kind: str
    author: str
    device: str
    nonce: bytes
    created: str
    element_key: bytes
    heads: Mapping[str, tuple[Head, ...]]
    fields: Fields
    deleted: bool
    forgotten: bool
    two_versions: frozenset[str]
    refused: tuple[tuple[bytes, str], ...]


def view_of(
    entry: str,
    changes: Iterable[Change],
    values: Mapping[tuple[bytes, str], Kept],
    people: People,
    local: Mapping[str, Local] | None = None,
) -> View | None:
    """What `changes` add up to, with what is only here (`local`, by register) beside them.

    None as long as the change that creates the entry is not among them. `values` are those of (change id, register);
    one that does not match its digest counts as missing.
    """
    known = {change.id: change for change in changes}
    makers = {
        id_: maker for id_, each in known.items() if each.nonce is not None and (maker := _maker(each, entry, people))
    }
    if not makers:
        return None
    creation = min((known[id_] for id_ in makers), key=lambda change: (change.seq, change.id))
    assert creation.nonce is not None
    maker = makers[creation.id]
    author = people.member_of(maker) or ""
    refused = {id_: why for id_, each in known.items() if (why := _objection(each, creation, author, people))}
    admitted = {id_: each for id_, each in known.items() if id_ not in refused}
    without_effect = tuple(sorted(refused.items()))
    about = (entry, creation.kind, author, maker, creation.nonce, creation.at)
    if any(change.forget for change in admitted.values()):
        return View(*about, b"", {}, {}, False, True, frozenset(), without_effect)
    local = local or {}
    heads = heads_of(admitted.values(), values, people, local)
    deleted, beside = deletion(heads, admitted, local)
    differing = frozenset([name for name, each in heads.items() if len(each) > 1 and differ(name, each)])
    key = element_key_of(creation, values)
    fields = dict(fields_of(creation.kind, {name: presented(name, each) for name, each in heads.items()}, key))
    if "when" not in fields:
        fields["when"] = str(Moment.parse(creation.at))
    return View(
        *about, key, heads, fields, deleted, False, differing | ({DELETED} if beside else frozenset()), without_effect
    )


def element_key_of(creation: Change, values: Mapping[tuple[bytes, str], Kept]) -> bytes:
    """What makes the registers of an entry's sets: the salt of `when` in the change that creates it."""
    kept = values.get((creation.id, "when"))
    return kept[0] if kept and matches(creation.sets["when"].digest, kept) else b""


def _maker(change: Change, entry: str, people: People) -> str | None:
    """The device whose key is in the entry's id, if this change creates it: the one that signed it, as a rule.

    It is another of the same member when that has lost what was to leave, and goes on under new keys from an older
    copy. Nobody else's will do.
    """
    if change.nonce is None or change.entry != entry or _not_counting(change, people):
        return None
    for device in _devices_of_member(change.device, people):
        key = people.key_of(device)
        if key is not None and entry == entry_id(change.space, key, change.nonce):
            return device
    return None


def _devices_of_member(device: str, people: People) -> Iterator[str]:
    """The devices of a device's member, itself first."""
    yield device
    yield from people.devices_of(people.member_of(device) or "")


def _not_counting(change: Change, people: People) -> str:
    if people.member_of(change.device) is None:
        return "it is from a device of nobody here"
    last = people.last_of(change.device)
    return "its device had been retired" if last is not None and change.seq > last else ""


def _objection(change: Change, creation: Change, author: str, people: People) -> str:
    """Why a change has no effect; empty for one that has."""
    if why := _not_counting(change, people):
        return why
    if change.entry != creation.entry or change.space != creation.space:
        return "it belongs elsewhere"
    if change.kind != creation.kind:
        return "it takes the entry for one of another kind"
    if change.nonce is not None and (change.nonce != creation.nonce or people.member_of(change.device) != author):
        return "it creates an entry that is another's"
    member = people.member_of(change.device) or ""
    if change.forget:
        return "" if may_forget(change.kind, author, member) else "only its author may have it forgotten"
    for register in change.sets:
        if not may_set(change.kind, register, author, member):
            return "it changes what belongs to its author alone"
    return ""
