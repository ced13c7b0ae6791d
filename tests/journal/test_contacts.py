"""A coffee written down afterwards."""

from __future__ import annotations

import pytest

from peerlog.domain.kinds.meeting import WRITTEN
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.journal.journal import Journal
from peerlog.journal.meeting.contacts import known_as, log_contact


def test_it_was_held_now_and_names_are_as_they_are_known(journal: Journal) -> None:
    journal.entries.add("meeting", {"people": "Sam Ortega"})
    logged = log_contact(journal, ["sam", " noor "], "The rota", minutes=25)
    assert (logged.members("people"), logged.state, logged.line("channel"), logged.minutes) == (
        ("Sam Ortega", "noor"),
        "held",
        "coffee",
        25,
    )
    assert logged.when == journal.time.moment()


def test_written_contact_counts(journal: Journal) -> None:
    for channel in WRITTEN:
        assert log_contact(journal, ["Sam"], channel=channel).kind == "meeting"


def test_what_says_nothing_or_lies_ahead_is_refused(journal: Journal) -> None:
    with pytest.raises(Problem, match="nothing to save"):
        log_contact(journal, [" "], " ")
    with pytest.raises(Problem, match="ahead"):
        log_contact(journal, ["Sam"], when=Moment.parse("2027-01-01T09:00:00+00:00"))
    with pytest.raises(Problem):
        log_contact(journal, ["Sam"], channel="pigeon")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("SAM", "Sam"), ("sam ortega", "Sam Ortega"), ("zoë", "Zoë"), ("Jo", "Jo"), ("ada", "Ada Byron")],
)
def test_a_name_is_taken_for_one_that_is_known(typed: str, expected: str) -> None:
    assert known_as([typed], ["Sam", "Sam Ortega", "Zoë", "Ada Byron"]) == (expected,)


def test_a_first_name_of_two_stays_as_typed() -> None:
    assert known_as(["sam"], ["Sam Ortega", "Sam Novak"]) == ("sam",)
