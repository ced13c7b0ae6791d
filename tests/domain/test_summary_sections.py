"""What single sections say where there is much, little, or something out of the ordinary."""

from __future__ import annotations

from typing import Any

import pytest

from peerlog.domain.entry import Entry
from peerlog.domain.summary.prose import MOST_IN_A_LIST

from .half_year import KIM, SAM, meeting
from .summaries import composed, material, shared

ADA = "Ada Feeney"


def said(name: str, *entries: Entry, members: tuple[str, ...] = (KIM, SAM), by: str = "") -> str:
    return composed(material(members, entries, {each.id: by for each in entries}))[name]


def several(kind: str, count: int, **fields: Any) -> list[Entry]:
    return [shared(kind, f"2026-07-{1 + number:02}", title=f"Title {number}", **fields) for number in range(count)]


def test_two_meetings_in_the_same_way() -> None:
    talks = [meeting("2026-06-08", minutes=30), meeting("2026-06-15", minutes=30)]
    told = "Between 1 June and 30 November we met twice, 1 hour in all. Both of them were by video."
    assert said("meetings", *talks) == told


def test_meetings_of_which_nobody_noted_more_than_the_day() -> None:
    talks = [shared("meeting", f"2026-06-{day:02}", title="Talk") for day in (1, 2, 3)]
    assert said("meetings", *talks) == "Between 1 June and 30 November we met three times, about once a day."


def test_meetings_in_writing_alone() -> None:
    letters = [meeting("2026-06-08", channel="e-mail"), meeting("2026-07-08", channel="e-mail")]
    letters.append(meeting("2026-08-08", channel="messages"))
    assert said("meetings", *letters) == "In writing we conferred twice by e-mail and once by message."


def test_guests_at_the_longest_meeting_and_at_others() -> None:
    talks = [meeting(f"2026-0{month}-08", minutes=60) for month in (6, 7)]
    longest = meeting("2026-08-08", KIM, SAM, "Zoë", minutes=90, title="Open evening")
    told = said("meetings", *talks, longest)
    assert told.endswith("The longest, “Open evening” on 8 August, took 1 hour 30 minutes, and Zoë joined us.")
    another = meeting("2026-09-08", KIM, SAM, ADA, minutes=60)
    told = said("meetings", *talks, longest, another)
    assert told.endswith("took 1 hour 30 minutes. Twice others joined us: Ada Feeney and Zoë.")


@pytest.mark.parametrize(("absent", "ends"), [((), "there every time."), ((ADA,), "there once.")])
def test_a_group_that_was_whole(absent: tuple[str, ...], ends: str) -> None:
    trio = (KIM, SAM, ADA)
    talks = [meeting("2026-06-08", *trio), meeting("2026-06-09", *trio, apologies=absent)]
    assert said("meetings", *talks, members=trio).endswith(f"All three of us were {ends}")


def test_a_meeting_yet_to_come_is_not_held_and_a_cancelled_one_is_neither() -> None:
    planned = shared("meeting", "2026-11-30", people=(KIM, SAM), state="planned", title="Review", channel="visit")
    later = shared("meeting", "2026-12-14", people=(KIM, SAM), state="planned")
    off = shared("meeting", "2026-12-07", people=(KIM, SAM), state="cancelled")
    assert said("meetings", planned, later, off) == ""
    told = "We meet next on 30 November for “Review” in person. After that on 14 December."
    assert said("next_steps", planned, later, off) == told


@pytest.mark.parametrize(
    ("section", "kind", "fields", "lead", "first"),
    [
        ("ideas", "idea", {"state": "kept", "outcome": "So."}, "We kept four ideas:", "- Kim kept “Title 0”: “So.”"),
        ("learned", "reflection", {}, "What we reflected on:", "- Kim reflected on “Title 0” on 1 July."),
        ("learned", "note", {}, "What we wrote for each other:", "- On 1 July Kim wrote for us: “Title 0”."),
        ("learned", "resource", {"pass_on": True, "source": SAM}, "What we passed on:", "- Sam passed “Title 0” on."),
        ("decisions", "decision", {}, "We settled four matters:", "- Title 0 (1 July)"),
        (
            "discussed",
            "request",
            {"source": SAM, "people": (KIM,), "help": "listen"},
            "What we asked of each other:",
            "- On 1 July Sam asked Kim to listen to “Title 0”.",
        ),
        ("next_steps", "goal", {"due": "2026-12-24"}, "What we want to have reached:", "- “Title 0” by 24 December"),
    ],
)
def test_four_of_something_are_a_list(section: str, kind: str, fields: dict[str, Any], lead: str, first: str) -> None:
    lines = said(section, *several(kind, 4, **fields), by=KIM).split("\n")
    assert lines[:3] == [lead, "", first]
    assert len([line for line in lines if line.startswith("- ")]) == 4
    assert "- " not in said(section, *several(kind, 3, **fields), by=KIM)


def test_of_very_many_it_is_said_how_many_more_there_are() -> None:
    many = [shared("decision", "2026-07-01", title=f"Rule {number:03}") for number in range(MOST_IN_A_LIST + 5)]
    lines = said("decisions", *many).split("\n")
    assert lines[-2:] == [f"- Rule {MOST_IN_A_LIST - 1:03} (1 July)", "- And 5 more."]


def test_many_actions_of_one_person() -> None:
    lines = said("next_steps", *several("action", 4, owner=SAM, due="2026-12-01")).split("\n")
    assert lines[:3] == ["What we have taken on:", "", "- Sam: “Title 0” by 1 December"]


def test_insights_of_many_meetings_are_listed_by_their_days() -> None:
    talks = [meeting(f"2026-07-0{day}", insights="Wait.") for day in range(1, 5)]
    assert said("learned", *talks).split("\n")[:3] == ["What we took from our meetings:", "", "- 1 July: “Wait.”"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "“Chair” is a goal that Kim wrote down on 1 July."),
        ({"state": "let-go"}, "“Chair” is a goal that Kim wrote down on 1 July. We have let it go."),
        ({"baseline": "Shy"}, "“Chair” is a goal that Kim wrote down on 1 July. It set out from “Shy”."),
        (
            {"baseline": "2", "target": "8"},
            "“Chair” is a goal that Kim wrote down on 1 July. It set out from 2 and is to lead to 8.",
        ),
    ],
)
def test_a_goal_without_check_ins(fields: dict[str, Any], told: str) -> None:
    assert said("goals", shared("goal", title="Chair", **fields), by=KIM) == told


def test_a_goal_that_was_checked_once_and_one_that_stands_where_it_stood() -> None:
    goal = shared("goal", title="Chair")
    once = shared("check-in", "2026-07-09", parent=goal.id, level=5)
    told = said("goals", goal, once, by=KIM)
    assert told == "“Chair”, which Kim wrote down on 1 July, stood at 5 of 10 on 9 July."
    again = shared("check-in", "2026-08-09", parent=goal.id, level=5)
    told = said("goals", goal, once, again, by=KIM)
    assert told == "“Chair”, which Kim wrote down on 1 July, began at 5 of 10 and stood there again on 9 August."


def test_what_served_a_goal() -> None:
    goal = shared("goal", title="Chair")
    served = shared("idea", title="Ask first", state="kept", links=(goal.id,))
    unused = shared("idea", title="A bell", links=(goal.id,))
    assert "What served it: “Ask first”." in said("goals", goal, served, unused)


def test_an_agreement_that_has_ended_and_one_that_is_a_draft() -> None:
    over = shared("agreement", "2026-03-01", starts="2026-03-01", ends="2026-07-31", state="ended", hours=2)
    told = "Our agreement ran from 1 March to 31 July. In it we said that we would give it two hours a month each."
    assert said("focus", over) == told
    assert said("next_steps", over) == ""
    assert said("focus", shared("agreement", "2026-06-01", starts="2026-06-01", state="draft", focus="X")) == ""


def test_feedback_that_nobody_has_taken_in_stays_between_two() -> None:
    given: dict[str, Any] = {"source": SAM, "people": (KIM,), "behaviour": "You waited until it was quiet."}
    assert said("learned", shared("feedback", **given)) == ""
    taken = said("learned", shared("feedback", **given, accepted=True))
    assert taken == "From Sam's feedback of 1 July Kim took in “You waited until it was quiet.”"


def test_a_scope_stands_in_for_an_agenda() -> None:
    assert said("discussed", meeting("2026-06-08", scope="Where to practise")) == (
        "On 8 June we kept to one matter: “Where to practise”."
    )


def test_days_of_another_year_have_it_said() -> None:
    goal = shared("goal", "2025-12-01", title="Chair")
    told = said("goals", goal, shared("check-in", "2025-12-02", parent=goal.id, level=3))
    assert told == "“Chair” stood at 3 of 10 on 2 December 2025."
