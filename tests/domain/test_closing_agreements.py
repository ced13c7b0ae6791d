"""Looking back, the closing statement, and the clauses that an agreement starts with."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.clause import PREFIX
from peerlog.domain.closing_review import CLOSING, closing_text
from peerlog.domain.closing_statement import closing_statement
from peerlog.domain.starting_clauses import review_months, set_for, starting_clauses
from peerlog.domain.terms import Terms
from peerlog.domain.time_together import Contact, Help, standing
from peerlog.library.clause_sets import clause_sets

from .entries import entry

TODAY = date(2027, 3, 3)


def statement(today: date = TODAY, **fields: object) -> str:
    start = {"people": "Sam", "starts": "2026-10-31", "ends": "2027-02-28", "cadence": "monthly", "state": "ended"}
    terms = Terms.of(entry("agreement", **{**start, **fields}))
    contacts = [Contact(date(2026, 11, 7), 60), Contact(date(2027, 1, 9), None, in_writing=True)]
    stands = standing(terms, contacts, [Help(date(2026, 12, 1), 30, True)], today)
    return closing_statement(["Kim", *terms.people], terms, stands, ["Chair a meeting well"], today)


def test_a_statement_says_when_how_often_how_long_and_nothing_of_what_was_said() -> None:
    assert statement(focus="Chairing\nwithout fear") == (
        "# Statement of a partnership among peers\n\n"
        "Kim and Sam worked together as peers, each of them learning.\n"
        "Focus: Chairing without fear\n\n"
        "- Period: 31 October 2026 to 28 February 2027\n"
        "- Meetings: 2, 1 of them in writing\n"
        "- Hours: 1 h 30 (1 h together, 30 min given outside meetings); 1 without a length\n"
        "- Agreed rhythm: every month\n"
        "- Goals met: 1\n"
        "  - Chair a meeting well\n"
    )


def test_while_it_runs_it_says_up_to_when() -> None:
    said = statement(people="Sam, Ada", ends="2027-10-31", state="active")
    assert "Kim, Ada and Sam worked together" in said
    assert "- Period: 31 October 2026 up to now, 3 March 2027" in said


def test_answers_stand_under_their_headings_and_empty_ones_are_left_out() -> None:
    assert closing_text({"wanted": " To learn. ", "thanks": "Sam\n\nfor all", "came": "  ", "other": "x"}) == (
        "## What we wanted\n\nTo learn.\n\n## Thanks\n\nSam\n\nfor all"
    )
    assert closing_text({}) == ""
    assert len({each.name for each in CLOSING}) == len(CLOSING) == 4


@given(
    st.sampled_from(("pair", "group")),
    st.sampled_from(("weekly", "half-yearly")),
    st.integers(1, 200),
    st.integers(1, 90),
    st.integers(1, 600),
)
def test_clauses_say_what_the_terms_say_where_that_fits(
    name: str, cadence: str, hours: int, reply_days: int, months: int
) -> None:
    chosen = clause_sets()[0][name]
    said = starting_clauses(
        chosen,
        {
            "cadence": cadence,
            "hours": hours,
            "reply_days": reply_days,
            "months": months,
            "review_months": review_months(months),
        },
    )
    assert list(said) == [PREFIX + each.name for each in chosen.clauses]
    assert ("every week" in said["clause_rhythm"]) == (cadence == "weekly")
    if hours <= 40:
        assert f"about {hours} hour" in said["clause_time"]
    if reply_days <= 60:
        assert f"within {reply_days} day" in said["clause_reply"]
    if months <= 60:
        assert f"begin with {months} month" in said["clause_ending"]
    assert not any("{" in words for words in said.values())


def test_two_are_a_pair_and_more_a_group() -> None:
    assert [set_for(people) for people in (0, 1, 2, 7)] == ["pair", "pair", "group", "group"]
