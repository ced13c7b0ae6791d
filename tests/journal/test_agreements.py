"""Agreements in a journal: making them, moving them on, what they come to, what Today asks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from peerlog.domain.agreement_course import Ask, Move
from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.errors import BadInput, Refused
from peerlog.journal.agreements import (
    agreement_meant,
    agreements,
    current_agreement,
    move_agreement,
    new_clauses,
    new_terms,
    questions_for_today,
)
from peerlog.journal.journal import Journal, Profile
from peerlog.journal.partnership import balance_of, meetings_under, standing_of, statement_of

from .conftest import SetClock


def made(journal: Journal, people: str = "Sam", starts: str = "2026-10-31", *, begin: bool = True) -> Entry:
    terms = new_terms(date.fromisoformat(starts))
    names = people.split(", ")
    found = journal.entries.add("agreement", {"people": people, **terms, **new_clauses(journal, names, terms, 4)})
    return move_agreement(journal, found.id, Move.START) if begin else found


def met(journal: Journal, when: str, people: str = "Sam", **fields: object) -> Entry:
    return journal.entries.add("meeting", {"people": people, "when": f"{when}[Europe/Dublin]", **fields})


def test_the_defaults_make_a_usable_agreement(journal: Journal) -> None:
    found = made(journal)
    assert (found.state, found.line("ends"), found.line("review")) == ("active", "2027-02-28", "2026-12-31")
    assert found.line("clause_time").startswith("Each of us keeps about 2 hours a month free")
    assert found.line("clauses") == "pair"
    assert made(journal, "Ada, Noor").line("clause_turns").startswith("Everybody gets a turn")


def test_the_one_that_runs_is_the_current_one(journal: Journal, clock: SetClock) -> None:
    assert current_agreement(journal) is None
    with pytest.raises(Refused, match="no agreement yet"):
        agreement_meant(journal, None)
    running = made(journal)
    clock.forward(days=1)
    draft = made(journal, "Ada", begin=False)
    assert [each.id for each in agreements(journal)] == [running.id, draft.id]
    move_agreement(journal, running.id, Move.END)
    assert agreement_meant(journal, None).id == draft.id
    with pytest.raises(BadInput, match="not an agreement"):
        agreement_meant(journal, met(journal, "2026-11-01T09:00:00+00:00").id)


def test_what_was_agreed_before_stays_as_a_version(journal: Journal) -> None:
    running = made(journal)
    renewed = move_agreement(journal, running.id, Move.RENEW)
    assert renewed.line("ends") == "2027-06-28"
    assert journal.entries.versions(running.id)[0].fields["ends"] == "2027-02-28"
    with pytest.raises(Problem, match="is running"):
        move_agreement(journal, running.id, Move.START)
    assert journal.entries.get(running.id).version == renewed.version


def test_parting_keeps_what_was_looked_back_on(journal: Journal) -> None:
    running = made(journal)
    ended = move_agreement(journal, running.id, Move.END, closing="## Thanks\n\nSam")
    assert (ended.state, ended.line("ends"), ended.line("closing")) == ("ended", "2026-11-21", "## Thanks\n\nSam")


def test_the_day_is_that_of_the_journal_s_own_clock(journal: Journal) -> None:
    running = made(journal)
    add = journal.entries.add
    add("meeting", {"people": "Sam", "when": "2026-10-31T09:30:00+10:00[Australia/Brisbane]", "minutes": 30})
    assert standing_of(journal, running).meetings == 0
    assert meetings_under(journal, running) == []
    add("meeting", {"people": "Sam", "when": "2026-10-30T20:30:00-04:00[America/New_York]", "minutes": 45})
    assert (standing_of(journal, running).together, standing_of(journal, running).last) == (45, date(2026, 10, 31))
    journal.change_profile(Profile("Kim", "Australia/Brisbane"))
    assert (standing_of(journal, running).together, len(meetings_under(journal, running))) == (75, 2)


def test_hours_come_from_meetings_and_from_help_given_and_received(journal: Journal) -> None:
    running = made(journal)
    met(journal, "2026-11-03T09:00:00+00:00", minutes=60, state="held")
    met(journal, "2026-11-04T09:00:00+00:00", "Zoë", minutes=45, state="held")
    met(journal, "2026-11-05T09:00:00+00:00", minutes=45, state="cancelled")
    day = {"when": "2026-11-10T09:00:00+00:00[Europe/Dublin]"}
    journal.entries.add("request", {"title": "Look at this?", "source": "Sam", "minutes": 25, **day})
    journal.entries.add("request", {"title": "My letter", "people": "Sam", "minutes": 10, **day})
    journal.entries.add("feedback", {"title": "On a talk", "people": "Sam", "minutes": 15, **day})
    journal.entries.add("feedback", {"title": "On mine", "source": "Sam", "minutes": 5, **day})
    journal.entries.add("resource", {"title": "A book", "people": "Ada", "minutes": 99, **day})
    found = standing_of(journal, running)
    assert (found.together, found.given, found.received) == (60, 40, 15)
    assert (found.month_minutes, found.month_agreed, found.meetings) == (115, 120, 1)


def test_more_meetings_than_one_page_are_all_counted(journal: Journal) -> None:
    running = made(journal, starts="2026-01-01")
    with journal.private.write():
        for number in range(210):
            day = date.fromordinal(date(2026, 1, 1).toordinal() + number // 2).isoformat()
            met(journal, f"{day}T12:00:00+00:00", minutes=1, state="held")
    assert standing_of(journal, running).together == 210


def test_how_the_time_is_shared(journal: Journal) -> None:
    running = made(journal)
    meeting = met(journal, "2026-11-03T09:00:00+00:00", state="held")
    journal.entries.add("agenda-item", {"title": "a", "sort": "question", "by": "Sam", "parent": meeting.id})
    journal.entries.add("turn", {"title": "b", "presenter": "Kim", "parent": meeting.id})
    journal.entries.add("pulse", {"gave": 4, "parent": meeting.id})
    journal.entries.add("pulse", {"got": 2, "parent": running.id})
    found = balance_of(journal, running)
    assert (found.mine.presented, found.others[0].asked, len(found.trend.gave)) == (1, 1, 2)


def test_the_statement_names_goals_met_together(journal: Journal) -> None:
    running = made(journal)
    journal.entries.add("goal", {"title": "Chair well", "people": "Sam", "state": "met"})
    journal.entries.add("goal", {"title": "With Ada", "people": "Ada", "state": "met"})
    journal.entries.add("goal", {"title": "Not yet", "people": "Sam"})
    said = statement_of(journal, running)
    assert "- Goals met: 1\n  - Chair well\n" in said
    assert "Kim and Sam" in said


def test_today_asks_the_earliest_first(journal: Journal, clock: SetClock) -> None:
    first, second = made(journal), made(journal, "Ada", "2026-11-15")
    assert questions_for_today(journal) == []
    clock.shows = datetime(2027, 1, 1, 12, 0, tzinfo=UTC)
    assert [(each.ask, each.agreement.id) for each in questions_for_today(journal)] == [(Ask.REVIEW, first.id)]
    move_agreement(journal, first.id, Move.PAUSE, until=date(2027, 3, 10))
    clock.shows = datetime(2027, 3, 12, 12, 0, tzinfo=UTC)
    asked = [(each.ask, each.agreement.id) for each in questions_for_today(journal)]
    assert asked == [(Ask.RESUME, first.id), (Ask.NEAR_END, second.id)]


def test_months_that_no_agreement_has_are_refused() -> None:
    with pytest.raises(BadInput, match="0 is no number of months"):
        new_terms(date(2026, 1, 1), months=0)
