"""Honest people who put forward, sign, refuse and lose devices, and how what they say reaches the others.

They sign by the rules of `journal.void_texts`, put here in terms of the verdict.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.consent.signers import (
    Circle,
    Item,
    Person,
    signed,
    signers_of,
    statement_about,
)
from tests.history.founded import Hand, Signed

from peerlog.consent.answer import write_answer
from peerlog.consent.naming import not_true_now
from peerlog.consent.statement import ConsentStatement
from peerlog.consent.verdict import Asked, documents_by_number

WHO = st.integers(0, 7)
WHICH = st.integers(0, 60)
DOCUMENTS = ["aa" * 32, "bb" * 32]
TEXTS = ("# The draft", "# The draft as edited", "# Another one")


def why_not(person: Person, each: Asked, every: list[Asked], circle: Circle) -> str:
    """What keeps an honest person from signing; empty for nothing."""
    roster, said = circle.roster(person), each.statement
    me = next((one for one in said.members if one.member == person.member), None)
    newest = max(x.statement.revision for x in every if x.statement.document == said.document)
    if me is None or person.member in each.signed or person.hand.keys.key not in me.keys:
        return "it is not for me"
    if each.declined or each.is_signed_by_all or each.text is None:
        return "it is not open"
    if newest > said.revision or each.rivals > 1 or each.beside or each.late or not_true_now(said, roster):
        return "it is void"
    if {*each.drawn_from} - {_drawn(said.document, person.draft)}:
        return "it was edited"
    gone = [x for x in said.members if not ((m := roster.member(x.member)) and m.here)]
    return "somebody left, or the day has passed" if gone or person.today > said.answer_by else ""


def _drawn(document: str, draft: int) -> str:
    return f"{draft:02x}" * 16 + document[:32]


class SigningPeople(RuleBasedStateMachine):
    """Everybody judges by what has reached them alone."""

    @initialize(
        count=st.sampled_from([2, 2, 3, 3, 4, 8]), liars=st.integers(0, 2), clocks=st.randoms(use_true_random=False)
    )
    def meet(self, count: int, liars: int, clocks: Random) -> None:
        self.circle, self.other = Circle(count), Circle(count, 500)
        self.people = self.circle.people
        for each in self.people:
            each.clock = clocks.choice([0, 0, 1, -3650, 3650])
        for each in self.people[count - min(liars, count - 1) :]:
            each.honest = False
        self.items: list[Item] = []
        self.statements: list[Signed] = []
        self.agreed: dict[str, set[bytes]] = {each.name: set() for each in self.people}
        self.consented: dict[str, set[bytes]] = {each.name: set() for each in self.people}
        self.stolen: dict[str, set[bytes]] = {each.name: set() for each in self.people}
        self.put_forward(0, DOCUMENTS[0], 1, edited=False)

    # What honest people do

    @rule(who=WHO, document=st.sampled_from(DOCUMENTS), number=st.integers(1, 2), edited=st.booleans())
    def put_forward(self, who: int, document: str, number: int, edited: bool) -> None:
        person = self.honest(who)
        roster = self.circle.roster(person)
        keys = signers_of(roster)
        if person.gone or len(keys) < 2 or not all(each.keys for each in keys) or not roster.is_current(person.hand.id):
            return
        every = list(self.circle.verdict(person).asked)
        person.draft += edited
        bearing = documents_by_number(every)
        free = next(n for n in (number, 1, 2, 3) if not bearing.get(("summary", n), set()) - {document})
        text = TEXTS[person.draft % 2]
        statement = statement_about(
            text,
            keys,
            document=document,
            number=free,
            revision=1 + max((x.statement.revision for x in every if x.statement.document == document), default=0),
            answer_by=person.today + timedelta(days=30),
            at=person.at,
        )
        self.say(person, statement, text, _drawn(document, person.draft))

    @rule(who=WHO, which=WHICH)
    def sign(self, who: int, which: int) -> None:
        person = self.honest(who)
        every = list(self.circle.verdict(person).asked)
        may = [each for each in every if not why_not(person, each, every, self.circle)]
        if may and not person.gone and self.circle.roster(person).is_current(person.hand.id):
            each = may[which % len(may)]
            assert {one.id for one in self.circle.roster(person).members if one.here} <= {
                one.member for one in each.statement.members
            }
            self.say(person, each.statement, each.text)

    @rule(who=WHO, which=WHICH)
    def answer(self, who: int, which: int) -> None:
        """No to what one has not signed, a withdrawal of what was agreed."""
        person = self.honest(who)
        every = self.circle.verdict(person).asked
        if every:
            each = every[which % len(every)]
            if person.hand.keys.key not in each.statement.signers:
                return
            if each.is_signed_by_all or person.member not in each.signed:
                says = write_answer(each.statement.id, "withdraw" if each.is_signed_by_all else "decline", person.at)
                self.out(person, self.circle.item(signed(says, person.hand), person.hand, person.at))

    @rule(who=WHO)
    def edit(self, who: int) -> None:
        self.anybody(who).draft += 1

    @rule(who=WHO)
    def learn_the_draft(self, who: int) -> None:
        self.anybody(who).draft = max(each.draft for each in self.people)

    @rule(who=WHO)
    def new_device(self, who: int) -> None:
        person, hand = self.anybody(who), self.circle.new_hand()
        self.state(person, person.hand.adds(hand, person.member))
        person.hands.insert(0, hand)

    @rule(who=WHO, with_cut=st.booleans())
    def retire(self, who: int, with_cut: bool) -> None:
        person = self.anybody(who)
        if len(person.hands) > 1:
            old = person.hands.pop()
            last = self.circle.seqs.get(old.id, 0) if with_cut else None
            self.state(person, person.hand.retires(old, last))
            for does in self.circle.roster(person).to_vouch_for(old.id, person.hand.id) if who % 2 else ():
                self.state(person, person.hand.says(does))
            self.steal(person, old)

    @rule(who=WHO)
    def leave(self, who: int) -> None:
        person = self.anybody(who)
        if sum(not each.gone for each in self.people) > 2:
            person.gone = True
            self.state(person, person.hand.leaves(person.member))

    # How it arrives

    @rule(who=WHO, which=st.lists(WHICH, min_size=1, max_size=6), news=st.lists(WHICH, max_size=3))
    def arrive(self, who: int, which: list[int], news: list[int]) -> None:
        """Some of all that was ever said, in any order and again; what is never chosen is lost until the end."""
        person = self.anybody(who)
        person.items |= {self.items[each % len(self.items)] for each in which if self.items}
        person.statements |= {self.statements[each % len(self.statements)] for each in news if self.statements}

    @rule(who=WHO)
    def everything_arrives(self, who: int) -> None:
        person = self.anybody(who)
        person.items |= {*self.items}
        person.statements |= {*self.statements}

    @rule(which=WHICH, liars_too=st.booleans())
    def all_sign(self, which: int, liars_too: bool) -> None:
        """Everything arrives with everybody, and whoever may sign does: nobody is kept from agreeing for ever."""
        for person in self.people:
            self.everything_arrives(self.people.index(person))
            person.draft = max(each.draft for each in self.people)
            every = list(self.circle.verdict(person).asked)
            may = [each for each in every if not why_not(person, each, every, self.circle)]
            if may and not person.gone and (person.honest or liars_too):
                each = may[which % len(may)]
                self.say(person, each.statement, each.text)

    # How it is done

    def liars(self) -> list[Person]:
        return [each for each in getattr(self, "people", ()) if not each.honest]

    def liar(self, who: int) -> Person:
        return self.liars()[who % len(self.liars())]

    def honest(self, who: int) -> Person:
        honest = [each for each in self.people if each.honest]
        return honest[who % len(honest)]

    def anybody(self, who: int) -> Person:
        return self.people[who % len(self.people)]

    def say(self, person: Person, statement: ConsentStatement, text: str | None, drawn_from: str = "") -> None:
        paper = signed(statement, person.hand, drawn_from)
        self.consented[person.name].add(statement.id)
        self.out(person, self.circle.item(paper, person.hand, person.at, text))

    def out(self, person: Person, item: Item) -> None:
        self.items.append(item)
        person.items.add(item)

    def state(self, person: Person, said: Signed) -> None:
        self.statements.append(said)
        person.statements.add(said)

    def steal(self, person: Person, old: Hand) -> None:
        """Whoever finds a device that was taken out of use goes on signing with it."""
        for each in self.items[-2:]:
            if isinstance(each.paper.says, ConsentStatement):
                self.items.append(self.circle.item(signed(each.paper.says, old), old, person.at, each.text))
                self.stolen[person.name].add(each.paper.says.id)
