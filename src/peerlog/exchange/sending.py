"""What would leave a space, and making it leave: signing, one update for everybody, and one for who fell behind."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice

from ..crypto import sshsig
from ..domain.entry import PRIVATE, Entry
from ..domain.field import Fields
from ..errors import Busy, Refused
from ..history.change import DELETED
from ..history.compose import compose
from ..history.difference import agrees, edits, supersedes_for
from ..history.ownership import may_leave
from ..history.statement import read_statement
from ..history.view import View
from ..vault.changes import Changes
from ..vault.entries import Entries
from ..vault.space import Space
from ..vault.statements import learned_numbers, statements_head
from ..vault.updates import Known, Update, Updates
from .due import ROSTER, DueChanges, keep_told
from .keys import device_in_use, next_update
from .membership import readers, roster_in
from .refreshing import Refresher
from .update_writer import Outgoing as Outgoing
from .update_writer import UpdateWriter


@dataclass(frozen=True, slots=True)
class Leaving:
    """One entry of which something would leave.

    `entry` is how it stands here, None for one that is forgotten. `registers` are the values that would leave by the
    name of what merges by itself (DESIGN 5), `new` says that nothing of it has left before; `before` are its fields as
    others have them.
    """

    id: str
    kind: str
    entry: Entry | None
    registers: dict[str, object]
    new: bool
    forgets: bool = False
    before: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Edit:
    leaving: Leaving
    view: View | None
    supersedes: dict[str, tuple[bytes, ...]]
    element_salt: bytes


class Sender:
    """The only way out of a space: it is handed one space's open database and takes recipients from its roster."""

    def __init__(self, space: Space, now: str) -> None:
        self._space = space
        self._now = now
        self._changes = Changes(space)
        self._updates = Updates(space)
        self._entries = Entries(space)
        self.roster = roster_in(space)
        self._keys = device_in_use(space)
        self._readers = readers(space, self.roster)

    @property
    def device(self) -> str:
        """The id of the device that signs."""
        return self._keys.id

    def leaving(self, most: int | None = None) -> list[Leaving]:
        """What would leave now, signed by nobody yet; the first `most` of it."""
        return [edit.leaving for edit in islice(self._edits(), most)]

    def unconfirmed(self) -> int:
        """How many edits of this device somebody has not yet confirmed."""
        return self._due().unconfirmed()

    def something_is_due(self) -> bool:
        """Whether an update has to leave: something new, one that was never handed over, or somebody fell behind."""
        return (
            any(True for _ in self._edits())
            or self._not_handed_over()
            or bool(self._due().find().catch_up)
            or self._news()
        )

    def send(
        self,
        expected: str | None = None,
        *,
        again: bool = False,
        most: int | None = None,
        run: int = 0,
    ) -> list[Outgoing]:
        """Sign what leaves and write the updates; stored for good when this returns, handed over by the caller.

        `expected` is the `fingerprint` of what was shown to its writer: raises `Busy` when something else would leave
        by now. `again` sends what nobody has confirmed although nothing is new. Raises `Refused` alone in a space.

        With `most`, a part: so many entries at most, and so many edits for each device that has fallen behind. The
        next part follows when this one has been handed over, until there is none; `run` is the number that the first
        update of all these had.
        """
        if not any(each.id != self._keys.id for each in self._readers):
            raise Refused("There is nobody here to send anything to yet.", "Invite somebody first.")
        with self._space.write():
            edits = list(islice(self._edits(), most))
            if expected is not None and fingerprint(edit.leaving for edit in edits) != expected:
                raise Busy("Something was written meanwhile, so nothing has left.", "Look at it once more.")
            number = next_update(self._space)
            wanted = bool(edits) or again or self._not_handed_over() or self._news()
            before = self._changes.newest() if run else 0
            self._sign(edits, number)
            if most is None or len(edits) < most:
                self._let_go_of_what_is_said(edits)
            writer = UpdateWriter(self._space, self._keys, self._readers, self._now)
            looking = self._due(run)
            due = looking.find(after=before, most=most)
            made: list[Outgoing] = []
            everybody = [each.id for each in self._readers]
            if wanted:
                made += writer.updates_of(due.common, everybody, all_statements_too=looking.somebody_lacks_statements())
                made[-1] = replace(made[-1], told=due.told, upto=max(due.common, default=0))
            for device, numbers in due.catch_up.items():
                own = writer.updates_of(numbers, [device], all_statements_too=True)
                made += [*own[:-1], replace(own[-1], catch_up=tuple(numbers))]
            self._updates.keep_departures((edit.leaving.id for edit in edits), number)
            return made

    def handed_over(self, outgoing: Outgoing, name: str) -> None:
        """Note that an update was written where it was meant to go."""
        with self._space.write():
            found = self._updates.find(outgoing.digest)
            assert found is not None
            self._updates.keep(replace(found, name=name))
            if outgoing.catch_up:
                keep_told(self._space, outgoing.to[0], outgoing.number, outgoing.catch_up)
            for device in outgoing.told:
                keep_told(self._space, device, outgoing.number, [outgoing.upto])

    def confirmed(self) -> list[Update]:
        """Our updates of which every device that they were for has said that it knows what was in them.

        Whoever does not know the same statements yet may need any of them, for a retirement leaves without a change.
        """
        known, statements = self._updates.known(), statements_head(self._space)
        knowing = {device for device, each in known.items() if each.heads.get(ROSTER) == statements} | {self._keys.id}
        return [
            each
            for each in self._updates.of_device(self._keys.id)
            if knowing.issuperset(each.to)
            and all(_has(known.get(device), self._keys.id, each.upto) for device in each.to if device != self._keys.id)
        ]

    def next_number(self) -> int:
        """The number of the update to come."""
        return next_update(self._space)

    def count_touched(self) -> int:
        """How many entries may differ from what has left."""
        return self._changes.count_touched()

    def _due(self, number: int = 0) -> DueChanges:
        return DueChanges(self._space, self.roster, self._keys.id, number or next_update(self._space))

    def _not_handed_over(self) -> bool:
        """Whether an update was signed and never put anywhere, and none for the same readers has left since."""
        mine = self._updates.of_device(self._keys.id)
        return any(
            not each.name
            and not any(later.name and later.number > each.number and {*each.to} <= {*later.to} for later in mine)
            for each in mine
        )

    def _news(self) -> bool:
        """Whether a statement of ours has not left yet."""
        number = next_update(self._space)
        learned = learned_numbers(self._space)
        return any(each >= number and read_statement(text).device == self._keys.id for text, each in learned.items())

    def _edits(self) -> Iterator[_Edit]:
        refresher = Refresher(self._space, self.roster, self._now)
        return (edit for id_ in self._changes.touched() if (edit := self._edit(refresher, id_)))

    def _edit(self, refresher: Refresher, id_: str) -> _Edit | None:
        row = self._entries.find(id_)
        view = refresher.view(id_)
        if row is None:
            if view is None or view.forgotten or view.author != self.roster.member_of(self._keys.id):
                return None
            return _Edit(Leaving(id_, view.kind, None, {}, new=False, forgets=True), view, {}, b"")
        if view is None and (row.deleted or not self._may_leave(row) or self._changes.of_entry(id_)):
            return None  # what left before and counts no more does not begin anew under others' keys
        salt = view.element_key if view else secrets.token_bytes(16)
        before = view.fields if view else {}
        local = refresher.local(row, salt)
        shown = (refresher.view(id_, local) or view) if view is not None and local else view
        pending = {register: each.supersedes for register, each in local.items()}
        changed: dict[str, object] = {register: each.value for register, each in local.items()}
        if row.deleted:  # what was written into it before stays here
            changed = {} if view is None or view.deleted else {DELETED: True}
        else:
            for register, value in edits(row.kind, shown, row.fields, False, salt).items():
                changed.setdefault(register, value)
        if view is not None:
            changed = {register: value for register, value in changed.items() if not agrees(register, value, view)}
        if not changed:
            return None
        superseded = {
            register: supersedes_for(register, view if register == DELETED else shown, pending) for register in changed
        }
        return _Edit(Leaving(id_, row.kind, row, changed, new=view is None, before=before), view, superseded, salt)

    def _may_leave(self, row: Entry) -> bool:
        """In the private space nobody reads along but one's own other devices, so all of it may go to them."""
        return self._space.name == PRIVATE or may_leave(row.kind, row.fields)

    def _sign(self, edits: Iterable[_Edit], number: int) -> None:
        last = self._changes.last_of(self._keys.id)
        seq, prev = last or (0, None)
        for edit in edits:
            leaving = edit.leaving
            composed = compose(
                space=self._space.id,
                device=self._keys.id,
                seq=seq,
                prev=prev,
                entry=leaving.id,
                kind=leaving.kind,
                nonce=self._entries.nonce_of(leaving.id) if leaving.new else None,
                at=self._now,
                sets={register: (value, edit.supersedes[register]) for register, value in leaving.registers.items()},
                forget=leaving.forgets,
                element_key=edit.element_salt if leaving.new else b"",
            )
            kept = [(each.change, self._signature(each.change.text), each.values) for each in composed]
            self._changes.keep(kept, number)
            if leaving.forgets:
                self._changes.erase_values(leaving.id)
            self._changes.settle(leaving.id)
            seq, prev = composed[-1].change.seq, composed[-1].change.id
        refresher = Refresher(self._space, self.roster, self._now)
        for edit in edits:
            if edit.view is not None and not edit.leaving.forgets:
                refresher.refresh(edit.leaving.id)

    def _let_go_of_what_is_said(self, edits: Iterable[_Edit]) -> None:
        """Of what was settled as somebody else has it already, nothing leaves."""
        left = {edit.leaving.id for edit in edits}
        refresher = Refresher(self._space, self.roster, self._now)
        for id_ in self._changes.touched():
            if id_ not in left and self._changes.pending(id_):
                self._changes.settle(id_)
                refresher.refresh(id_)

    def _signature(self, text: bytes) -> bytes:
        return sshsig.sign(self._keys.seed, sshsig.CHANGE, text)


def _has(known: Known | None, device: str, upto: int) -> bool:
    return known is not None and known.heads.get(device, (0, b""))[0] >= upto


def fingerprint(leaving: Iterable[Leaving]) -> str:
    """What tells one set of things that would leave from another."""
    said = [[each.id, each.kind, _stable(each), each.new, each.forgets] for each in leaving]
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _stable(leaving: Leaving) -> list[list[str]]:
    """What is set, in one order. Of something new the registers of sets have names that are drawn each time anew."""
    named = [
        [register.partition("/")[0] if leaving.new else register, json.dumps(value)]
        for register, value in leaving.registers.items()
    ]
    return sorted(named)
