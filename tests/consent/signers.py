"""People who sign, without journals: made-up devices with real keys, a roster of real statements, papers as they come.

What one of them says is an item; each person knows some of the items, in whatever order, and judges by those alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from tests.history.founded import SPACE, Hand, Signed, fold, founding

from peerlog.consent.answer import Answer
from peerlog.consent.paper import Paper, sign_paper
from peerlog.consent.statement import ConsentStatement, Signer, content_of, write_statement
from peerlog.consent.verdict import Asked, Carried, Verdict, judge
from peerlog.crypto import sshsig
from peerlog.history.roster import Roster

NAMES = ("Kim", "Sam", "Ada", "Lou", "Bo", "Ivy", "Max", "Noa")
DAY = date(2026, 11, 21)


@lru_cache(maxsize=100_000)
def _verify(key: bytes, text: bytes, signature: bytes) -> bool:
    return sshsig.verify(key, sshsig.CONSENT, text, signature)


def fits(paper: Paper) -> bool:
    return _verify(paper.key, paper.says.text, paper.signature)


@dataclass(frozen=True)
class Item:
    """A paper, with a text or without, as the device `by` let it leave under the number `seq`."""

    paper: Paper
    by: str
    seq: int
    at: str
    text: str | None = None


@dataclass
class Person:
    """Somebody with devices, the first in use; `clock` is how many days theirs is wrong."""

    name: str
    hands: list[Hand]
    clock: int = 0
    honest: bool = True
    statements: set[Signed] = field(default_factory=set)
    items: set[Item] = field(default_factory=set)
    draft: int = 0
    gone: bool = False

    @property
    def hand(self) -> Hand:
        return self.hands[0]

    @property
    def member(self) -> str:
        return self.member_id

    member_id: str = ""

    @property
    def today(self) -> date:
        return DAY + timedelta(days=self.clock)

    @property
    def at(self) -> str:
        return f"{self.today}T09:00:00Z"


class Circle:
    """People who share a space: the first of them founds it and seats the others."""

    def __init__(self, count: int, first_hand: int = 1) -> None:
        self.next_hand = first_hand
        self.people = [Person(name, [self.new_hand()]) for name in NAMES[:count]]
        founder = self.people[0].hand
        begun = founder.founds(8, self.people[0].name)
        self.first = founding(begun)
        seats = [founder.seats(seat, each.hand, each.name) for seat, each in enumerate(self.people[1:], 2)]
        for each in self.people:
            each.member_id = each.hand.member
            each.statements |= {begun, *seats}
        self.seqs: dict[str, int] = {}

    def new_hand(self) -> Hand:
        self.next_hand += 1
        return _hand(self.next_hand)

    def item(self, paper: Paper, hand: Hand, at: str, text: str | None = None) -> Item:
        self.seqs[hand.id] = self.seqs.get(hand.id, 0) + 1
        return Item(paper, hand.id, self.seqs[hand.id], at, text)

    def roster(self, person: Person, statements: Iterable[Signed] | None = None) -> Roster:
        known = person.statements if statements is None else statements
        return _fold(frozenset(known), self.first, person.member)

    def verdict(self, person: Person, items: Iterable[Item] | None = None) -> Verdict:
        roster = self.roster(person)
        every = list(person.items if items is None else items)
        return judge(roster, [carried(each, roster) for each in every], [x.text for x in every if x.text], fits)


def carried(item: Item, roster: Roster) -> Carried:
    last = roster.last_of(item.by)
    return Carried(item.paper, roster.member_of(item.by) or "", item.at, last is not None and item.seq > last)


@lru_cache(maxsize=256)
def _hand(number: int) -> Hand:
    return Hand(number)


@lru_cache(maxsize=4096)
def _fold(statements: frozenset[Signed], first: bytes, own: str) -> Roster:
    found, _ = fold(statements, first, own)
    assert found is not None
    return found


def signers_of(roster: Roster, members: Iterable[str] | None = None) -> tuple[Signer, ...]:
    """Who has to sign as the roster stands, or only some of them."""
    return tuple(
        Signer(roster.names[each.id], each.id, tuple(sorted(one.key for one in each.devices if not one.retired)))
        for each in roster.members
        if each.here and (members is None or each.id in members)
    )


def statement_about(text: str, members: tuple[Signer, ...], **more: object) -> ConsentStatement:
    said: dict[str, object] = {
        "space": SPACE,
        "circle": "Thursday set",
        "members": members,
        "document": "0f" * 32,
        "kind": "summary",
        "number": 1,
        "revision": 1,
        "title": "Summary 1",
        "purpose": "our record",
        "release": NAMES[:2],
        "answer_by": DAY + timedelta(days=30),
        "at": f"{DAY}T09:00:00Z",
        "content": content_of(text),
        **more,
    }
    return write_statement(**said)  # type: ignore[arg-type]


@lru_cache(maxsize=100_000)
def signed(says: ConsentStatement | Answer, hand: Hand, drawn_from: str = "") -> Paper:
    return sign_paper(says, hand.seed, hand.keys.key, drawn_from)


def sums_up(verdict: Verdict) -> object:
    """What has to be the same wherever the same is known."""
    return [_sum(each) for each in verdict.asked], set(verdict.objections)


def _sum(asked: Asked) -> object:
    return (
        asked.statement.id,
        asked.text,
        dict(asked.signed),
        dict(asked.signed_at),
        dict(asked.declined),
        dict(asked.withdrawn),
        asked.late,
        asked.drawn_from,
        asked.rivals,
        asked.proposer,
        list(asked.objections),
    )


def agreed_in(verdict: Verdict) -> dict[bytes, Asked]:
    return {each.statement.id: each for each in verdict.asked if each.is_signed_by_all}
