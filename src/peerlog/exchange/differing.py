"""What the changes of an entry, and what is only here of it, leave beside each other; and putting an end to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..domain.entry import Entry
from ..domain.field import Fields
from ..history.change import DELETED, Change
from ..history.difference import supersedes_for
from ..history.heads import Head, Local, beside_deletion
from ..history.origin import origin_of
from ..history.registers import fields_of, registers_of
from ..history.roster import Roster
from ..history.strict_json import BadText
from ..history.value import decode, encode
from ..history.view import View
from ..vault.changes import Changes
from ..vault.entries import Entries
from ..vault.space import Space
from .keys import device_in_use
from .membership import roster_in
from .refreshing import Refresher


@dataclass(frozen=True, slots=True)
class Apart:
    """An entry as it stands, with everything that was said of it and that nothing later takes over from.

    `view` has what is only here beside what has come, `sent` is without it.
    """

    row: Entry
    view: View
    sent: View
    changes: Mapping[bytes, Change]
    local: Mapping[str, Local]

    def heads(self, register: str) -> tuple[Head, ...]:
        return self.view.heads.get(register, ())

    @property
    def beside_deletion(self) -> dict[str, list[Head]]:
        """By register what no deletion of the entry knew of."""
        return beside_deletion(self.view.heads, self.changes, self.local)

    def fields(self, register: str, value: object) -> Fields:
        """The fields that a value of a register stands for; what says nothing is left out."""
        return fields_of(self.view.kind, {register: value}, self.view.element_key)

    def seal(self, register: str) -> str:
        """What stands for exactly these versions, so that nobody settles others than they have seen."""
        registers = sorted(self.view.heads) if register == DELETED else [register]
        said = [
            [each, head.change.hex() if head.change else "", encode(head.value)]
            for each in registers
            for head in self.heads(each)
        ]
        return json.dumps(said)


@dataclass(frozen=True, slots=True)
class Before:
    """How a register was before two versions of it were settled: its fields, and what an edit of it was made on.

    `made_on` is None where it had not been edited here. `settled_before` is the same of a settling before.
    """

    fields: Fields
    made_on: tuple[bytes, ...] | None
    deletes: bool
    settled_before: str

    @staticmethod
    def text(value: object, made_on: tuple[bytes, ...] | None, *, deletes: bool, settled_before: str) -> str:
        """JSON, to be kept beside the edit that settles."""
        ids = None if made_on is None else [each.hex() for each in made_on]
        return encode({"value": value, "made_on": ids, "deletes": deletes, "before": settled_before})

    @classmethod
    def read(cls, kind: str, register: str, text: str) -> Before:
        said = json.loads(text)
        fields = {} if register == DELETED else fields_of(kind, {register: said["value"]}, b"")
        ids = None if said["made_on"] is None else tuple(bytes.fromhex(each) for each in said["made_on"])
        return cls(fields, ids, said["deletes"], said["before"])


class Settling:
    """Works on one space inside one transaction."""

    def __init__(self, space: Space, now: str) -> None:
        self._space = space
        self._changes = Changes(space)
        self._entries = Entries(space)
        self._now = now

    @cached_property
    def roster(self) -> Roster:
        return roster_in(self._space)

    @cached_property
    def _refresher(self) -> Refresher:
        return Refresher(self._space, self.roster, self._now)

    def is_this_device(self, device: str) -> bool:
        return device == device_in_use(self._space).id

    def marked(self) -> list[tuple[str, str, str]]:
        """(entry, register, since) of everything that has two versions, the oldest first."""
        return self._changes.two_versions()

    def settled(self) -> list[tuple[str, str]]:
        """(entry, register) of what was settled here and has not left."""
        return self._changes.all_settled()

    def apart(self, entry: str) -> Apart | None:
        """How an entry stands; None when it is not here, or nothing of it has ever left or come."""
        row = self._entries.find(entry)
        sent = self._refresher.view(entry)
        if row is None or sent is None or sent.forgotten:
            return None
        local = self._refresher.all_local(row, sent)
        view = (self._refresher.view(entry, local) or sent) if local else sent
        return Apart(row, view, sent, {each.id: each for each in self._changes.of_entry(entry)}, local)

    def origin(self, apart: Apart, register: str, one: Head, other: Head) -> object:
        """The value that both versions were made from; None when it is not known."""
        made_of, other_made_of = (self._made_of(apart, register, head) for head in (one, other))
        found = origin_of(register, made_of, other_made_of, apart.changes)
        kept = self._changes.values_of(apart.row.id).get((found, register)) if found else None
        try:
            return decode(kept[1]) if kept else None
        except BadText:
            return None

    def hold(self, entry: str) -> None:
        """Before something is settled: keep on what the edits made here were made."""
        self._refresher.set_aside((entry,))

    def settle(self, apart: Apart, register: str, *, deletes: bool = False) -> None:
        """Let what the row says now take the place of every version of a register, as soon as it leaves.

        `apart` is how it stood before the row was changed. A deletion, and keeping what was deleted, takes the place
        of everything that is known of the entry.
        """
        heads = (
            supersedes_for(DELETED, apart.sent)
            if register == DELETED
            else tuple(sorted(head.change for head in apart.sent.heads.get(register, ()) if head.change))
        )
        before = self._before(apart, register)
        self._changes.keep_pending(apart.row.id, register, heads, deletes=deletes, before=before)
        self._write_anew(apart.row.id)

    def before(self, entry: str, register: str) -> Before | None:
        """How a register was before it was settled here; None when that has left, or nobody settled it here."""
        kept = self._changes.settled(entry).get(register)
        row = self._entries.find(entry)
        return Before.read(row.kind, register, kept) if kept and row else None

    def unsettle(self, entry: str, register: str, before: Before) -> None:
        """Let the two versions stand again that were settled here; the row has been changed back."""
        self._refresher.set_aside((entry,))
        if before.made_on is None:
            self._changes.drop_pending(entry, register)
        else:
            earlier = before.settled_before
            self._changes.keep_pending(entry, register, before.made_on, deletes=before.deletes, before=earlier)
        self._refresher.refresh(entry)

    def put_beside(self, apart: Apart, registers: Iterable[str]) -> None:
        """Let what the row says now of these registers stand beside what others said, as made without knowing of it.

        `apart` is how the entry stood before the row was changed. An edit of one's own that has not left is replaced.
        """
        for register in registers:
            if register not in apart.local:
                made_on = {
                    each
                    for head in apart.sent.heads.get(register, ())
                    if head.change
                    for each in apart.changes[head.change].sets[register].supersedes
                }
                self._changes.keep_pending(apart.row.id, register, sorted(made_on))
        self._write_anew(apart.row.id)

    def decided(self, entry: str) -> None:
        """After somebody here has moved an entry to the trash, or brought it back: that counts, with all they know."""
        self._changes.drop_pending(entry, DELETED)
        self._write_anew(entry)

    def _write_anew(self, entry: str) -> None:
        """Bring the row to what there is of it, with everything that was changed in it here."""
        self._refresher.set_aside((entry,))
        self._refresher.refresh(entry)

    def _before(self, apart: Apart, register: str) -> str:
        """JSON of what brings back a register as it was: its value here, and what that was made on."""
        mine = apart.local.get(register)
        return Before.text(
            registers_of(apart.row.kind, apart.row.fields, apart.view.element_key).get(register),
            None if mine is None else mine.supersedes,
            deletes=register == DELETED and mine is not None and mine.value is True,
            settled_before=self._changes.settled(apart.row.id).get(register, ""),
        )

    def _made_of(self, apart: Apart, register: str, head: Head) -> tuple[bytes, ...]:
        return (head.change,) if head.change else apart.local[register].supersedes
