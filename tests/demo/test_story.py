"""The demo's story, checked against the domain: clean fields, whole links, plausible hours, one instant for two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from itertools import pairwise

import pytest

from peerlog.demo.calendar import FIRST_DAY, LAST_DAY
from peerlog.demo.script import CARRIED
from peerlog.demo.sets import demo_sets
from peerlog.demo.source import read_person
from peerlog.demo.story import BOX, GROUPS, PAIR, PEOPLE, DemoEntry, seen_by, stories, story
from peerlog.domain.field import Value, clean_fields
from peerlog.domain.kinds import AGREEMENT, CHOSEN, KINDS, PARTS
from peerlog.domain.moment import Moment
from peerlog.domain.point_of_view import for_me, for_others
from peerlog.domain.problem import Problem
from peerlog.library.group_protocols import group_protocols

SETS = demo_sets()
NEXT_MEETING = date(2026, 11, 23)


PARENTS = {
    "agenda-item": {"meeting"},
    "minute": {"meeting"},
    "decision": {"meeting"},
    "turn": {"meeting"},
    "pulse": {"meeting"},
    "check-in": {"goal"},
    "milestone": {"goal"},
    "comment": {"request"},
    "action": {"meeting", "goal"},
    "thanks": {"meeting", ""},
    "request": {""},
    "feedback": {""},
    "resource": {""},
    "agreement": {""},
    "card": {""},
}
"""Of which kinds each part is a part; "" for none."""


TOLD = stories(SETS)
PAIR_OF_IT = [person for person in PEOPLE if person in GROUPS[PAIR]]


@cache
def all_told(person: str) -> tuple[DemoEntry, ...]:
    """What somebody can read, in the order of time: their own, and what others share, as it is seen from there."""
    own = {entry.key for entry in TOLD[person]}
    seen = [entry if entry.key in own else seen_from(person, entry) for entry in seen_by(person, TOLD)]
    places = {entry.key: number for number, entry in enumerate(seen)}
    above = {entry.key: entry.parent for entry in seen}
    return tuple(sorted(seen, key=lambda entry: (when(entry).utc, bool(above[entry.key]), places[entry.key])))


def seen_from(person: str, entry: DemoEntry) -> DemoEntry:
    (writer,) = [who for who, entries in TOLD.items() if any(each.key == entry.key for each in entries)]

    def seen(fields: Mapping[str, Value]) -> dict[str, Value]:
        return for_me(entry.kind, for_others(entry.kind, fields, PEOPLE[writer].name), PEOPLE[person].name)

    return replace(entry, fields=seen(entry.fields), earlier=tuple(map(seen, entry.earlier)))


def own(person: str) -> tuple[DemoEntry, ...]:
    return TOLD[person]


def shared(*kinds: str) -> list[tuple[str, DemoEntry]]:
    """What Kim and Sam share of these kinds, with who wrote it."""
    return [(who, each) for who in PAIR_OF_IT for each in TOLD[who] if each.shared == PAIR and each.kind in kinds]


def told(person: str) -> list[DemoEntry]:
    """Those that people choose to write."""
    return [entry for entry in all_told(person) if entry.kind in CHOSEN]


def parts(person: str, *kinds: str) -> list[DemoEntry]:
    return [entry for entry in all_told(person) if entry.kind in (kinds or PARTS)]


def when(entry: DemoEntry) -> Moment:
    return Moment.parse(str(entry.fields["when"]))


def names(value: Value | None) -> tuple[str, ...]:
    assert isinstance(value, tuple), value
    return value


def shared_meetings(person: str) -> list[DemoEntry]:
    partner = PEOPLE["sam" if person == "kim" else "kim"].name
    return [each for each in told(person) if each.kind == "meeting" and partner in names(each.fields.get("people"))]


@pytest.mark.parametrize("person", PAIR_OF_IT)
class TestJournal:
    def test_every_kind_is_there_in_believable_measure(self, person: str) -> None:
        kinds = Counter(entry.kind for entry in told(person))
        assert set(kinds) == set(CHOSEN)
        assert kinds["goal"] == 6  # two of them the other one's
        low, high = {"kim": (145, 175), "sam": (95, 115)}[person]
        assert low <= kinds.total() <= high
        assert kinds["note"] == max(kinds.values())

    def test_every_state_of_every_entry_is_clean(self, person: str) -> None:
        for entry in all_told(person):
            kind = KINDS[entry.kind]
            allowed = kind.all_fields
            if kind.further and kind.further.chosen_by in entry.fields:
                chosen = SETS[kind.name][str(entry.fields[kind.further.chosen_by])]
                allowed = allowed | {field.name: field for field in chosen.fields}
            for fields in (entry.fields, *entry.earlier):
                assert clean_fields(fields, allowed) == fields, entry.key

    def test_every_entry_says_something(self, person: str) -> None:
        for entry in told(person):
            named = entry.kind == "meeting" and entry.fields.get("people")
            assert named or entry.fields.get("text") or entry.fields.get("title"), entry.key
            assert entry.fields.get("tags"), entry.key

    def test_entries_stand_in_the_order_of_time_and_parents_before_parts(self, person: str) -> None:
        moments = [when(entry).utc for entry in all_told(person)]
        assert moments == sorted(moments)
        seen = {""}
        for entry in all_told(person):
            assert entry.parent in seen, entry.key
            seen.add(entry.key)

    def test_keys_are_told_apart_and_links_lead_somewhere_else(self, person: str) -> None:
        keys = [entry.key for entry in all_told(person)]
        assert len(set(keys)) == len(keys)
        for entry in all_told(person):
            assert set(entry.links) <= set(keys) - {entry.key}
            assert len(set(entry.links)) == len(entry.links)

    def test_nothing_links_to_what_is_in_the_trash(self, person: str) -> None:
        trash = {entry.key for entry in all_told(person) if entry.deleted}
        assert len(trash) == 1
        assert not any(trash & {*entry.links, entry.parent} for entry in all_told(person))

    def test_links_lead_to_the_past(self, person: str) -> None:
        moments = {entry.key: when(entry).utc for entry in all_told(person)}
        for entry in all_told(person):
            for key in entry.links:
                assert moments[key] <= moments[entry.key], (entry.key, key)

    def test_it_stays_inside_the_half_year_but_for_the_next_meeting(self, person: str) -> None:
        *past, planned = told(person)
        ahead = [entry for entry in parts(person) if when(entry).day > LAST_DAY]
        assert {entry.parent for entry in ahead} == {planned.key}
        assert when(past[0]).day <= date(2026, 5, 23)
        assert when(past[-1]).day == LAST_DAY
        assert all(FIRST_DAY <= when(entry).day <= LAST_DAY for entry in past)
        assert planned.kind == "meeting"
        assert when(planned).day == NEXT_MEETING

    def test_no_week_is_silent(self, person: str) -> None:
        days = sorted({when(entry).day for entry in told(person)})
        assert max((after - before).days for before, after in pairwise(days)) <= 7

    def test_hours_are_those_of_somebody_awake(self, person: str) -> None:
        for entry in own(person):
            at = when(entry)
            assert at.zone == PEOPLE[person].zone
            assert time(7) <= at.local.time() <= time(23, 15), entry.key
            if entry.kind == "meeting":
                assert time(8) <= at.local.time() <= time(21), entry.key

    def test_nobody_writes_two_things_at_once(self, person: str) -> None:
        moments = [when(entry) for entry in told(person)]
        assert len(set(moments)) == len(moments)

    def test_tags_are_few_and_used_again(self, person: str) -> None:
        tags = Counter(tag for entry in own(person) if entry.kind in CHOSEN for tag in names(entry.fields.get("tags")))
        assert 10 <= len(tags) <= 20
        assert min(tags.values()) >= 2
        assert all(tag == tag.casefold() for tag in tags)

    def test_some_entries_were_edited_and_differ(self, person: str) -> None:
        edited = [entry for entry in all_told(person) if entry.earlier]
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


@pytest.mark.parametrize("person", PAIR_OF_IT)
class TestPractice:
    """What belongs to goals, meetings and people, from one side."""

    def test_every_kind_of_part_is_there(self, person: str) -> None:
        kinds = Counter(entry.kind for entry in parts(person))
        # The sets are Kim's; what is made while it is played stands in no file.
        made = {"circle", "device", "summary", "contribution", "approval", "countersignature"}
        made |= {"activity", "answer", "membership", "gap", "record", "peer"}
        assert set(PARTS) - set(kinds) - made <= ({"turn"} if person == "sam" else set())
        low, high = {"kim": (190, 240), "sam": (150, 200)}[person]
        assert low <= kinds.total() <= high

    def test_parts_belong_where_they_are_looked_for(self, person: str) -> None:
        kinds = {"": ""} | {entry.key: entry.kind for entry in all_told(person)}
        for entry in parts(person):
            assert kinds[entry.parent] in PARENTS[entry.kind], entry.key

    def test_goals_show_a_trend_that_ends_where_it_says(self, person: str) -> None:
        for goal in (entry for entry in told(person) if entry.kind == "goal"):
            levels = [each.fields["level"] for each in parts(person, "check-in") if each.parent == goal.key]
            assert len(levels) >= 3, goal.key
            if goal.fields["state"] == "met":
                assert levels[-1] == max(levels) == 10, goal.key
            if goal.fields["state"] == "let-go":
                assert levels[-1] == 0, goal.key

    def test_what_is_done_was_done_by_the_last_day_and_after_it_was_said(self, person: str) -> None:
        for entry in parts(person, "action", "milestone"):
            done = entry.fields.get("done_on")
            assert bool(done) == (entry.fields.get("state") == "done") or entry.kind == "milestone", entry.key
            if done:
                said = when(entry).day if entry.kind == "action" else FIRST_DAY
                assert said <= date.fromisoformat(str(done)) <= LAST_DAY, entry.key

    def test_some_things_are_still_to_do_and_one_was_due_on_the_last_day(self, person: str) -> None:
        still = [entry for entry in parts(person, "action") if entry.fields["state"] == "open"]
        assert 4 <= len(still) <= 8
        assert all(date.fromisoformat(str(entry.fields["due"])) >= LAST_DAY for entry in still)
        own = [entry for entry in still if "owner" not in entry.fields]
        assert LAST_DAY.isoformat() in {entry.fields["due"] for entry in own}
        assert len(own) < len(still)

    def test_carried_items_are_taken_up_once_in_a_later_meeting(self, person: str) -> None:
        items = {entry.key: entry for entry in parts(person, "agenda-item")}
        taken = Counter(key for entry in items.values() for key in entry.links)
        carried = {key for key, entry in items.items() if entry.fields["state"] == "carried"}
        assert set(taken) == carried
        assert set(taken.values()) == {1}
        for entry in items.values():
            for key in entry.links:
                assert when(items[key]).utc < when(entry).utc

    def test_the_next_meeting_has_an_agenda(self, person: str) -> None:
        planned = told(person)[-1]
        items = [entry for entry in parts(person, "agenda-item") if entry.parent == planned.key]
        assert {entry.fields["state"] for entry in items} == {"open"}
        assert {entry.fields["sort"] for entry in items} == {"knowledge", "question", "idea"}
        places = [str(entry.fields["position"]) for entry in items]
        assert len(set(places)) == len(places)

    def test_the_agreement_was_renewed_and_soon_ends(self, person: str) -> None:
        (agreement,) = parts(person, AGREEMENT.name)
        (before,) = agreement.earlier
        assert str(before["ends"]) < str(agreement.fields["ends"])
        assert timedelta(days=8) <= date.fromisoformat(str(agreement.fields["ends"])) - LAST_DAY <= timedelta(days=14)

    def test_cards_know_the_clocks_of_both(self, person: str) -> None:
        cards = {str(entry.fields["title"]): entry.fields for entry in parts(person, "card")}
        about = PEOPLE[person]
        assert cards[about.name]["zone"] == about.zone
        assert cards[about.name]["own"]
        assert not set(cards) & {each.name for each in PEOPLE.values() if each is not about}  # theirs come with them
        assert len(cards) >= 3

    def test_somebody_has_had_time_to_cool_off(self, person: str) -> None:
        vents = [entry for entry in told(person) if "erase_on" in entry.fields]
        assert [when(entry).day for entry in vents] == [LAST_DAY - timedelta(days=1)]
        # A demo is made up to a week after its last day, and still shows it.
        assert all(date.fromisoformat(str(each.fields["erase_on"])) > LAST_DAY + timedelta(days=7) for each in vents)

    def test_asking_and_giving_go_both_ways(self, person: str) -> None:
        requests = parts(person, "request")
        assert {"source" in entry.fields for entry in requests} == {True, False}
        assert {"open", "closed"} <= {entry.fields["state"] for entry in requests}
        assert any("suggestion" in entry.fields for entry in parts(person, "comment"))
        assert {"source" in entry.fields for entry in parts(person, "feedback")} == {True, False}
        assert {bool(entry.fields.get("quotable")) for entry in parts(person, "thanks")} == {True, False}


def test_sets_are_run_as_action_learning_and_tell_only_what_may_be_told() -> None:
    label = group_protocols()[0]["action_learning"].label
    sets = {entry.key for entry in told("kim") if entry.fields.get("protocol") == label}
    assert sets == {"set-one", "set-two", "set-three"}
    turns = parts("kim", "turn")
    assert {entry.parent for entry in turns} == sets
    own = PEOPLE["kim"].name
    for entry in turns:
        assert ("title" in entry.fields) == (entry.fields["presenter"] == own), entry.key


def test_what_both_read_stands_there_once_and_from_both() -> None:
    assert len(shared(AGREEMENT.name)) == 1
    for kind in ("goal", "check-in", "minute", "agenda-item", "action", "request", "comment", "feedback", "thanks"):
        assert {who for who, _ in shared(kind)} == set(PAIR_OF_IT), kind
    assert len(shared("minute")) >= 10


def test_what_is_for_oneself_alone_is_shared_with_nobody() -> None:
    for person in PEOPLE:
        for entry in own(person):
            if entry.kind in ("pulse", "reflection", "card") or entry.fields.get("vent"):
                assert not entry.shared, entry.key


def test_what_the_third_person_reads_was_carried_over_or_written_for_all_three() -> None:
    seen = seen_by("ada", TOLD)
    assert {each.shared for each in seen} == {"", BOX}
    assert {who for who, entries in TOLD.items() for each in entries if each.shared == BOX} == set(GROUPS[BOX])
    for person, keys in CARRIED.items():
        assert set(keys) <= {each.key for each in own(person) if each.shared == PAIR}


def test_ideas_are_in_every_state() -> None:
    states = {entry.fields["state"] for person in PEOPLE for entry in told(person) if entry.kind == "idea"}
    (state,) = (field for field in KINDS["idea"].fields if field.name == "state")
    assert states == {choice.value for choice in state.choices}


def test_every_packaged_template_is_shown_once() -> None:
    used = {entry.fields["template"] for person in PEOPLE for entry in told(person) if entry.kind == "page"}
    assert used == set(SETS["page"])


def test_reflections_follow_many_models_stage_by_stage() -> None:
    guided = [entry for person in PEOPLE for entry in told(person) if "model" in entry.fields]
    assert len({entry.fields["model"] for entry in guided}) >= 6
    for entry in guided:
        assert sum(name.startswith("stage_") for name in entry.fields) >= 2, entry.key


def test_both_hold_the_same_meetings_at_the_same_instants() -> None:
    kim, sam = shared_meetings("kim"), shared_meetings("sam")
    assert len(kim) == len(sam) == 16
    for here, there in zip(kim, sam, strict=True):
        assert here.shared == PAIR
        assert when(here).utc == when(there).utc


def test_they_meet_every_fortnight_at_hours_that_suit_both() -> None:
    for entry in shared_meetings("kim"):
        for person in PEOPLE.values():
            assert time(8) <= when(entry).in_zone(person.zone).local.time() <= time(21)
    days = [when(entry).day for entry in shared_meetings("kim")]
    assert max((after - before).days for before, after in pairwise(days)) <= 16


def test_names_are_as_their_owners_write_them() -> None:
    everybody = {
        name
        for person in PAIR_OF_IT
        for entry in told(person)
        if entry.kind == "meeting"
        for name in names(entry.fields.get("people"))
    }
    assert {"محمد الزهراني", "王小明", "Zoë Łukasiewicz", "עינב"} <= everybody
    assert {PEOPLE[person].name for person in PAIR_OF_IT} <= everybody


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
