"""Counting, changing, sweeping, and what is still asked for."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal import evidence, practice_files
from peerlog.journal.cpd.activities import activity_of, count_it, count_not, look_again, was_looked_at
from peerlog.journal.cpd.answers import answers_of, set_answer
from peerlog.journal.cpd.asked import asked_about
from peerlog.journal.cpd.changing import add_activity, change_activity
from peerlog.journal.cpd.course_notes import notes_about
from peerlog.journal.cpd.gaps import add_gap, gaps_of, unexplained
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.own_terms import agree_amount, paste_list, put_off
from peerlog.journal.cpd.peers import add_peer, verdicts
from peerlog.journal.cpd.standing import where_i_stand
from peerlog.journal.cpd.still_missing import still_missing
from peerlog.journal.cpd.sweep import candidates, let_count, sweep_since
from peerlog.journal.cpd.wanted_now import Need, wanted_now
from peerlog.journal.journal import Journal

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def need(journal: Journal, name: str) -> Need:
    (found,) = wanted_now(journal, where_i_stand(journal, memberships(journal)))
    return next(each for each in found.needs if each.status.requirement.name == name)


def test_an_activity_goes_where_its_entry_goes(journal: Journal) -> None:
    entry = journal.entries.add("note", {"title": "A webinar"})
    activity = count_it(journal, entry.id, 60)
    journal.entries.change(entry.id, {"when": "2026-10-02T09:00:00Z", "title": "Another name"})
    moved = journal.entries.get(activity.id)
    assert (moved.when.day, moved.title) == (date(2026, 10, 2), "Another name")


def test_evidence_kept_with_an_activity_or_its_entry_counts(journal: Journal, home: object, tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "certificate.txt"
    file.write_text("attended")
    entry = journal.entries.add("note", {"title": "A course"})
    activity = count_it(journal, entry.id, 60)
    own = add_activity(journal, "A talk", 30)
    assert evidence.entries_with_files(journal) == set()
    kept = evidence.keep(journal, entry.id, file)
    evidence.keep(journal, own.id, file)
    assert evidence.entries_with_files(journal) == {entry.id, own.id}
    evidence.remove(journal, kept[0].id)
    assert evidence.entries_with_files(journal) == {own.id}
    assert activity.parent == entry.id


def test_what_was_said_of_an_activity_stays_when_its_length_changes(journal: Journal) -> None:
    entry = journal.entries.add("note", {"title": "A webinar"})
    count_it(journal, entry.id, 60, {"type": "Reading", "categories": ["written account"], "points": "1,50"})
    count_not(journal, entry.id)
    activity = count_it(journal, entry.id, 90)
    assert (activity.line("type"), activity.members("categories"), activity.minutes) == ("reading", ("account",), 90)
    assert activity.line("points") == "1.5"
    look_again(journal, entry.id)
    assert not was_looked_at(journal, entry.id)


@pytest.mark.parametrize(
    ("facet", "said"),
    [
        ({"type": "webiner"}, "webinar"),
        ({"categories": ["fun"]}, "learning"),
        ({"points": "-1"}, "1.5"),
        ({"marks": ["themes"]}, "LIST=VALUE"),
        ({"marks": ["gosc.theme=A"]}, "gosc.themes"),
    ],
)
def test_what_there_is_not_is_named_with_what_there_is(journal: Journal, facet: dict[str, object], said: str) -> None:
    entry = journal.entries.add("note", {"title": "A webinar"})
    with pytest.raises(Problem) as refused:
        count_it(journal, entry.id, 60, facet)
    assert said in refused.value.hint
    assert not was_looked_at(journal, entry.id)


def test_marks_come_from_the_list_that_was_pasted(journal: Journal) -> None:
    kept = keep_to(journal, "gosc", {"own_day": date(2025, 6, 1)})
    paste_list(journal, kept, "themes", ["Talking ", "", "Safety", "Talking"])
    own = add_activity(journal, "A course", 60, {"marks": ["themes=safety"]})
    assert own.members("marks") == ("gosc.themes=Safety",)
    with pytest.raises(Problem, match="Walking"):
        change_activity(journal, own, {"marks": ["gosc.themes=Walking"]})
    assert [each.name for each in still_missing(journal, [own])[own.id]][:1] != ["gosc.themes"]


def test_an_activity_of_its_own_changes_as_a_whole_and_one_of_an_entry_in_part(journal: Journal) -> None:
    own = add_activity(journal, "Webinar on open access\nWhat I took from it", 45)
    assert (own.title, own.text, own.line("type")) == ("Webinar on open access", "What I took from it", "webinar")
    assert change_activity(journal, own, {"title": "Webinar", "minutes": 50}).minutes == 50
    entry = journal.entries.add("note", {"title": "A note"})
    with pytest.raises(Refused, match="not count"):
        change_activity(journal, entry, {"minutes": 5})
    count_it(journal, entry.id, 10)
    with pytest.raises(Refused, match="those of its entry"):
        change_activity(journal, entry, {"title": "Other"})
    with pytest.raises(Problem):
        change_activity(journal, entry, {"minutes": None})
    with pytest.raises(Refused):
        count_not(journal, own.id)


def test_what_lies_ahead_does_not_count(journal: Journal) -> None:
    ahead = journal.entries.add("meeting", {"title": "Next week", "when": "2026-11-30T09:00:00Z"})
    with pytest.raises(Refused, match="ahead"):
        count_it(journal, ahead.id, 60)
    assert not list(candidates(journal, *YEAR))


def written(journal: Journal) -> dict[str, Entry]:
    """One of each that matters to the sweep."""
    what: dict[str, tuple[str, dict[str, object]]] = {
        "note": ("note", {"title": "Read an article"}),
        "vent": ("note", {"title": "That meeting", "vent": True}),
        "untried": ("idea", {"title": "To try"}),
        "tried": ("idea", {"title": "Tried", "state": "tried"}),
        "off": ("meeting", {"title": "Called off", "state": "cancelled", "when": "2026-11-01T09:00:00Z"}),
        "met": ("meeting", {"people": ["Sam"], "minutes": 60, "when": "2026-11-02T09:00:00Z"}),
        "got": ("feedback", {"source": "Sam", "impact": "It helped"}),
        "gave": ("feedback", {"people": ["Sam"], "impact": "It helped"}),
        "apart": ("reflection", {"asked": "What can you do with your hands?", "text": "Bake"}),
        "done": ("note", {"title": "Looked at before"}),
    }
    found = {name: journal.entries.add(*each) for name, each in what.items()}
    count_not(journal, found["done"].id)
    return found


def test_the_sweep_offers_what_could_count_once(journal: Journal) -> None:
    entries = written(journal)
    names = {entry.id: name for name, entry in entries.items()}
    offered = list(candidates(journal, *YEAR))
    assert {names[each.entry.id] for each in offered} == {"note", "tried", "met", "got"}
    assert names[offered[-1].entry.id] == "met"
    by_name = {names[each.entry.id]: each for each in offered}
    taken = let_count(journal, by_name["note"])
    assert [each.name for each in still_missing(journal, [taken])[taken.id]] == ["minutes"]
    met = let_count(journal, by_name["met"])
    assert met.minutes == 60
    assert still_missing(journal, [met])[met.id] == ()
    assert {names[each.entry.id] for each in candidates(journal, *YEAR)} == {"tried", "got"}


def test_the_sweep_looks_back_as_far_as_the_longest_period(journal: Journal) -> None:
    assert sweep_since(journal) == date(2025, 11, 21)
    keep_to(journal, "gosc", {"own_day": date(2025, 6, 1)})
    keep_to(journal, "generic")
    assert sweep_since(journal) == date(2025, 6, 1)


def test_what_is_missing_names_entries_that_could_fill_it_and_who_is_needed(journal: Journal) -> None:
    keep_to(journal, "swe")
    entry = journal.entries.add("meeting", {"title": "Talked it over", "people": ["Sam"], "minutes": 60})
    found = wanted_now(journal, where_i_stand(journal, memberships(journal)))[0]
    assert any(entry.id in [each.entry.id for each in one.fillers] for one in found.needs)
    assert found.needs[0].wanted.amount > 0


def test_what_counts_already_is_offered_where_only_a_person_is_missing(journal: Journal) -> None:
    keep_to(journal, "goc")
    entry = journal.entries.add("meeting", {"title": "Talked over my cases", "people": ["Sam"], "minutes": 60})
    count_it(journal, entry.id, None, {"categories": ["learning", "discussion"], "participatory": True})
    (found,) = wanted_now(journal, where_i_stand(journal, memberships(journal)))
    with_people = [one for one in found.needs if one.people]
    assert with_people
    (filler,) = with_people[0].fillers
    assert (filler.entry.id, filler.counts) == (entry.id, True)
    assert "person" in filler.lacks
    assert filler.activity
    assert filler.activity.parent == entry.id
    untold = add_peer(journal, entry, "Sam", {})
    why = {each.why_not for each in verdicts(journal, untold) if each.rule in with_people[0].people}
    assert why == {"how you stand to each other is not said yet"}
    peer = add_peer(journal, entry, "Sam", {"relations": ["close friend", "of the same profession"]})
    (verdict,) = [each for each in verdicts(journal, peer) if each.rule in with_people[0].people]
    assert not verdict.counts
    assert "may not" in verdict.why_not


def test_gaps_are_noted_and_impossible_ones_named(journal: Journal) -> None:
    kept = keep_to(journal, "hcpc", {"own_day": date(2026, 1, 1)})
    (stand,) = where_i_stand(journal, [kept])
    assert stand.standing is not None
    today = journal.time.today()
    assert unexplained(stand.standing, [], today)
    with pytest.raises(Problem, match="before it begins"):
        add_gap(journal, kept, date(2026, 3, 1), date(2026, 2, 1), "leave")
    with pytest.raises(Problem, match="not come"):
        add_gap(journal, kept, date(2027, 3, 1), None, "leave")
    add_gap(journal, kept, date(2026, 1, 1), None, "Parental leave")
    assert not unexplained(stand.standing, gaps_of(journal, kept), today)


def test_what_was_agreed_with_the_body_takes_the_place_of_the_usual(journal: Journal) -> None:
    kept = keep_to(journal, "generic")
    kept = agree_amount(journal, kept, "Hours in the year", "7:30")
    (stand,) = where_i_stand(journal, [kept])
    assert stand.standing is not None
    assert stand.standing.status("hours").need == 450
    assert agree_amount(journal, kept, "hours", "").line("needs") == ""
    with pytest.raises(Problem, match="number of hours"):
        agree_amount(journal, kept, "hours", "-3")
    with pytest.raises(Problem, match="no requirement"):
        agree_amount(journal, kept, "days", "3")
    with pytest.raises(Problem, match="cannot be put off"):
        put_off(journal, kept, date(2026, 5, 1))
    later = put_off(journal, kept, date(2027, 3, 1))
    (stand,) = where_i_stand(journal, [later])
    assert stand.standing is not None
    assert any("Put off" in each for each in notes_about(stand.standing, [], journal.time.today()))


def test_requirements_that_change_within_a_period_are_said(journal: Journal) -> None:
    said = []
    for name in ("gphc", "nmc", "goc"):
        kept = keep_to(journal, name, None if name == "goc" else {"own_day": date(2027, 3, 1)})
        for year in range(2022, 2028):
            for each in where_i_stand(journal, [kept], date(year, 6, 1)):
                if each.standing and each.standing.course.changes:
                    said += notes_about(each.standing, [], journal.time.today())
    assert any("change on" in each for each in said)


def test_a_first_day_that_lies_ahead_is_said(journal: Journal) -> None:
    kept = keep_to(journal, "ara", {"own_day": date(2027, 6, 1)})
    (stand,) = where_i_stand(journal, [kept])
    assert stand.standing is not None
    assert any("1 June 2027" in each for each in notes_about(stand.standing, [], journal.time.today()))


def test_points_that_cannot_be_read_are_named_with_their_activity(journal: Journal) -> None:
    own = add_activity(journal, "A course", 60)
    journal.entries.change(own.id, {"points": "many"})
    kept = keep_to(journal, "generic")
    with pytest.raises(Refused, match=own.id[:12]):
        where_i_stand(journal, [kept])


def test_where_only_a_summary_is_asked_for_the_text_of_the_entry_answers_nothing(journal: Journal) -> None:
    keep_to(journal, "swe")
    entry = journal.entries.add("note", {"title": "A course", "text": "Mrs Smith was there."})
    activity = count_it(journal, entry.id, 60)
    asked = {each.name: each for each in asked_about(journal, activity)}
    assert (asked["swe.description"].drawn, asked["swe.type"].drawn) == ("", "Training: attended")
    missing = [each.name for each in still_missing(journal, [activity])[activity.id]]
    assert missing == ["swe.description", "swe.learnt", "swe.impact"]
    set_answer(journal, entry, "swe.description", "A course on consent.")
    assert [each.name for each in still_missing(journal, [activity])[activity.id]] == missing[1:]


def test_answers_belong_to_what_counts(journal: Journal) -> None:
    entry = journal.entries.add("note", {"title": "A note"})
    with pytest.raises(Refused):
        set_answer(journal, entry, "gphc.learnt", "Much")
    activity = count_it(journal, entry.id, 10)
    keep_to(journal, "cilip")
    set_answer(journal, entry, "learnt", "Much")
    answer = set_answer(journal, entry, "cilip.learnt", "More")
    assert answer is not None
    assert {name: each.text for name, each in answers_of(journal, activity.id).items()} == {"cilip.learnt": "More"}
    assert set_answer(journal, entry, "cilip.learnt", " ") is None
    assert answers_of(journal, activity.id) == {}
    with pytest.raises(Problem, match="no field"):
        set_answer(journal, entry, "cilip.nothing", "Words")
    assert activity_of(journal, entry.id) is not None


def test_a_signature_that_was_only_typed_is_none(journal: Journal) -> None:
    keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    entry = journal.entries.add("note", {"title": "A talk"})
    count_it(journal, entry.id, 60, {"categories": ["discussion"]})
    fields = {"meaning": "took-place", "to": "Ada", "signer": "Ada", "state": "signed", "parent": entry.id}
    typed = journal.entries.add("countersignature", fields)
    peer = add_peer(journal, entry, "Ada", {"registers": ["nmc"], "links": [typed.id]})
    (verdict,) = verdicts(journal, peer)
    assert verdict.refusals == ("unsigned",)


def test_a_file_of_ones_own_that_breaks_is_named_with_its_line(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_files, "config_folder", lambda: tmp_path)
    own = tmp_path / "requirements" / "guild.toml"
    own.parent.mkdir()
    ships = (files("peerlog.library") / "requirements" / "swe.toml").read_text(encoding="utf-8")
    own.write_text(ships, encoding="utf-8")
    kept = keep_to(journal, "guild")
    own.write_text(ships.replace('unit = "entries"', 'unit = "elephants"'), encoding="utf-8")
    (stand,) = where_i_stand(journal, [kept])
    assert stand.standing is None
    assert "guild.toml, line " in stand.problem
    assert "elephants" in stand.problem
    own.unlink()
    (stand,) = where_i_stand(journal, [kept])
    assert stand.problem.startswith("The requirements “guild” are not here.")
