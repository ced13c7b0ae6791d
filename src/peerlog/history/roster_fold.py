"""From signed statements, in any order and however often, to the roster that they add up to.

A statement counts for what its signer may say: the founder gives seats; a device of a member adds devices to that
member, retires others of them and says that the member leaves; a smaller group counts once each in it has signed it.
Nothing depends on the order, on the clocks, or on who else has seen what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from .claimed import claimed_by
from .person import DeviceKeys, Person
from .roster import Device, Member, RivalGroups, RivalSeats, Roster, SmallerWish, added_keys, retirement_cuts
from .statement import (
    AddDevice,
    BadStatement,
    Found,
    Leave,
    Retire,
    Seat,
    Smaller,
    Statement,
    proof_text,
    read_statement,
)

Verify = Callable[[bytes, bytes, bytes], bool]
"""Whether a signature (third) by a key (first) under a text (second) is good, in the namespace of rosters."""

Usable = Callable[[bytes], bool]
"""Whether anything can be encrypted to an age recipient (1,216 bytes)."""

Pair = tuple[str, str]
"""A device and the member whose it is."""


@dataclass(frozen=True)
class Refused:
    """A statement that does not count: the SHA-256 of its text, and why, a sentence without its end."""

    id: bytes
    why: str


def roster_of(
    signed: Iterable[tuple[bytes, bytes]], founding: bytes, verify: Verify, own: str = "", *, usable: Usable
) -> tuple[Roster | None, tuple[Refused, ...]]:
    """The roster of the space whose first statement has the id `founding`, and what was refused, by id.

    `signed` are texts with their signatures. None without a good first statement. `own` is the device or member from
    whose place the roster is seen, in doubt the member with the lowest seat. Raises nothing, whatever it is given.

    What is refused is kept all the same: it may count once the statement is there that its signer depends on.
    """
    texts: dict[bytes, set[bytes]] = defaultdict(set)
    for text, signature in signed:
        texts[text].add(signature)
    refused: dict[bytes, str] = {}
    read: dict[bytes, Statement] = {}
    for text in texts:
        try:
            read[sha256(text).digest()] = read_statement(text)
        except BadStatement as error:
            refused[sha256(text).digest()] = str(error)
    first = read.get(founding)
    keys = keys_in(read.values())
    good: list[Statement] = []
    for id_, statement in read.items():
        why = _fault(statement, first, keys, texts[statement.text], verify, usable)
        if why:
            refused[id_] = why
        else:
            good.append(statement)
    roster = None
    if first is not None and founding not in refused and isinstance(first.does, Found):
        fold = _Fold(first, first.does, sorted(good, key=lambda statement: statement.id))
        refused |= {statement.id: "its signer may not say this" for statement in good if statement not in fold.allowed}
        roster = fold.roster(own)
    return roster, tuple(Refused(id_, why) for id_, why in sorted(refused.items()))


def keys_in(statements: Iterable[Statement]) -> dict[str, bytes]:
    """Every key that any statement names, by its device id, which is a hash of it."""
    keys = {}
    for statement in statements:
        match statement.does:
            case Found(member=person) | Seat(member=person):
                keys[person.keys.device] = person.keys.key
            case AddDevice(keys=added):
                keys[added.device] = added.key
    return keys


def _fault(
    statement: Statement,
    first: Statement | None,
    keys: Mapping[str, bytes],
    signatures: set[bytes],
    verify: Verify,
    usable: Usable,
) -> str:
    key = keys.get(statement.device)
    if key is None:
        return "nobody here has the device that signed it"
    if not any(verify(key, statement.text, signature) for signature in signatures):
        return "its signature does not fit"
    if first is not None and statement.space != first.space:
        return "it belongs elsewhere"
    match statement.does:
        case Found(member=Person(keys=added)) | Seat(member=Person(keys=added)) | AddDevice(keys=added):
            if not usable(added.recipient):
                return "nothing can be encrypted to the device that it names"
    match statement.does:
        case Found(member=person):
            if first is None or statement.id != first.id or person.keys.device != statement.device:
                return "it founds what has been founded"
        case Seat(member=person, proof=proof):
            text = proof_text(statement.space, person.member, person.keys)
            if not verify(person.keys.key, text, proof):
                return "the new device has not agreed to it"
        case AddDevice(member=member, keys=added, proof=proof):
            if not verify(added.key, proof_text(statement.space, member, added), proof):
                return "the new device has not agreed to it"
    return ""


class _Fold:
    """The statements that were well signed, in the order of their ids, and what follows from them."""

    def __init__(self, first: Statement, found: Found, good: list[Statement]) -> None:
        self.first, self.found = first, found
        self.founder = found.member.member
        root = {(found.member.keys.device, self.founder)}
        claims = self._closure(good, root, lambda statement: True)
        self.owner = _owners(claims, root | {_pair(each.does) for each in good if isinstance(each.does, Seat)})
        self.claimed = claimed_by(
            each.does
            for each in good
            if isinstance(each.does, Found | Seat | AddDevice) and (each is first or self._may(each, claims))
        )
        theirs = {(device, member) for device, member in claims if self.owner[device] == member}
        self.allowed = {first, *(each for each in good if self._may(each, theirs) and self._is_owned(each))}
        self.good = [each for each in good if each in self.allowed]
        self.retirements: dict[str, list[tuple[str, Retire]]] = defaultdict(list)
        for each in self.good:
            if isinstance(each.does, Retire):
                self.retirements[each.does.retired].append((each.device, each.does))
        self.vouched = {
            (each.device, *_slot(each.does)) for each in self.good if isinstance(each.does, Seat | AddDevice)
        }
        self.pairs = self._closure(self.good, root, self._stands)
        self.added = [
            (each, each.does)
            for each in self.good
            if isinstance(each.does, Seat | AddDevice) and self._stands(each) and self._may(each, self.pairs)
        ]

    def _closure(
        self, statements: Iterable[Statement], root: set[Pair], counts: Callable[[Statement], bool]
    ) -> set[Pair]:
        """Every device that is added, from the first on, and the member to whom it is added."""
        pairs = set(root)
        left = [each for each in statements if isinstance(each.does, Seat | AddDevice) and counts(each)]
        while new := [each for each in left if self._may(each, pairs)]:
            pairs |= {_pair(each.does) for each in new if isinstance(each.does, Seat | AddDevice)}
            left = [each for each in left if each not in new]
        return pairs

    def _is_owned(self, statement: Statement) -> bool:
        does = statement.does
        return not isinstance(does, Seat | AddDevice) or self.owner[_pair(does)[0]] == _pair(does)[1]

    def _may(self, statement: Statement, pairs: set[Pair]) -> bool:
        match statement.does:
            case Seat() | AddDevice() as does:
                return self._may_add(statement, does, pairs)
            case Retire(retired=retired):
                member = self.owner.get(retired)
                return (
                    retired != statement.device and (retired, member) in pairs and (statement.device, member) in pairs
                )
            case Leave(member=member):
                return (statement.device, member) in pairs
            case Smaller(members=members):
                return any((statement.device, member) in pairs for member in members)
        return False

    def _may_add(self, statement: Statement, does: Seat | AddDevice, pairs: set[Pair]) -> bool:
        if isinstance(does, AddDevice):
            return (statement.device, does.member) in pairs
        is_new = does.member.member != self.founder
        return is_new and does.seat <= self.found.seats and (statement.device, self.founder) in pairs

    def _stands(self, statement: Statement) -> bool:
        """Whether every device that retired the signer with a cut stands for what it added, or is what it added."""
        does = statement.does
        return isinstance(does, Seat | AddDevice) and all(
            retirement.last is None or device == added_keys(does).device or (device, *_slot(does)) in self.vouched
            for device, retirement in self.retirements[statement.device]
        )

    def roster(self, own: str) -> Roster:
        seats: dict[str, int] = {self.founder: 1}
        people: dict[str, Person] = {self.founder: self.found.member}
        for _, does in self.added:
            if isinstance(does, Seat):
                member = does.member.member
                seats[member] = min(does.seat, seats.get(member, does.seat))
                people.setdefault(member, does.member)
        order = sorted(people, key=lambda member: (seats[member], member))
        devices = self._devices(people)
        left = {each.does.member for each in self.good if isinstance(each.does, Leave) and self._speaks(each)}
        groups, wishes = self._groups(set(people))
        place = next(
            (member for member in order if own == member or any(own == each.id for each in devices[member])), ""
        )
        place = place or next((member for member in order if member not in left), order[0])
        apart = {member for member in order if any((place in group) != (member in group) for group in groups)}
        here = set(order) - left - apart
        rivals = [tuple(member for member in order if member in here and seats[member] == seat) for seat in range(1, 9)]
        splits: list[RivalSeats | RivalGroups] = [
            RivalSeats(seat, members) for seat, members in enumerate(rivals, start=1) if len(members) > 1
        ]
        unlike = tuple(each for each in groups if any(not _nested(each, other) for other in groups))
        if unlike:
            splits.append(RivalGroups(unlike))
        return Roster(
            self.first.space,
            self.first.id,
            self.founder,
            self.found.seats,
            tuple(Member(id_, people[id_].name, seats[id_], devices[id_], id_ in left, id_ in here) for id_ in order),
            place,
            tuple(splits),
            wishes,
            tuple((each.device, does) for each, does in self.added),
            self.claimed,
        )

    def _devices(self, people: Mapping[str, Person]) -> dict[str, tuple[Device, ...]]:
        more: dict[str, dict[str, DeviceKeys]] = defaultdict(dict)
        for _, does in self.added:
            device, member = _pair(does)
            more[member].setdefault(device, added_keys(does))
        devices: dict[str, tuple[Device, ...]] = {}
        for member, person in people.items():
            theirs = {person.keys.device: person.keys}
            theirs |= {device: keys for device, keys in sorted(more[member].items()) if device not in theirs}
            devices[member] = tuple(self._device(each) for each in theirs.values())
        return devices

    def _device(self, keys: DeviceKeys) -> Device:
        retirements = [retirement for _, retirement in self.retirements[keys.device]]
        return Device(keys, bool(retirements), retirement_cuts(retirements))

    def _groups(self, members: set[str]) -> tuple[list[tuple[str, ...]], tuple[SmallerWish, ...]]:
        signers: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for each in self.good:
            if isinstance(each.does, Smaller) and set(each.does.members) < members:
                signers[each.does.members] |= {
                    member for member in each.does.members if (each.device, member) in self.pairs
                }
        groups = sorted(group for group, signed in signers.items() if signed == set(group))
        wishes = (SmallerWish(group, tuple(sorted(by))) for group, by in sorted(signers.items()) if by < set(group))
        return groups, tuple(wish for wish in wishes if wish.signed)

    def _speaks(self, statement: Statement) -> bool:
        return isinstance(statement.does, Leave) and (statement.device, statement.does.member) in self.pairs


def _owners(claims: Iterable[Pair], firsts: set[Pair]) -> dict[str, str]:
    """The one member whose each device is: whose first it is, else of those to whom it agreed the lowest."""
    owner: dict[str, str] = {}
    for device, member in sorted(claims, key=lambda claim: (claim not in firsts, claim)):
        owner.setdefault(device, member)
    return owner


def _pair(does: Seat | AddDevice) -> Pair:
    return (added_keys(does).device, does.member.member if isinstance(does, Seat) else does.member)


def _slot(does: Seat | AddDevice) -> tuple[str, str, int]:
    return (*_pair(does), does.seat if isinstance(does, Seat) else 0)


def _nested(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)
