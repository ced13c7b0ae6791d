"""Ideas: which there are, which to try this week, and what came of them."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.entry import Entry
from ..domain.idea_course import COURSE
from ..domain.idea_week import ideas_of_week, week_start
from ..domain.kinds import GOAL, IDEA
from ..domain.selection import Selection
from .expected_kind import require_at_hand, require_kind
from .journal import Journal

MOST = 500
"""Ideas that are looked at at once, the newest ones."""


def ideas_in(journal: Journal, states: Iterable[str] = ()) -> list[Entry]:
    """The ideas in these states, or in any, the oldest first."""
    wanted = set(states)
    found = journal.entries.of_kind(IDEA.name, limit=MOST)
    return [idea for idea in reversed(found) if not wanted or COURSE.standing(idea.state) in wanted]


def move_idea(journal: Journal, id_: str, to: str, outcome: str = "") -> Entry:
    """Bring an idea to another state, with what came of it; raises `Problem` for a step that is not open."""
    idea = require_idea(journal, id_)
    COURSE.check(idea.state, to)
    return journal.entries.change(idea.id, {"state": to, **({"outcome": outcome} if outcome.strip() else {})})


def of_this_week(journal: Journal) -> tuple[Entry, ...]:
    """Up to three ideas to try this week, as they stand now: those made “trying” since Monday stay among them."""
    monday = week_start(journal.time.today())
    ideas = [idea for idea in ideas_in(journal, ("to-try", "trying")) if not journal.entries.is_theirs(idea)]
    waiting = [idea for idea in ideas if COURSE.standing(_state_on(journal, idea, monday.isoformat())) == "to-try"]
    active = [goal.id for goal in journal.entries.of_kind(GOAL.name, states=("active",))]
    return ideas_of_week(waiting, active, journal.time.today())


def _state_on(journal: Journal, idea: Entry, day: str) -> str:
    """The state that an idea was in when a day began; for one written later, its first."""
    if idea.state != "trying" or idea.saved < day:
        return idea.state
    before = next((each for each in journal.entries.versions(idea.id) if each.saved < day), None)
    if before is not None:
        return str(before.fields.get("state", ""))
    first = [each for each in journal.entries.versions(idea.id) if each.number == 1]
    return str(first[0].fields.get("state", "")) if first else idea.state


def require_idea(journal: Journal, id_: str) -> Entry:
    """The idea with this full id; raises `Refused` when it is something else, or in the trash."""
    entry = require_kind(journal, journal.entries.get(id_), IDEA.name, "“peerlog idea” lists the ideas.")
    return require_at_hand(journal, entry)


def serving(journal: Journal, goal_id: str, *kinds: str, limit: int = 50) -> list[Entry]:
    """The newest entries of these kinds that are linked to a goal."""
    selection = Selection(kinds=frozenset(kinds), linked_to=goal_id)
    return list(journal.entries.page(selection, limit=limit).entries)
