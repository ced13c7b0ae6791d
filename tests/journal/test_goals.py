"""Goals and ideas as use cases: narrowing, moving on, checking in, what this week offers, figures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Entry
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.export.own_json import FORMAT
from peerlog.journal import ideas
from peerlog.journal.finishing import set_done
from peerlog.journal.goal import goals
from peerlog.journal.goal.goal_progress import progress_of
from peerlog.journal.importing import read_source, take_in
from peerlog.journal.journal import Journal


def a_goal(journal: Journal, **fields: object) -> Entry:
    return journal.entries.add("goal", {"title": "Chair a meeting well", "baseline": "4", "target": "7", **fields})


def test_narrowing_ends_in_a_goal_with_its_first_milestone(journal: Journal) -> None:
    answers = {"theme": "chairing", "people": "Sam", "measure": "people who speak", "milestone": "ask two by fri"}
    goal = goals.add_narrowed(journal, answers)
    assert (goal.state, goal.title, goal.line("theme")) == ("proposed", "People who speak", "chairing")
    (milestone,) = goals.milestones(journal, goal.id)
    assert (milestone.title, milestone.line("due"), milestone.parent) == ("Ask two", "2026-11-27", goal.id)


def test_narrowing_keeps_nothing_when_one_answer_cannot_be_understood(journal: Journal) -> None:
    for answers in ({}, {"theme": " "}, {"theme": "chairing", "due": "some day"}):
        with pytest.raises(Problem):
            goals.add_narrowed(journal, answers)
    assert goals.goals_in(journal) == []
    assert goals.add_narrowed(journal, {"milestone": "ask two by fri"}).title == "Ask two"


def test_a_goal_takes_the_steps_that_are_open(journal: Journal) -> None:
    goal = a_goal(journal, state="proposed")
    with pytest.raises(Problem, match="proposed does not become"):
        goals.move_goal(journal, goal.id, "met")
    for state in ("agreed", "active", "met", "active", "let-go", "active"):
        assert goals.move_goal(journal, goal.id, state).state == state
    note = journal.entries.add("note", {"text": "x"})
    for act in (goals.require_goal, ideas.require_idea):
        with pytest.raises(Refused, match="not a"):
            act(journal, note.id)
    journal.entries.delete(goal.id)
    with pytest.raises(Refused, match="trash"):
        goals.check_in(journal, goal.id, "7")


def test_figures(journal: Journal, clock: SetClock) -> None:
    goal = a_goal(journal, due="2027-03-01")
    empty = progress_of(journal, goal)
    assert (empty.now, empty.check_ins, empty.milestones, empty.next_day) == (None, 0, (), date(2027, 3, 1))
    for line in ("4 too quiet", "3", "6 two spoke"):
        goals.check_in(journal, goal.id, line)
        clock.forward(days=7)
    later, sooner = (
        goals.add_milestone(journal, goal.id, line) for line in ("whole meeting by 1 feb", "half by 9 jan")
    )
    actions = [journal.entries.add("action", {"title": str(each), "parent": goal.id}) for each in range(3)]
    set_done(journal, actions[0].id)
    journal.entries.add("action", {"title": "of something else"})
    found = progress_of(journal, goal)
    assert (found.baseline, found.target, found.now, found.trend.first) == ("4", "7", 6, 4)
    assert (found.check_ins, found.actions_open, found.actions_closed) == (3, 2, 1)
    assert (found.next_milestone, found.next_day) == (sooner, date(2027, 1, 9))
    set_done(journal, sooner.id)
    found = progress_of(journal, goal, check_ins=2)
    assert (found.next_milestone, found.milestones_reached, len(found.milestones)) == (later, 1, 2)
    assert [level for _, level in found.trend.points] == [3, 6]


def test_goals_by_where_they_stand(journal: Journal) -> None:
    late, soon = a_goal(journal, due="2027-05-01"), a_goal(journal, due="2027-01-01")
    met, proposed = a_goal(journal, state="met"), a_goal(journal, state="proposed")
    stateless = journal.entries.save(a_goal(journal).id, {"title": "From before there were states"})
    assert goals.goals_in(journal) == [soon, late, stateless, proposed, met]
    assert goals.goals_in(journal, ("met", "proposed")) == [proposed, met]


def test_an_idea_takes_its_steps_and_says_what_came_of_it(journal: Journal) -> None:
    idea = journal.entries.add("idea", {"title": "Ask before advising"})
    assert ideas.move_idea(journal, idea.id, "trying").state == "trying"
    assert ideas.move_idea(journal, idea.id, "tried", "It was quieter").line("outcome") == "It was quieter"
    kept = ideas.move_idea(journal, idea.id, "kept", " ")
    assert (kept.state, kept.line("outcome")) == ("kept", "It was quieter")
    with pytest.raises(Problem):
        ideas.move_idea(journal, idea.id, "to-try")


def test_this_week_s_ideas_stay_while_one_of_them_is_tried(journal: Journal, clock: SetClock) -> None:
    goal, over = a_goal(journal), a_goal(journal, state="met")
    names = ("Old", "Older", "Serves", "Serves what is over", "New")
    days = ("2026-10-02", "2026-10-01", "2026-11-10", "2026-10-03", "2026-11-12")
    links: tuple[tuple[str, ...], ...] = ((), (), (goal.id,), (over.id,), ())
    clock.forward(days=-20)
    kept = {
        name: journal.entries.add("idea", {"title": name, "when": f"{day}T10:00:00+00:00[UTC]", "links": linked})
        for name, day, linked in zip(names, days, links, strict=True)
    }
    ideas.move_idea(journal, kept["New"].id, "trying")
    clock.forward(days=20)
    expected = ["Serves", "Older", "Old"]
    assert [each.title for each in ideas.of_this_week(journal)] == expected
    ideas.move_idea(journal, kept["Serves"].id, "trying")
    ideas.move_idea(journal, journal.entries.add("idea", {"title": "Today's", "links": [goal.id]}).id, "trying")
    clock.forward(days=1)  # Sunday
    assert [(each.title, each.state) for each in ideas.of_this_week(journal)] == [
        ("Serves", "trying"),
        ("Older", "to-try"),
        ("Old", "to-try"),
    ]
    clock.forward(days=1)
    assert [each.title for each in ideas.of_this_week(journal)] == ["Older", "Old", "Serves what is over"]
    ideas.move_idea(journal, kept["Old"].id, "dropped")
    assert [each.title for each in ideas.of_this_week(journal)] == ["Older", "Serves what is over"]


def test_nothing_links_to_itself_or_is_a_part_of_itself(journal: Journal) -> None:
    goal, other = a_goal(journal), journal.entries.add("note", {"text": "x"})
    assert journal.entries.change(goal.id, {"links": [goal.id, other.id]}).members("links") == (other.id,)
    assert "links" not in journal.entries.change(goal.id, {"links": [goal.id]}).fields
    with pytest.raises(Problem, match="nothing to save"):
        journal.entries.save(other.id, {"links": [other.id]})
    outer = journal.entries.add("action", {"title": "Outer"})
    inner = journal.entries.add("action", {"title": "Inner", "parent": outer.id})
    innermost = journal.entries.add("action", {"title": "Innermost", "parent": inner.id})
    for doomed in (outer, inner, innermost):
        with pytest.raises(Problem, match="part of itself"):
            journal.entries.change(outer.id, {"parent": doomed.id})
    assert journal.entries.get(outer.id) == outer
    assert journal.entries.change(innermost.id, {"parent": outer.id}).parent == outer.id


def test_what_comes_in_from_a_file_is_no_part_of_itself_either(journal: Journal, tmp_path: Path) -> None:
    one, two = "1" * 64, "2" * 64

    def exported(id_: str, **fields: object) -> dict[str, object]:
        moment = "2026-11-01T10:00:00+00:00[UTC]"
        stamp = "2026-11-01T10:00:00Z"
        return {"id": id_, "kind": "action", "created": stamp, "saved": stamp, "fields": {"when": moment, **fields}}

    file = tmp_path / "odd.json"
    entries = [exported(one, title="One", parent=two, links=[one, two]), exported(two, title="Two", parent=one)]
    file.write_text(json.dumps({"format": FORMAT, "version": 1, "entries": entries}), encoding="utf-8")
    take_in(journal, read_source(journal, "json", file))
    found = {each.title: each for each in journal.entries.of_kind("action")}
    assert set(found) == {"One", "Two"}
    assert found["One"].members("links") == (found["Two"].id,)
    assert not any(each.parent for each in found.values())
    for each in found.values():
        journal.entries.delete(each.id)


def test_five_thousand_actions_are_counted_and_not_read(journal: Journal) -> None:
    goal = a_goal(journal, title="x" * 200)
    with journal.private.write():
        for number in range(5000):
            journal.entries.add("action", {"title": f"Action {number}", "parent": goal.id})
    found = progress_of(journal, goal)
    assert (found.actions_open, found.actions_closed, found.milestones) == (5000, 0, ())
