"""Laws of the verdict, for any papers by anybody, good and bad, in any order."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.consent.signers import Circle, agreed_in, fits, signed, signers_of, statement_about, sums_up
from tests.history.founded import Hand

from peerlog.consent.answer import write_answer
from peerlog.consent.paper import Paper
from peerlog.consent.statement import ConsentStatement, Signer
from peerlog.consent.verdict import Carried, judge

CIRCLE = Circle(3)
KIM, SAM, ADA = CIRCLE.people
ROSTER = CIRCLE.roster(KIM)
EVERYBODY = signers_of(ROSTER)
STRANGER = Hand(900)
TEXTS = ("# One", "# Two", "# Spoilt\u202e", "# Ends \n")
HANDS = [KIM.hand, SAM.hand, ADA.hand, STRANGER]

STATEMENTS = [
    *(statement_about(text, EVERYBODY) for text in TEXTS),
    statement_about("# One", EVERYBODY, purpose="another purpose"),
    statement_about("# One", EVERYBODY, release=("Everybody",)),
    statement_about("# Two", EVERYBODY, revision=2),
    statement_about("# Two", EVERYBODY, document="aa" * 32),
    statement_about("# One", EVERYBODY[:2]),
    statement_about("# One", EVERYBODY[:1]),
    statement_about("# One", EVERYBODY[:1], kind="thanks"),
    statement_about("# One", EVERYBODY, space="ab" * 16),
    statement_about("# One", (*EVERYBODY[:2], replace(EVERYBODY[2], name="Lou"))),
    statement_about("# One", (*EVERYBODY[:2], replace(EVERYBODY[2], keys=(STRANGER.keys.key,)))),
    statement_about("# One", (*EVERYBODY[:2], replace(EVERYBODY[2], keys=(STRANGER.keys.key, ADA.hand.keys.key)))),
    statement_about("# One", (*EVERYBODY, Signer("Lou", STRANGER.member, (STRANGER.keys.key,)))),
]
NEVER = (
    {
        each.id
        for each in STATEMENTS[9:]
        if each.kind != "thanks"  # alone, of another space, and with a wrong name or key
    }
    | {each.id for each in STATEMENTS[2:4]}
)

statements = st.sampled_from(STATEMENTS)
hands = st.sampled_from(HANDS)
answers = st.builds(
    lambda each, says, day: write_answer(each.id, says, f"2026-11-{day}T09:00:00Z"),
    statements,
    st.sampled_from(["decline", "withdraw"]),
    st.integers(21, 23),
)


def _claimed(paper: Paper, claimed: Hand) -> Paper:
    return replace(paper, key=claimed.keys.key)


good = st.builds(signed, statements | answers, hands, st.sampled_from(["", "0" * 64, "1" * 64]))
"""Well signed by one of them, or by a stranger."""
bad = st.builds(_claimed, good, hands)
"""With another's key in the place of one's own."""
carried = st.builds(
    Carried,
    good | good | bad,
    st.sampled_from([*(each.member for each in CIRCLE.people), ""]),
    st.sampled_from(["2026-11-21T09:00:00Z", "2016-11-21T09:00:00Z", "2036-11-21T09:00:00Z"]),
    st.booleans(),
)
papers = st.lists(carried, max_size=24)
texts = st.sets(st.sampled_from(TEXTS)).map(sorted)


@given(papers, texts, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(some: list[Carried], known: list[str], random: Random) -> None:
    again = [*some, *some[::2]]
    random.shuffle(again)
    known_again = [*known, *known]
    random.shuffle(known_again)
    assert sums_up(judge(ROSTER, again, known_again, fits)) == sums_up(judge(ROSTER, some, known, fits))


@given(papers, papers, texts, texts)
def test_more_never_takes_anything_back(
    some: list[Carried], more: list[Carried], known: list[str], others: list[str]
) -> None:
    before = judge(ROSTER, some, known, fits)
    after = judge(ROSTER, [*more, *some], [*known, *others], fits)
    assert agreed_in(before).keys() <= agreed_in(after).keys()
    later = {each.statement.id: each for each in after.asked}
    for each in before.asked:
        one = later[each.statement.id]
        assert each.signed.keys() <= one.signed.keys()
        assert each.declined.keys() <= one.declined.keys()
        assert each.withdrawn.keys() <= one.withdrawn.keys()
    assert set(before.objections) <= set(after.objections)


@given(papers, texts)
def test_agreed_is_what_every_member_named_has_signed(some: list[Carried], known: list[str]) -> None:
    verdict = judge(ROSTER, some, known, fits)
    for each in verdict.asked:
        assert each.statement.id not in NEVER or not each.is_signed_by_all
        for member, paper in each.signed.items():
            assert paper.says == each.statement
            assert paper.fits()
            assert paper.key in next(one.keys for one in each.statement.members if one.member == member)
        if each.is_signed_by_all:
            assert each.text in known
            assert each.signed.keys() == {one.member for one in each.statement.members}


@given(papers, texts)
def test_what_counts_for_nothing_is_named(some: list[Carried], known: list[str]) -> None:
    verdict = judge(ROSTER, some, known, fits)
    counted = {each.statement.id for each in verdict.asked}
    senders = {each.sender for each in verdict.objections}
    for each in some:
        if isinstance(each.paper.says, ConsentStatement) and (
            each.paper.says.id not in counted or not each.paper.fits()
        ):
            assert each.sender in senders


@given(papers, texts, st.sampled_from(["2026-01-01T00:00:00Z", "1999-01-01T00:00:00Z", ""]))
def test_no_clock_decides(some: list[Carried], known: list[str], at: str) -> None:
    moved = [replace(each, at=at) for each in some]
    one, other = judge(ROSTER, some, known, fits), judge(ROSTER, moved, known, fits)
    assert agreed_in(one).keys() == agreed_in(other).keys()
    assert [(each.signed.keys(), each.late, each.rivals) for each in one.asked] == [
        (each.signed.keys(), each.late, each.rivals) for each in other.asked
    ]


@pytest.mark.parametrize("forged", ["0" * 64, "1" * 64, ""])
def test_what_another_says_beside_a_signature_is_not_its_signers(forged: str) -> None:
    statement = STATEMENTS[0]
    own = Carried(signed(statement, KIM.hand, "0" * 64), KIM.member, "2026-11-21T09:00:00Z")
    handed_on = Carried(signed(statement, KIM.hand, forged), SAM.member, "2016-11-21T09:00:00Z")
    (found,) = judge(ROSTER, [handed_on, own], TEXTS, fits).asked
    assert (found.drawn_from, found.proposer) == (("0" * 64,), KIM.member)
    assert found.signed_at[KIM.member] == own.at
