"""Goals: setting them, moving them on, saying where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ...domain.check_in_line import read_check_in
from ...domain.dated_line import read_dated_line
from ...domain.entry import PRIVATE, Draft, Entry
from ...domain.goal_course import COURSE
from ...domain.kinds import CHECK_IN, GOAL, MILESTONE
from ...domain.narrowing import MILESTONE as FIRST_MILESTONE
from ...domain.narrowing import goal_from, needs_words
from ...domain.selection import Selection
from ...domain.trend import SHOWN, Trend, trend_of
from ..expected_kind import require_at_hand, require_kind
from ..journal import Journal

MOST = 500
"""Goals that are listed at once, the newest ones."""
MOST_MILESTONES = 100


def goals_in(journal: Journal, states: Iterable[str] = ()) -> list[Entry]:
    """Goals by where they stand, those that matter now first, each group by its days; of `states`, or all."""
    wanted = set(states)
    found = [goal for goal in journal.entries.of_kind(GOAL.name, limit=MOST) if not wanted or _state(goal) in wanted]
    order = {state: place for place, state in enumerate(("active", "agreed", "proposed", "met", "let-go"))}
    return sorted(found, key=lambda goal: (order[_state(goal)], goal.line("due") or "9999", goal.id))


def add_narrowed(
    journal: Journal, answers: Mapping[str, str], *, draft: str | None = None, space: str | None = None
) -> Entry:
    """Keep the goal that the answers to the questions of `domain.narrowing` give, with its first milestone.

    With others it begins as proposed. Raises `Problem` when all of them are empty, or one cannot be understood.
    """
    needs_words(answers)
    today = journal.time.today()
    fields = goal_from(answers, today)
    if not fields:
        fields = {"title": read_dated_line(answers[FIRST_MILESTONE], today)[0]}
    if space not in (None, PRIVATE):
        fields["state"] = "proposed"
    with journal.writing():
        goal = journal.entries.add(GOAL.name, fields, draft=draft, space=space)
        if answers.get(FIRST_MILESTONE, "").strip():
            add_milestone(journal, goal.id, answers[FIRST_MILESTONE])
    return goal


def move_goal(journal: Journal, id_: str, to: str) -> Entry:
    """Bring a goal to another state; raises `Problem` for a step that is not open from where it stands."""
    goal = require_goal(journal, id_)
    COURSE.check(goal.state, to)
    return journal.entries.change(goal.id, {"state": to})


def check_in(journal: Journal, id_: str, line: str) -> Entry:
    """Keep where a goal stands, written as `7 held the time`; raises `Problem`."""
    said = read_check_in(line)
    goal = require_goal(journal, id_)
    return journal.entries.add(CHECK_IN.name, {"level": said.level, "text": said.note, "parent": goal.id})


def add_milestone(journal: Journal, id_: str, line: str) -> Entry:
    """Keep a place on the way to a goal, written as `first draft by 4 dec`; raises `Problem`."""
    title, due = read_dated_line(line, journal.time.today())
    goal = require_goal(journal, id_)
    return journal.entries.add(MILESTONE.name, {"title": title, "due": due, "parent": goal.id})


def trend(journal: Journal, id_: str, limit: int = SHOWN) -> Trend:
    """The newest check-ins of a goal."""
    selection = Selection(kinds=frozenset({CHECK_IN.name}), parent=id_)
    return trend_of(journal.entries.page(selection, limit=limit).entries)


def milestones(journal: Journal, id_: str) -> list[Entry]:
    """A goal's milestones, the soonest first; those without a day after those with one."""
    selection = Selection(kinds=frozenset({MILESTONE.name}), parent=id_)
    found = journal.entries.page(selection, limit=MOST_MILESTONES).entries
    return sorted(found, key=lambda each: (each.line("due") or "9999", each.created, each.id))


def next_day(goal: Entry, ahead: Iterable[Entry]) -> tuple[date | None, Entry | None]:
    """The next day that matters to a goal: of the first open milestone, which comes with it, else its own."""
    for milestone in ahead:
        if not milestone.line("done_on") and milestone.line("due"):
            return date.fromisoformat(milestone.line("due")), milestone
    due = goal.line("due")
    return (date.fromisoformat(due) if due else None), None


def require_goal(journal: Journal, id_: str) -> Entry:
    """The goal with this full id; raises `Refused` when it is something else, or in the trash."""
    entry = require_kind(journal, journal.entries.get(id_), GOAL.name, "“peerlog goal” lists the goals.")
    return require_at_hand(journal, entry)


def _state(goal: Entry) -> str:
    return COURSE.standing(goal.state)


def unfinished(answers: Mapping[str, str], id_: str, saved: str) -> Draft:
    """A draft of the goal as far as the questions were answered: its first milestone waits in the text."""
    typed: dict[str, object] = {
        name: said for name, said in answers.items() if said.strip() and name != FIRST_MILESTONE
    }
    if said := answers.get(FIRST_MILESTONE, "").strip():
        typed["text"] = f"First milestone: {said}"
    return Draft(
        id_, GOAL.name, {**typed, "state": "proposed" if answers.get("people", "").strip() else "active"}, saved
    )
