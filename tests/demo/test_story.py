"""The demo's story, checked against the domain: clean fields, whole links, plausible hours, one instant for two."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from functools import cache
from itertools import pairwise

import pytest

from peerlog.demo.calendar import FIRST_DAY, LAST_DAY
from peerlog.demo.source import read_person
from peerlog.demo.story import PEOPLE, DemoEntry, story
from peerlog.domain.field import Value, clean_fields
from peerlog.domain.kinds import KINDS, PAGE
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.journal.demo import demo_sets

SETS = demo_sets()
NEXT_MEETING = date(2026, 11, 23)


@cache
def told(person: str) -> tuple[DemoEntry, ...]:
    return story(person, SETS)


def when(entry: DemoEntry) -> Moment:
    return Moment.parse(str(entry.fields["when"]))


def names(value: Value | None) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def shared_meetings(person: str) -> list[DemoEntry]:
    partner = PEOPLE["sam" if person == "kim" else "kim"].name
    return [each for each in told(person) if partner in each.fields.get("people", ())]  # type: ignore[operator]


@pytest.mark.parametrize("person", PEOPLE)
class TestJournal:
    def test_every_kind_is_there_in_believable_measure(self, person: str) -> None:
        kinds = Counter(entry.kind for entry in told(person))
        assert set(kinds) == set(KINDS)
        assert kinds["goal"] == 4
        low, high = {"kim": (125, 155), "sam": (65, 85)}[person]
        assert low <= kinds.total() <= high
        assert kinds["note"] == max(kinds.values())

    def test_every_state_of_every_entry_is_clean(self, person: str) -> None:
        for entry in told(person):
            allowed = KINDS[entry.kind].all_fields
            if entry.kind == PAGE.name:
                template = SETS[str(entry.fields["template"])]
                allowed = allowed | {field.name: field for field in template.fields}
            for fields in (entry.fields, *entry.earlier):
                assert clean_fields(fields, allowed) == fields, entry.key

    def test_every_entry_says_something(self, person: str) -> None:
        for entry in told(person):
            assert entry.fields.get("text") or entry.fields.get("title"), entry.key
            assert entry.fields.get("tags"), entry.key

    def test_entries_stand_in_the_order_of_time(self, person: str) -> None:
        moments = [when(entry).utc for entry in told(person)]
        assert moments == sorted(moments)

    def test_keys_are_told_apart_and_links_lead_somewhere_else(self, person: str) -> None:
        keys = [entry.key for entry in told(person)]
        assert len(set(keys)) == len(keys)
        for entry in told(person):
            assert set(entry.links) <= set(keys) - {entry.key}
            assert len(set(entry.links)) == len(entry.links)

    def test_nothing_links_to_what_is_in_the_trash(self, person: str) -> None:
        trash = {entry.key for entry in told(person) if entry.deleted}
        assert len(trash) == 1
        assert not any(trash & set(entry.links) for entry in told(person))

    def test_links_lead_to_the_past(self, person: str) -> None:
        moments = {entry.key: when(entry).utc for entry in told(person)}
        for entry in told(person):
            for key in entry.links:
                assert moments[key] <= moments[entry.key], (entry.key, key)

    def test_it_stays_inside_the_half_year_but_for_the_next_meeting(self, person: str) -> None:
        *past, planned = told(person)
        assert when(past[0]).day <= date(2026, 5, 23)
        assert when(past[-1]).day == LAST_DAY
        assert all(FIRST_DAY <= when(entry).day <= LAST_DAY for entry in past)
        assert planned.kind == "meeting"
        assert when(planned).day == NEXT_MEETING

    def test_no_week_is_silent(self, person: str) -> None:
        days = sorted({when(entry).day for entry in told(person)})
        assert max((after - before).days for before, after in pairwise(days)) <= 7

    def test_hours_are_those_of_somebody_awake(self, person: str) -> None:
        for entry in told(person):
            at = when(entry)
            assert at.zone == PEOPLE[person].zone
            assert time(7) <= at.local.time() <= time(23, 15), entry.key
            if entry.kind == "meeting":
                assert time(8) <= at.local.time() <= time(21), entry.key

    def test_nobody_writes_two_things_at_once(self, person: str) -> None:
        moments = [when(entry) for entry in told(person)]
        assert len(set(moments)) == len(moments)

    def test_tags_are_few_and_used_again(self, person: str) -> None:
        tags = Counter(tag for entry in told(person) for tag in names(entry.fields.get("tags")))
        assert 10 <= len(tags) <= 20
        assert min(tags.values()) >= 2
        assert all(tag == tag.casefold() for tag in tags)

    def test_some_entries_were_edited_and_differ(self, person: str) -> None:
        edited = [entry for entry in told(person) if entry.earlier]
        assert len(edited) >= 4
        for entry in edited:
            assert all(fields != entry.fields for fields in entry.earlier)
            assert all(fields["when"] == entry.fields["when"] for fields in entry.earlier)

    def test_pages_follow_many_templates(self, person: str) -> None:
        used = {entry.fields["template"] for entry in told(person) if entry.kind == "page"}
        assert len(used) >= 7

    def test_learning_has_its_minutes(self, person: str) -> None:
        counted = [entry for entry in told(person) if "cpd" in names(entry.fields.get("tags"))]
        assert 5 <= len(counted) <= 15
        assert all(entry.fields.get("minutes") for entry in counted)

    def test_somebody_let_off_steam(self, person: str) -> None:
        assert any(entry.fields.get("vent") for entry in told(person))


def test_ideas_are_in_every_state() -> None:
    states = {entry.fields["state"] for person in PEOPLE for entry in told(person) if entry.kind == "idea"}
    (state,) = (field for field in KINDS["idea"].fields if field.name == "state")
    assert states == {choice.value for choice in state.choices}


def test_every_packaged_template_is_shown_once() -> None:
    used = {entry.fields["template"] for person in PEOPLE for entry in told(person) if entry.kind == "page"}
    assert used == set(SETS)


def test_both_hold_the_same_meetings_at_the_same_instants() -> None:
    kim, sam = shared_meetings("kim"), shared_meetings("sam")
    assert len(kim) == len(sam) == 15
    for here, there in zip(kim, sam, strict=True):
        assert when(here).utc == when(there).utc
        for name in ("channel", "purpose", "minutes"):
            assert here.fields.get(name) == there.fields.get(name), (here.key, name)


def test_they_meet_every_fortnight_at_hours_that_suit_both() -> None:
    for entry in shared_meetings("kim"):
        for person in PEOPLE.values():
            assert time(8) <= when(entry).in_zone(person.zone).local.time() <= time(21)
    days = [when(entry).day for entry in shared_meetings("kim")]
    assert max((after - before).days for before, after in pairwise(days)) <= 16


def test_names_are_as_their_owners_write_them() -> None:
    everybody = {
        name
        for person in PEOPLE
        for entry in told(person)
        if entry.kind == "meeting"
        for name in names(entry.fields.get("people"))
    }
    assert {"محمد الزهراني", "王小明", "Zoë Łukasiewicz", "עינב"} <= everybody
    assert {person.name for person in PEOPLE.values()} <= everybody


def test_passphrases_are_six_words() -> None:
    phrases = [person.passphrase for person in PEOPLE.values()]
    assert all(len(phrase.split()) == 6 for phrase in phrases)
    assert len(set(phrases)) == len(phrases)


def test_a_missing_template_is_named_with_the_entry() -> None:
    with pytest.raises(Problem, match=r"kim/may\.toml: entry 3 \(readiness\): there is no template “readiness”"):
        story("kim", {})


def test_what_is_written_down_names_no_unknown_zone() -> None:
    zones = {person.zone for person in PEOPLE.values()}
    for person, home in PEOPLE.items():
        assert {written.zone for written in read_person(person, home.zone)} <= zones
