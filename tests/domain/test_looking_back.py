"""What a month or a year held."""

from __future__ import annotations

from datetime import date

from peerlog.domain.entry import Entry
from peerlog.domain.field import Value
from peerlog.domain.looking_back import Meetings, look_back, was_held
from peerlog.domain.looking_back_words import MOST_PEOPLE, sections
from peerlog.domain.period import Period

NOVEMBER = Period(2026, 11)
TODAY = date(2026, 11, 21)


def entry(kind: str, day: str, **fields: Value) -> Entry:
    return Entry("0" * 64, kind, {"when": f"{day}T18:30:00+00:00", **fields}, "", "")


ENTRIES = [
    entry("note", "2026-11-01", text="two words", tags=("chairing", "sets")),
    entry("note", "2026-11-01", text="three more words", tags=("chairing",)),
    entry("note", "2026-10-31", text="not in it"),
    entry("reflection", "2026-11-30", model="gibbs", stage_description="It rained", about="Not counted"),
    entry("reflection", "2026-11-02"),
    entry("idea", "2026-11-03", state="kept"),
    entry("meeting", "2026-11-04", people=("Ada", "Sam"), apologies=("Ada",), minutes=40),
    entry("meeting", "2026-11-05", people=("Sam",), state="cancelled", minutes=90),
    entry("meeting", "2026-11-28", people=("Sam",)),
    entry("action", "2026-10-02", state="done", done_on="2026-11-04"),
    entry("action", "2026-11-02", state="done", done_on="2026-12-04"),
    entry("action", "2026-11-02", state="dropped", done_on="2026-11-04"),
    entry("thanks", "2026-11-02", source="Sam"),
    entry("thanks", "2026-11-02"),
]


def test_a_month_is_counted() -> None:
    found = look_back(NOVEMBER, ENTRIES, TODAY)
    assert found.written[:5] == (2, 1, 1, 1, 1)
    assert (found.days, found.words) == (7, 7)
    assert dict(found.kinds) == {"note": 2, "reflection": 2, "meeting": 3, "idea": 1}
    assert found.meetings == Meetings(1, 1, 1, 40, {"Sam": (1, 40)})
    assert (found.actions_added, found.actions_done) == (2, 1)
    assert dict(found.ideas) == {"kept": 1}
    assert dict(found.reflections) == {"gibbs": 1, "free": 1}
    assert (found.thanks_given, found.thanks_received) == (1, 1)
    assert found.tags == (("chairing", 2), ("sets", 1))


def test_a_year_has_twelve_parts() -> None:
    found = look_back(Period(2026), ENTRIES, TODAY)
    assert len(found.written) == 12
    assert found.written[9:] == (1, 8, 0)
    assert found.actions_done == 2


def test_a_meeting_is_held_when_it_is_past_or_said_to_be() -> None:
    assert was_held(entry("meeting", "2026-11-20"), TODAY)
    assert not was_held(entry("meeting", "2026-11-21"), TODAY)
    assert was_held(entry("meeting", "2026-11-21", state="held"), TODAY)
    assert not was_held(entry("meeting", "2026-11-20", state="cancelled"), TODAY)


def test_what_was_not_there_is_not_said() -> None:
    (only,) = sections(look_back(Period(2020), ENTRIES, TODAY))
    assert only.said == "Nothing in this time."


def test_the_words() -> None:
    said = {each.title: each for each in sections(look_back(NOVEMBER, ENTRIES, TODAY))}
    assert said["Written"].said == "8 entries on 7 days, about 7 words"
    assert said["Met"].said == "1 meeting held, 40 min, 1 ahead, 1 cancelled"
    assert said["Met"].rows == (("Sam", 1, "1 · 40 min"),)
    assert said["Done"].said == "2 actions noted, 1 done; ideas: 1 kept; thanks: 1 given, 1 received"


def test_many_people_are_summed_up() -> None:
    crowd = [entry("meeting", "2026-11-04", people=tuple(f"Person {number:02}" for number in range(40)))]
    met = next(each for each in sections(look_back(NOVEMBER, crowd, TODAY)) if each.title == "Met")
    assert len(met.rows) == MOST_PEOPLE + 1
    assert met.rows[-1] == ("and 30 others", 0, "")
