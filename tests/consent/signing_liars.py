"""Liars among those who sign: they sign whatever they like, in whosever name, and hand on whatever they have seen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from tests.consent.signers import (
    signed,
    signers_of,
    statement_about,
)
from tests.consent.signing_people import DOCUMENTS, TEXTS, WHICH, WHO, SigningPeople

from peerlog.consent.answer import write_answer
from peerlog.consent.statement import ConsentStatement, Signer

UNCLEAN = "# Reads\u202ebackwards"


class SigningLiars(SigningPeople):
    """What they try beside all that honest people do."""

    @precondition(lambda self: self.liars())
    @rule(
        who=WHO,
        victim=WHO,
        which=WHICH,
        trick=st.sampled_from(
            [
                "two texts",
                "leave out",
                "alone",
                "called Sam",
                "own key",
                "another space",
                "old version",
                "number",
                "unclean",
                "other purpose",
                "far",
            ]
        ),
    )
    def put_forward_a_lie(self, who: int, victim: int, which: int, trick: str) -> None:
        liar, mark = self.liar(who), self.anybody(victim)
        keys = list(signers_of(self.circle.roster(liar)))
        if not any(each.member == liar.member for each in keys) or not all(each.keys for each in keys):
            return
        own = next(each for each in keys if each.member == liar.member)
        before = [each.paper.says for each in self.items if isinstance(each.paper.says, ConsentStatement)]
        like = before[which % len(before)] if before else statement_about(TEXTS[0], tuple(keys))
        about: dict[str, object] = {"document": like.document, "number": like.number, "revision": like.revision}
        text, members = TEXTS[which % 3], tuple(keys)
        if trick == "leave out":
            members = tuple(each for each in keys if each.member != mark.member) or (own,)
        elif trick == "alone":
            members = (own,)
        elif trick == "called Sam":
            members = (
                Signer(mark.name, liar.member, own.keys),
                *(x for x in keys if x.member not in (mark.member, liar.member)),
            )
        elif trick == "own key":
            members = (
                (own, Signer(mark.name, mark.member, (self.circle.new_hand().keys.key,)))
                if mark is not liar
                else (own,)
            )
        elif trick == "another space":
            about["space"] = "ab" * 16
        elif trick == "old version":
            about["revision"] = max(1, like.revision - 1)
        elif trick == "number":
            about["document"] = DOCUMENTS[like.document == DOCUMENTS[0]]
        elif trick == "unclean":
            text = UNCLEAN
        elif trick == "other purpose":
            about["purpose"] = "whatever I like"
        elif trick == "far":
            about["revision"] = like.revision + 1 + which
        self.say(liar, statement_about(text, members, **about), text, f"{which:064x}" if which % 3 else "")

    @precondition(lambda self: self.liars() and self.items)
    @rule(
        who=WHO,
        which=WHICH,
        other=WHICH,
        trick=st.sampled_from([*["name"] * 3, "sign", "no", "yes and no", "take", "claim", "again"]),
    )
    def lie_about(self, who: int, which: int, other: int, trick: str) -> None:
        liar = self.liar(who)
        like = self.items[which % len(self.items)]
        says, paper = like.paper.says, like.paper
        forged = f"{other:064x}"
        if trick in ("sign", "yes and no") and isinstance(says, ConsentStatement):
            self.say(liar, says, like.text, forged)
        if trick in ("no", "yes and no") and isinstance(says, ConsentStatement):
            paper = signed(write_answer(says.id, "decline" if other % 2 else "withdraw", liar.at), liar.hand)
        elif trick == "name":
            if isinstance(says, ConsentStatement):
                self.say(liar, says, like.text)
            for each in self.people:
                forged_paper = replace(signed(says, liar.hand), key=each.hand.keys.key)
                self.out(liar, self.circle.item(forged_paper, liar.hand, liar.at, like.text))
            self.everything_arrives(other)
        elif trick == "take":
            paper = replace(paper, signature=self.items[other % len(self.items)].paper.signature)
        elif trick == "claim":
            paper = replace(paper, drawn_from=forged if isinstance(says, ConsentStatement) else "")
        self.out(liar, self.circle.item(paper, liar.hand, liar.at if other % 2 else "0001-01-01T00:00:00Z", like.text))

    @precondition(lambda self: self.liars())
    @rule(who=WHO, which=WHICH)
    def bring_from_another_circle(self, who: int, which: int) -> None:
        liar, elsewhere = self.liar(who), self.other.people[which % len(self.other.people)]
        text = TEXTS[which % 3]
        statement = statement_about(text, signers_of(self.other.roster(elsewhere)), space="cd" * 16)
        paper = signed(statement, elsewhere.hand)
        self.out(liar, self.circle.item(paper, liar.hand, liar.at, text))
