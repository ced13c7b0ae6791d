"""What needs a look today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..domain.entry import Draft, Entry
from ..domain.kinds.goal import OPEN_STATES
from ..domain.moment import Moment
from ..domain.selection import Selection
from .actions import open_actions
from .journal import Journal
from .venting import to_ask_about

_SOON = timedelta(days=14)
_MOST = 5


@dataclass(frozen=True, slots=True)
class Today:
    """The Today page: what lies ahead, what is begun, what is due, and what was written on this day before."""

    day: date
    now: Moment
    name: str
    meetings: tuple[Entry, ...]
    actions: tuple[Entry, ...]
    drafts: tuple[Draft, ...]
    goals_due: tuple[Entry, ...]
    goals: tuple[Entry, ...]
    ideas: tuple[Entry, ...]
    cooled_off: tuple[Entry, ...]
    recent: tuple[Entry, ...]
    years_ago: tuple[Entry, ...]
    week: tuple[int, ...]
    wants_recovery_kit: bool


def today(journal: Journal) -> Today:
    """Collect the Today page with a few small queries."""
    entries = journal.entries
    now = journal.time.moment()
    day = now.day
    goals = _of_kind(journal, "goal", 200)
    open_goals = [goal for goal in goals if goal.line("state") in OPEN_STATES]
    due = [goal for goal in open_goals if goal.line("due") and date.fromisoformat(goal.line("due")) - day <= _SOON]
    ahead = entries.page(Selection(kinds=frozenset({"meeting"}), since=day), limit=50).entries
    meetings = sorted(
        (each for each in ahead if each.state != "held" and each.when.utc >= now.utc - timedelta(hours=1)),
        key=lambda each: each.when.utc,
    )
    written = entries.days(day - timedelta(days=27), day)
    return Today(
        day=day,
        now=now,
        name=journal.profile.name,
        meetings=tuple(meetings[:_MOST]),
        actions=tuple(_soon(open_actions(journal), day)[:_MOST]),
        drafts=tuple(entries.drafts()[:_MOST]),
        goals_due=tuple(sorted(due, key=lambda goal: goal.line("due"))[:_MOST]),
        goals=tuple(open_goals[:_MOST]),
        ideas=tuple(idea for idea in _of_kind(journal, "idea", 50) if idea.line("state") in ("to-try", "trying"))[
            :_MOST
        ],
        cooled_off=tuple(to_ask_about(journal)[:_MOST]),
        recent=entries.page(Selection(until=day), limit=3).entries,
        years_ago=tuple(_years_ago(journal, day)),
        week=tuple(written.get(day - timedelta(days=back), 0) for back in range(27, -1, -1)),
        wants_recovery_kit=journal.wants_recovery_kit,
    )


def _soon(actions: list[Entry], day: date) -> list[Entry]:
    """Those that are due within two weeks, and those that have no day."""
    return [each for each in actions if not each.line("due") or date.fromisoformat(each.line("due")) - day <= _SOON]


def _of_kind(journal: Journal, kind: str, limit: int) -> tuple[Entry, ...]:
    return journal.entries.page(Selection(kinds=frozenset({kind})), limit=limit).entries


def _years_ago(journal: Journal, day: date) -> list[Entry]:
    found: list[Entry] = []
    for years in range(1, 6):
        try:
            then = day.replace(year=day.year - years)
        except ValueError:
            continue
        found += journal.entries.page(Selection(since=then, until=then), limit=2).entries
    return found[:_MOST]
