"""When notes that let off steam go, and when to ask about them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.field import Value
from peerlog.domain.venting import erases_on, is_due, may_have_cooled, next_choice

TODAY = date(2026, 11, 21)
days = st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=30))


def note(day: date = TODAY, kind: str = "note", **fields: Value) -> Entry:
    return Entry("a" * 64, kind, {"when": f"{day}T12:00:00Z", "text": "!", **fields}, "", "")


@given(days)
def test_due_on_its_day_and_ever_after_and_only_a_vent(day: date) -> None:
    vent = note(vent=True, erase_on=day.isoformat())
    assert is_due(vent, TODAY) == (day <= TODAY)
    assert erases_on(vent) == day
    assert not is_due(note(erase_on=day.isoformat()), TODAY)
    assert not is_due(note(kind="idea", vent=True, erase_on=day.isoformat()), TODAY)
    assert not is_due(note(vent=True), TODAY)


@given(days)
def test_asked_about_from_the_next_day_for_a_fortnight_until_answered(day: date) -> None:
    asked = may_have_cooled(note(day, vent=True), TODAY)
    assert asked == (1 <= (TODAY - day).days <= 14)
    assert not may_have_cooled(note(day, vent=True, cooled_on="2026-11-20"), TODAY)
    assert not may_have_cooled(note(day), TODAY)


def test_the_choices_come_round() -> None:
    choice: tuple[bool, date | None] = (False, None)
    seen = []
    for _ in range(4):
        choice = next_choice(*choice, TODAY)
        seen.append(choice)
    assert seen == [(True, None), (True, date(2026, 11, 22)), (True, date(2026, 11, 28)), (False, None)]
    assert next_choice(True, date(2027, 1, 1), TODAY) == (False, None)
