"""Peers who write, learn from each other and present what they have, each with nothing but the pure core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count

from tests.history.roster_of_tests import EVERYBODY, SPACE, Roster, device_id, key

from peerlog.domain.entry import entry_id
from peerlog.domain.field import Value
from peerlog.history.change import DELETED, Change
from peerlog.history.compose import Composed, compose
from peerlog.history.difference import edits, supersedes_for
from peerlog.history.ownership import may_set
from peerlog.history.value import Kept
from peerlog.history.view import View, view_of

Values = Mapping[tuple[bytes, str], Kept]
AT = "2026-11-21T21:54:56Z"
MORNING = "2026-11-21T09:00:00+00:00"


@dataclass
class Known:
    """Changes in the order in which they came, and their values."""

    changes: dict[bytes, Change] = field(default_factory=dict)
    values: dict[tuple[bytes, str], Kept] = field(default_factory=dict)

    def learn(self, other: Known) -> None:
        self.changes |= other.changes
        self.values |= other.values

    def take(self, composed: Iterable[Composed]) -> None:
        for each in composed:
            self.changes[each.change.id] = each.change
            self.values |= {(each.change.id, register): kept for register, kept in each.values.items()}


@dataclass
class Peer:
    """One device: what it knows, and where its own chain stands."""

    name: str
    known: Known = field(default_factory=Known)
    seq: int = 0
    prev: bytes | None = None
    salts: count[int] = field(default_factory=lambda: count(1))
    roster: Roster = EVERYBODY

    @property
    def device(self) -> str:
        return device_id(self.name)

    @property
    def member(self) -> str:
        return self.roster.members[self.name]

    def salt(self) -> bytes:
        return sha256(f"{self.name} {next(self.salts)}".encode()).digest()[:16]

    def view(self, entry: str) -> View | None:
        return view_of(entry, of_entry(entry, self.known.changes), self.known.values, self.roster)

    def create(self, kind: str, at: str = AT, **fields: Value) -> str:
        nonce, element_key = self.salt(), self.salt()
        entry = entry_id(SPACE, key(self.name), nonce)
        wanted = {"when": MORNING, **fields}
        sets = {name: (value, ()) for name, value in edits(kind, None, wanted, False, element_key).items()}
        self._sign(entry, kind, sets, at, nonce=nonce, element_key=element_key)
        return entry

    def change(self, entry: str, at: str = AT, settled: Iterable[str] = (), **fields: Value | None) -> list[Composed]:
        """Set fields (None empties one) as this peer sees the entry, as far as it may; settle the registers named."""
        view = self.view(entry)
        if view is None:
            return []
        merged = {name: value for name, value in {**view.fields, **fields}.items() if value is not None}
        whole = {register: tuple(head.change or b"" for head in view.heads.get(register, ())) for register in settled}
        return self._leave(view, edits(view.kind, view, merged, False, view.element_key, settled), at, whole)

    def delete(self, entry: str, at: str = AT) -> list[Composed]:
        view = self.view(entry)
        return self._leave(view, edits(view.kind, view, view.fields, True, b""), at) if view else []

    def forget(self, entry: str, at: str = AT) -> list[Composed]:
        view = self.view(entry)
        return self._sign(entry, view.kind, {}, at, forget=True) if view and view.author == self.member else []

    def _leave(
        self, view: View, wanted: Mapping[str, object], at: str, settled: Mapping[str, tuple[bytes, ...]] | None = None
    ) -> list[Composed]:
        sets = {
            register: (value, supersedes_for(register, view, settled))
            for register, value in wanted.items()
            if may_set(view.kind, register, view.author, self.member)
        }
        return self._sign(view.entry, view.kind, sets, at) if sets else []

    def _sign(
        self,
        entry: str,
        kind: str,
        sets: Mapping[str, tuple[object, tuple[bytes, ...]]],
        at: str,
        *,
        nonce: bytes | None = None,
        element_key: bytes = b"",
        forget: bool = False,
    ) -> list[Composed]:
        composed = compose(
            space=SPACE, device=self.device, seq=self.seq, prev=self.prev, entry=entry, kind=kind, at=at, sets=sets,
            nonce=nonce, element_key=element_key, forget=forget, salt=self.salt,
        )  # fmt: skip
        self.known.take(composed)
        self.seq, self.prev = composed[-1].change.seq, composed[-1].change.id
        return composed

    def copy(self) -> Peer:
        """This device as a backup has it: from here on both write under the same numbers."""
        return replace(self, known=Known(dict(self.known.changes), dict(self.known.values)), salts=count(10**6))


def of_entry(entry: str, changes: Mapping[bytes, Change]) -> list[Change]:
    return [each for each in changes.values() if each.entry == entry]


def views(changes: Iterable[Change], values: Values, roster: Roster = EVERYBODY) -> dict[str, View | None]:
    """A whole space as its changes have it, by entry."""
    of: dict[str, list[Change]] = {}
    for change in changes:
        of.setdefault(change.entry, []).append(change)
    return {entry: view_of(entry, each, values, roster) for entry, each in of.items()}


__all__ = ["AT", "DELETED", "MORNING", "Known", "Peer", "Values", "of_entry", "views"]
