"""The ten minutes before a meeting: everything that helps, on one page, from a few small queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...domain.carry_forward import any_of
from ...domain.entry import Entry
from ...domain.kinds import AGENDA_ITEM, CHECK_IN, CHOSEN, DECISION, GOAL, MEETING
from ...domain.kinds.goal import OPEN_STATES
from ...domain.kinds.meeting import WRITTEN
from ...domain.meeting_time import took_place
from ...domain.moment import Moment
from ...domain.question import bank_of, fitting, pick
from ...domain.selection import Selection
from ...errors import Refused
from ..actions import open_actions
from ..expected_kind import require_kind
from ..journal import Journal
from ..practice_files import question_sets
from .agenda import agenda, left_open
from .clocks import Clock, clocks_at, zones_of
from .meetings_with import last_contact, meetings_with, next_meeting, over_with_same_people, phrase

_UNKNOWN_SINCE = timedelta(days=30)
"""How far back “since last time” reaches where there was no last time."""
_MOST_WRITTEN, _MOST_ACTIONS, _MOST_GOALS, _MOST_LEVELS, _MOST_QUESTIONS = 6, 6, 4, 12, 6
_ASKED = 3


@dataclass(frozen=True, slots=True)
class OpenActions:
    """What somebody has said they will do, the soonest due first; an empty `owner` is the writer."""

    owner: str
    actions: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GoalMovement:
    """A goal with the levels of its latest check-ins, the oldest first, 0 to 10; `before` is that at the last time."""

    goal: Entry
    levels: tuple[int, ...]
    before: int | None

    @property
    def now(self) -> int | None:
        return self.levels[-1] if self.levels else None


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything that the page shows. `when` is in the journal's own zone.

    `contact` is the latest meeting, letter or message with any of these people, `days` how many days ago that was.
    `last` is the latest talk with exactly these people, whose `decisions` and summary stand on the page. `left_open`
    is what could be carried forward, `unsettled` every open question, of this meeting and of earlier ones.
    """

    meeting: Entry
    now: Moment
    when: Moment
    people: tuple[str, ...]
    clocks: tuple[Clock, ...]
    contact: Entry | None
    days: int | None
    last: Entry | None
    decisions: tuple[Entry, ...]
    written: tuple[Entry, ...]
    actions: tuple[OpenActions, ...]
    goals: tuple[GoalMovement, ...]
    unsettled: tuple[Entry, ...]
    questions: tuple[str, ...]
    agenda: tuple[Entry, ...]
    left_open: tuple[Entry, ...]

    @property
    def brought(self) -> tuple[Entry, ...]:
        """The items of the agenda that the writer brings."""
        return tuple(item for item in self.agenda if not item.line("by"))


def preparation(journal: Journal, id_: str = "") -> Preparation:
    """What there is to know before a meeting, the next one if no id is given; raises `Refused` when there is none."""
    meeting = journal.entries.get(id_) if id_ else next_meeting(journal)
    if meeting is None:
        raise Refused("No meeting lies ahead.", "“peerlog meeting add --with Sam --when fri” plans one.")
    require_kind(journal, meeting, MEETING.name, "“peerlog meeting” lists the meetings.")
    now, own = journal.time.moment(), journal.profile.name
    people = tuple(name for name in meeting.members("people") if name.casefold() != own.casefold())
    when = journal.entries.when_of(meeting)
    known = meetings_with(journal, people)
    earlier = [each for each in known if each.id != meeting.id and each.when.utc < when.utc]
    contact = last_contact(journal, earlier)
    last = _last_time(over_with_same_people(journal, meeting, known), now)
    since = _since(journal, contact, now)
    with_them = {each.id for each in known} | {meeting.id}
    items = tuple(agenda(journal, meeting.id))
    open_before = tuple(left_open(journal, meeting, known))
    return Preparation(
        meeting=meeting,
        now=now,
        when=when,
        people=people,
        clocks=clocks_at(zones_of(journal, people), when),
        contact=contact,
        days=(now.day - journal.entries.when_of(contact).day).days if contact else None,
        last=last,
        decisions=tuple(journal.entries.parts(last.id, DECISION.name)) if last else (),
        written=_written(journal, people, since, [each for each in (meeting, last) if each]),
        actions=_actions(journal, people, with_them),
        goals=_goals(journal, people, since),
        unsettled=_unsettled(journal, [*open_before, *items], with_them),
        questions=_questions(meeting),
        agenda=items,
        left_open=open_before,
    )


def _last_time(earlier: Sequence[Entry], now: Moment) -> Entry | None:
    """The latest that took place, one where people spoke before one by writing."""
    held = [each for each in earlier if took_place(each, now)]
    return next((each for each in held if each.line("channel") not in WRITTEN), held[0] if held else None)


def _since(journal: Journal, contact: Entry | None, now: Moment) -> date:
    return journal.entries.when_of(contact).day if contact else now.day - _UNKNOWN_SINCE


def _written(journal: Journal, people: Sequence[str], since: date, meetings: Iterable[Entry]) -> tuple[Entry, ...]:
    """The newest entries since then that name one of these people or link to one of these meetings."""
    kinds = frozenset(CHOSEN) - {MEETING.name, GOAL.name}
    found: dict[str, Entry] = {}
    for name in people:
        first = name.split()[0] if name.split() else name
        hits = journal.entries.page(Selection(kinds=kinds, since=since), phrase(first), limit=_MOST_WRITTEN)
        found |= {entry.id: entry for entry in hits.entries}
    for meeting in meetings:
        hits = journal.entries.page(Selection(kinds=kinds, linked_to=meeting.id), limit=_MOST_WRITTEN)
        found |= {entry.id: entry for entry in hits.entries}
    newest = sorted(found.values(), key=lambda entry: entry.when.utc, reverse=True)
    return tuple(newest[:_MOST_WRITTEN])


def _actions(journal: Journal, people: Sequence[str], with_them: set[str]) -> tuple[OpenActions, ...]:
    """What the writer does for meetings with these people or for nothing in particular, and what each of them does."""
    everything = open_actions(journal)
    mine = [each for each in everything if not each.line("owner") and (not each.parent or each.parent in with_them)]
    found = [OpenActions("", tuple(sorted(mine, key=lambda each: not each.parent)[:_MOST_ACTIONS]))]
    for name in people:
        theirs = [each for each in everything if each.line("owner").casefold() == name.casefold()]
        found.append(OpenActions(name, tuple(theirs[:_MOST_ACTIONS])))
    return tuple(group for group in found if group.actions)


def _goals(journal: Journal, people: Sequence[str], since: date) -> tuple[GoalMovement, ...]:
    """Open goals with these people first, then the writer's own."""
    goals = journal.entries.of_kind(GOAL.name, states=OPEN_STATES, limit=100)
    shared = [goal for goal in goals if any_of(people, goal.members("people"))]
    own = [goal for goal in goals if not goal.members("people")]
    return tuple(_movement(journal, goal, since) for goal in (*shared, *own)[:_MOST_GOALS])


def _movement(journal: Journal, goal: Entry, since: date) -> GoalMovement:
    chosen = Selection(kinds=frozenset({CHECK_IN.name}), parent=goal.id)
    latest = journal.entries.page(chosen, limit=_MOST_LEVELS).entries
    rated = [(each.when.day, level) for each in reversed(latest) if (level := each.number("level")) is not None]
    before = [level for day, level in rated if day <= since]
    return GoalMovement(goal, tuple(level for _, level in rated), before[-1] if before else None)


def _unsettled(journal: Journal, items: Sequence[Entry], with_them: set[str]) -> tuple[Entry, ...]:
    """Open questions of this meeting and of those before, also of those with some more people or fewer."""
    found = {item.id: item for item in items}
    everywhere = journal.entries.of_kind(AGENDA_ITEM.name, states=("open",), limit=100)
    found |= {item.id: item for item in everywhere if item.parent in with_them}
    open_ones = [item for item in found.values() if item.state == "open" and item.line("sort") == "question"]
    return tuple(sorted(open_ones, key=lambda item: item.created)[:_MOST_QUESTIONS])


def _questions(meeting: Entry) -> tuple[str, ...]:
    """Some questions for the meeting's purpose: to begin with, to go further, to end.

    Other ones for each meeting, and the same ones for everybody in it, whose clocks agree on nothing but the moment.
    """
    bank = bank_of(question_sets()[0].values())
    purpose = meeting.line("purpose")
    chosen: list[str] = []
    for moment in ("opening", "deepening", "closing")[:_ASKED]:
        chosen += [question.text for question in pick(fitting(bank, purpose, moment), 1, meeting.when.utc.isoformat())]
    return tuple(chosen)
