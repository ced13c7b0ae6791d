"""What a space holds, against the rules by which it was stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..domain.entry import Entry, entry_id
from ..domain.field import Field, Shape, Value, clean_fields
from ..domain.kinds import KINDS
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..errors import Damaged
from .finding import Finding
from .position import first_of_minute
from .rows import COLUMNS, columns_from, entry_in, json_object, load_fields, searched_words
from .space import Row, Space
from .tokens import key_tokens_of_format_1

EVERY = 500
"""How many entries are read at a time."""

_UNREADABLE = "cannot be read"
_UNKNOWN = "of a kind that this peerlog does not know"
_UNFIT = "hold what this peerlog would not have stored"
_FOREIGN = "bear an id that is not theirs"
_MISPLACED = "do not stand at their date"
_UNFINDABLE = "cannot be found by all of their words"
_BROKEN_LINE = "lack earlier versions, or have too many"
_BAD_VERSIONS = "have earlier versions that cannot be read"
_NOT_GONE = "were forgotten and are still there"


def check_entries(space: Space, label: str, step: Callable[[], None]) -> list[Finding]:
    """Read every entry, version and draft; one finding for each rule that is broken, one in all when none is."""
    wrong: dict[str, list[str]] = {}
    tags: Counter[str] = Counter()
    devices = {number: bytes(key) for number, key in space.rows("SELECT number, key FROM device")}
    count = 0
    for row in _walk(space, step):
        count += 1
        id_ = bytes(row[0]).hex()
        broken, entry = _examine(row, space, devices)
        for rule in broken:
            wrong.setdefault(rule, []).append(id_)
        if entry and not entry.deleted:
            tags.update({tag.casefold() for tag in entry.tags})
    for rule, ids in _versions(space):
        if ids:
            wrong.setdefault(rule, []).extend(ids)
    step()
    findings = [
        Finding("note" if rule == _UNKNOWN else "problem", f"{label}: {_entries(len(ids))} {rule} ({_named(ids)}).")
        for rule, ids in wrong.items()
    ]
    findings += _tags(space, label, tags) + _drafts(space, label) + _keys(space, label)
    if not findings:
        versions = space.rows("SELECT count(*) FROM version")[0][0]
        findings.append(
            Finding("ok", f"{label}: {_entries(count)} and {versions:,} earlier versions, whole and readable.")
        )
    return findings


def _walk(space: Space, step: Callable[[], None]) -> Iterator[Row]:
    after = -1
    while rows := space.rows(
        f"SELECT {COLUMNS}, pos, nonce, device, more, keys, cjk FROM entry WHERE pos > ? ORDER BY pos LIMIT {EVERY}",
        (after,),
    ):
        yield from rows
        after = rows[-1][-6]
        step()


def _examine(row: Row, space: Space, devices: Mapping[int, bytes]) -> tuple[list[str], Entry | None]:
    """The rules that an entry breaks, and the entry unless it cannot be read."""
    *stored, pos, nonce, device, more, keys, cjk = row
    try:
        entry = entry_in(space, tuple(stored))
        when = Moment.parse(str(entry.fields["when"]))
        follows = columns_from(entry)
    except (Damaged, Problem, KeyError, TypeError, AttributeError, ValueError):
        return [_UNREADABLE], None
    fits = _fits(entry.kind, entry.fields)
    checks = {
        _UNKNOWN: fits is not None,
        _UNFIT: fits is not False,
        _FOREIGN: device in devices and entry.id == entry_id(space.id, devices[device], bytes(nonce)),
        _MISPLACED: pos >= first_of_minute(when),
        # Entries that were saved before words were folded lack the folded ones, and are whole.
        _UNFINDABLE: more in (follows["more"], searched_words(entry))
        and (keys, cjk) == (key_tokens_of_format_1(entry) if space.format == 1 else follows["keys"], follows["cjk"]),
    }
    return [rule for rule, holds in checks.items() if not holds], entry


def _fits(kind: str, fields: Mapping[str, Value]) -> bool | None:
    """Whether the domain's rules would leave the fields as they are; None for a kind that is not known here."""
    if kind not in KINDS:
        return None
    allowed = KINDS[kind].all_fields
    if further := KINDS[kind].further:
        # A template of the user's own may be on another machine, so its fields go by what they hold.
        allowed |= {name: _field_for(name, value) for name, value in fields.items() if name.startswith(further.prefix)}
    try:
        return clean_fields(fields, allowed) == dict(fields)
    except Problem:
        return False


def _field_for(name: str, value: object) -> Field:
    if isinstance(value, tuple):
        return Field(name, name, Shape.NAMES)
    return Field(name, name, Shape.NUMBER if isinstance(value, int) else Shape.PROSE)


def _versions(space: Space) -> Iterator[tuple[str, list[str]]]:
    """Every entry of version N has the versions 1 to N - 1, and there are none of entries that are gone."""
    rows = space.rows(
        "SELECT coalesce(entry.id, kept.entry) FROM entry FULL JOIN ("
        "  SELECT entry, count(*) AS many, min(number) AS first, max(number) AS last FROM version GROUP BY entry"
        ") AS kept ON kept.entry = entry.id"
        " WHERE entry.id IS NULL OR coalesce(many, 0) <> entry.version - 1 OR first <> 1 OR last <> many"
    )
    yield _BROKEN_LINE, [bytes(id_).hex() for (id_,) in rows]
    bad: dict[str, None] = {}
    after: tuple[Any, int] = (b"", 0)
    while rows := space.rows(
        "SELECT entry, number, kind, fields FROM version WHERE (entry, number) > (?, ?) ORDER BY entry, number"
        f" LIMIT {EVERY}",
        after,
    ):
        after = rows[-1][:2]
        for id_, _, kind, fields in rows:
            if not _readable(kind, fields):
                bad[bytes(id_).hex()] = None
    yield _BAD_VERSIONS, list(bad)
    rows = space.rows("SELECT entry FROM forgotten WHERE entry IN (SELECT id FROM entry)")
    yield _NOT_GONE, [bytes(id_).hex() for (id_,) in rows]


def _readable(kind: str, text: str) -> bool:
    try:
        return _fits(kind, load_fields(text)) is not False
    except (Damaged, TypeError):
        return False


def _tags(space: Space, label: str, tags: Counter[str]) -> list[Finding]:
    counted: dict[str, int] = dict(space.rows("SELECT folded, uses FROM tag"))
    wrong = {tag for tag in counted.keys() | tags.keys() if counted.get(tag, 0) != tags[tag]}
    if not wrong:
        return []
    return [Finding("problem", f"{label}: the number of uses of {len(wrong):,} tags is wrong.", "Nothing is lost.")]


def _drafts(space: Space, label: str) -> list[Finding]:
    bad = 0
    for (fields,) in space.rows("SELECT fields FROM draft"):
        try:
            json_object(fields)
        except Damaged:
            bad += 1
    return [Finding("problem", f"{label}: {bad:,} drafts cannot be read.")] if bad else []


def _keys(space: Space, label: str) -> list[Finding]:
    """Each signing key's public half follows from its secret half."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    own = "WHERE own = 1" if space.format >= 3 else ""
    for key, seed in space.rows(f"SELECT key, seed FROM device {own}"):
        if Ed25519PrivateKey.from_private_bytes(bytes(seed)).public_key().public_bytes_raw() != bytes(key):
            return [
                Finding("problem", f"{label}: this device's signing key is broken.", "“peerlog restore” enrols anew.")
            ]
    return []


def _entries(count: int) -> str:
    return f"{count:,} entr{'y' if count == 1 else 'ies'}"


def _named(ids: list[str]) -> str:
    return ", ".join(id_[:8] for id_ in ids[:3]) + (", …" if len(ids) > 3 else "")
