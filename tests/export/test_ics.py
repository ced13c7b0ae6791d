"""Calendar files, read back by other programs' readers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import icalendar
import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.field import Value
from peerlog.domain.moment import Moment
from peerlog.export.ics import EXTRAS, calendar_text, uid_of

ZONES = ("Europe/London", "Australia/Sydney", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "")


def meeting(
    when: str | Moment = "2026-11-23T09:30:00+00:00[Europe/London]", *, version: int = 1, **fields: Value
) -> Entry:
    kept = {
        "title": "Grievance, part two",
        "people": ("Ada", "Sam; Ortega"),
        "place": "Room 3,\\ link",
        "text": "Secret words",
        "summary": "More secret words",
        "when": str(when),
        **fields,
    }
    return Entry("5f" * 32, "meeting", kept, "2026-11-01T08:00:00Z", "2026-11-02T08:00:00Z", version)


def action(**fields: Value) -> Entry:
    kept = {"title": "Reading list", "owner": "Sam", "due": "2026-11-27", "state": "open", "when": str(meeting().when)}
    return Entry("6e" * 32, "action", {**kept, **fields}, "2026-11-01T08:00:00Z", "2026-11-02T08:00:00Z")


def events(text: str) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))  # type: ignore[arg-type]


def test_by_default_it_says_when_and_nothing_else() -> None:
    text = calendar_text([meeting(minutes=45), action()])
    (event,) = events(text)
    assert event["SUMMARY"] == "Meeting"
    assert event["STATUS"] == "CONFIRMED"
    assert event.decoded("dtstart").isoformat() == "2026-11-23T09:30:00+00:00"
    assert event.decoded("duration") == timedelta(minutes=45)
    assert event.decoded("dtstamp") == datetime(2026, 11, 2, 8, tzinfo=UTC)
    for word in ("Grievance", "Ada", "Ortega", "Room", "ecret", "Reading", "5f5f", "6e6e"):
        assert word not in text
    assert "LOCATION" not in text
    assert "DESCRIPTION" not in text


def test_what_is_asked_for_is_said_whole() -> None:
    text = calendar_text([meeting(), action()], EXTRAS)
    (event,) = events(text)
    assert event["SUMMARY"] == "Grievance, part two"
    assert event["LOCATION"] == "Room 3,\\ link"
    assert event["DESCRIPTION"] == "With Ada, Sam; Ortega"
    read = vobject.readOne(text)
    assert read.vevent.summary.value == "Grievance, part two"
    assert read.vevent.location.value == "Room 3,\\ link"
    assert read.vtodo.summary.value == "Sam: Reading list"
    assert read.vtodo.due.value == date(2026, 11, 27)
    assert "ecret" not in text
    assert events(calendar_text([meeting(title="")], ["people"]))[0]["SUMMARY"] == "Meeting with Ada, Sam; Ortega"


def test_the_name_stays_and_the_number_rises() -> None:
    first, third = meeting(), meeting(version=3, title="Another")
    assert uid_of(first) == uid_of(third)
    assert uid_of(first) != uid_of(action())
    assert [events(calendar_text([each]))[0]["SEQUENCE"] for each in (first, third)] == [0, 2]


@pytest.mark.parametrize(
    ("state", "status"), [("cancelled", "CANCELLED"), ("held", "CONFIRMED"), ("planned", "CONFIRMED")]
)
def test_states(state: str, status: str) -> None:
    assert events(calendar_text([meeting(state=state)]))[0]["STATUS"] == status


@pytest.mark.parametrize(
    ("state", "status"), [("open", "NEEDS-ACTION"), ("done", "COMPLETED"), ("dropped", "CANCELLED")]
)
def test_states_of_tasks(state: str, status: str) -> None:
    (task,) = icalendar.Calendar.from_ical(calendar_text([action(state=state)])).walk("VTODO")
    assert task["STATUS"] == status
    assert task["SUMMARY"] == "Something to do"


def test_a_letter_has_no_length() -> None:
    assert "DURATION" not in calendar_text([meeting(channel="e-mail")])


_moments = st.builds(
    lambda instant, zone: Moment.of(instant.replace(microsecond=0), zone),
    st.datetimes(datetime(2025, 6, 1), datetime(2028, 6, 1), timezones=st.just(UTC)),
    st.sampled_from(ZONES),
)


@settings(max_examples=40)
@given(st.lists(_moments, min_size=1, max_size=4))
def test_other_readers_find_the_same_moments(moments: list[Moment]) -> None:
    text = calendar_text([meeting(when) for when in moments])
    assert [event.decoded("dtstart").astimezone(UTC) for event in events(text)] == [each.utc for each in moments]
    vars(vobject.icalendar)["__tzidMap"].clear()  # it would take a zone from the file before
    read = vobject.readOne(text).vevent_list
    assert [event.dtstart.value.astimezone(UTC) for event in read] == [each.utc for each in moments]


CHANGES = (
    "2026-03-29T00:59:00+00:00[Europe/London]",
    "2026-03-29T02:00:00+01:00[Europe/London]",
    "2026-03-29T02:59:00+01:00[Europe/London]",
    "2026-10-25T01:30:00+01:00[Europe/London]",
    "2026-10-25T01:30:00+00:00[Europe/London]",
    "2026-10-04T03:00:00+11:00[Australia/Sydney]",
    "2026-04-05T02:30:00+10:00[Australia/Sydney]",
    "2026-03-08T03:00:00-04:00[America/New_York]",
    "2026-11-01T01:30:00-05:00[America/New_York]",
    "2026-11-23T09:30:00+05:45[Asia/Kathmandu]",
)


@pytest.mark.parametrize("when", CHANGES)
def test_around_a_change_of_the_clocks(when: str) -> None:
    text = calendar_text([meeting(when)])
    assert events(text)[0].decoded("dtstart").astimezone(UTC) == Moment.parse(when).utc
    zone = tzical(StringIO(text)).get() if "TZID" in text else UTC
    written = events(text)[0].decoded("dtstart").replace(tzinfo=zone)
    assert written.astimezone(UTC) == Moment.parse(when).utc


def test_changes_of_the_clocks_are_dated_by_the_clock_before() -> None:
    text = calendar_text([meeting()])
    assert "DTSTART:20260329T010000\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100" in text
    assert "DTSTART:20261025T020000\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


@given(st.text(min_size=1, max_size=200), st.text(max_size=200))
@settings(max_examples=30)
def test_no_text_breaks_out_of_its_line(title: str, place: str) -> None:
    text = calendar_text([meeting(title=title, place=place)], EXTRAS)
    assert len(events(text)) == 1
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\nBEGIN:VEVENT") == 1
    vobject.readOne(text)
