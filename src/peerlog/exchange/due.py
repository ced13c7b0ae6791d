"""Which changes an update has to carry, and who needs one of their own because they have fallen behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..history.roster import Roster, added_keys
from ..history.statement import AddDevice, Seat, read_statement
from ..vault.changes import Changes
from ..vault.space import Space
from ..vault.statements import learned_numbers, statements_head
from ..vault.updates import Updates
from .membership import readers

WINDOW = 3
"""In how many of our updates a change travels to all, unless all say that they have it.

Whoever does not say so by then gets an update of their own, so that nobody's becomes larger for one who is away.
"""

ROSTER = "roster"
"""Under this name, beside those of devices, `heads` say which statements somebody has."""

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Due:
    """Changes by their numbers in the store: those for everybody, and for each device that has fallen behind.

    `told` are devices never heard of for which nothing is left once they have what is for everybody.
    """

    common: tuple[int, ...]
    catch_up: dict[str, tuple[int, ...]] = field(default_factory=dict)
    told: tuple[str, ...] = ()


class DueChanges:
    """Looks at one space. `device` is the one in use here, `number` that of the update to come."""

    def __init__(self, space: Space, roster: Roster, device: str, number: int) -> None:
        self._space = space
        self._changes = Changes(space)
        self._roster = roster
        self._device = device
        self._number = number
        self._known = Updates(space).known()
        self._others = [each.id for each in readers(space, roster) if each.id != device]

    def find(self, *, after: int = 0, most: int | None = None) -> Due:
        """What is due; for everybody only what came after the change `after`, of what one lacks the first `most`."""
        common = tuple(number for number in self._common() if number > after)
        for_all = set(common)
        lacking = {each: tuple(n for n in self._catch_up(each) if n not in for_all) for each in self._others}
        told = [each for each in self._others if not lacking[each] and common and self._is_ours_to_tell(each)]
        return Due(common, {each: numbers[:most] for each, numbers in lacking.items() if numbers}, tuple(told))

    def _is_ours_to_tell(self, other: str) -> bool:
        return other not in self._known and self._introduced(other) == 0

    def somebody_lacks_statements(self) -> bool:
        """Whether all statements have to go along: somebody was never heard of, or has others than are here.

        What is new goes along by itself, in as many updates as a change does.
        """
        learned = learned_numbers(self._space).values()
        is_new = max(learned, default=0) > self._number - WINDOW
        mine = statements_head(self._space)
        return any(
            each not in self._known or (not is_new and self._known[each].heads.get(ROSTER) != mine)
            for each in self._others
        )

    def unconfirmed(self) -> int:
        """How many of our changes somebody has not yet said that they have."""
        last = self._changes.last_of(self._device)
        return (last[0] - self._confirmed()) if last and self._others else 0

    def _confirmed(self) -> int:
        return min((self._seq_known(each, self._device) for each in self._others), default=0)

    def _seq_known(self, other: str, device: str) -> int:
        known = self._known.get(other)
        if other == device or known is None or device not in known.heads:
            return 0
        seq, id_ = known.heads[device]
        forked = self._changes.first_fork(device)
        # Somebody who has one branch of a fork may lack the other: both are told again from where they part.
        return min(seq, forked - 1) if forked and not self._has_only(device, seq, id_) else seq

    def _has_only(self, device: str, seq: int, id_: bytes) -> bool:
        last = self._changes.last_of(device)
        return last == (seq, id_) and not self._changes.forked(device, seq)

    def _common(self) -> tuple[int, ...]:
        """Ours that somebody may lack, newest update first as long as they are recent, in the order of their making."""
        found: list[int] = []
        confirmed, below = self._confirmed(), 1 << 62
        while True:
            rows = self._space.rows(
                "SELECT number, seq, learned FROM change WHERE device = ? AND seq > ? AND seq < ?"
                " ORDER BY seq DESC, number DESC LIMIT ?",
                (self._device, confirmed, below, _PAGE),
            )
            recent = [number for number, _, learned in rows if learned > self._number - WINDOW]
            found += recent
            if len(rows) < _PAGE or len(recent) < len(rows):
                return tuple(sorted(found))
            below = rows[-1][1]

    def _catch_up(self, other: str) -> tuple[int, ...]:
        known = self._known.get(other)
        told = _told(self._space, other)
        since = self._introduced(other) if known is None else 0
        if since is None:
            return ()
        again = told is None or (known is not None and known.learned >= told[0] + WINDOW)
        after = 0 if again or told is None else told[1]
        found: list[int] = []
        for device in self._changes.devices():
            seq = self._seq_known(other, device)
            last = self._changes.last_of(device)
            if last is None or last[0] <= seq or device == other:
                continue
            rows = self._space.rows(
                "SELECT number, learned FROM change WHERE device = ? AND seq > ? AND number > ?",
                (device, seq, after),
            )
            found += [
                number
                for number, learned in rows
                if (known is None and since == 0) or max(learned, since) <= self._number - WINDOW
            ]
        return tuple(sorted(found))

    def _introduced(self, other: str) -> int | None:
        """For a device never heard of: 0 when we brought it in ourselves, else the update after which it came."""
        learned = learned_numbers(self._space)
        for text, number in learned.items():
            statement = read_statement(text)
            if isinstance(statement.does, Seat | AddDevice) and added_keys(statement.does).device == other:
                return 0 if statement.device == self._device else number
        return self._number if other in {each.id for each in self._roster.recipients()} else None


def _told(space: Space, other: str) -> tuple[int, int] | None:
    """When a device was last told all that it lacked: the number of our update, and the newest change by then."""
    found = space.value(f"catch-up {other}", "")
    return tuple(json.loads(found)) if found else None


def keep_told(space: Space, other: str, number: int, numbers: Iterable[int]) -> None:
    """Note that a device was told these changes in our update of this number."""
    before = _told(space, other)
    newest = max([*numbers, before[1] if before else 0])
    space.set_value(f"catch-up {other}", json.dumps([number, newest]))
