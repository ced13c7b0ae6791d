"""A group's session: whose turn it is, how far it has come while it runs, and what it leaves in the journal."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.entry import Draft, Entry
from ..domain.group_session import GroupSession, begin_group_session
from ..domain.kinds import ACTION, MEETING, TURN
from ..domain.moment import Moment
from ..domain.position import between
from ..domain.problem import Problem
from ..domain.protocol import Protocol
from ..domain.session_plan import plan, shortest_and_longest, whose_turn
from ..domain.stored_session import read_stored, stored
from ..domain.text import brief, clean_line
from .journal import Journal

FIELD = "session"
"""The field of a draft that says how far a session has come."""

_USUAL = 90
"""Minutes that are offered where nothing else says how long there is."""


def protocol_named(protocols: dict[str, Protocol], said: str) -> Protocol:
    """The protocol with this name, or whose name or label begins so; raises `Problem`."""
    wanted = clean_line(said).casefold().replace("-", "_")
    exact = [each for each in protocols.values() if wanted in (each.name.casefold(), each.label.casefold())]
    found = exact or [
        each
        for each in protocols.values()
        if wanted and (each.name.casefold().startswith(wanted) or each.label.casefold().startswith(wanted))
    ]
    if len(found) != 1:
        sort = "More than one way of working begins with" if found else "There is no way of working called"
        raise Problem(f"{sort} “{brief(said)}”.", f"There are: {', '.join(protocols)}.")
    return found[0]


def people_of(journal: Journal, meeting: Entry | None = None) -> tuple[str, ...]:
    """The writer and those in a meeting, as far as the journal knows them by name."""
    own = journal.profile.name
    others = meeting.members("people") if meeting else ()
    away = {name.casefold() for name in meeting.members("apologies")} if meeting else set()
    seen = {name.casefold(): name for name in (own, *others) if name and name.casefold() not in away}
    return tuple(seen.values())


def earlier_presenters(journal: Journal, people: Sequence[str]) -> tuple[str, ...]:
    """Who has presented in this group before, oldest first, spelt as in `people`.

    A meeting counts as one of this group when at least half of these people were at it.
    """
    spelt = {name.casefold(): name for name in people}
    turns: dict[str, list[Entry]] = {}
    for turn in journal.entries.of_kind(TURN.name):
        if turn.parent and turn.line("presenter").casefold() in spelt:
            turns.setdefault(turn.parent, []).append(turn)
    found: list[tuple[str, str, str, str]] = []
    for meeting_id, parts in turns.items():
        meeting = journal.entries.find(meeting_id)
        if meeting is None or meeting.deleted:
            continue
        there = {name.casefold() for name in people_of(journal, meeting)}
        there |= {part.line("presenter").casefold() for part in parts}
        if len(there & set(spelt)) * 2 >= len(people):
            at = meeting.when.utc.isoformat()
            found += [(at, part.line("position"), part.created, part.line("presenter").casefold()) for part in parts]
    return tuple(spelt[each[-1]] for each in sorted(found))


def usual_minutes(protocol: Protocol, people: int) -> int:
    """How many minutes to offer: an hour and a half, less where all turns cannot use that, more where one needs it."""
    fewest, most = protocol.turns
    longest = shortest_and_longest(protocol, people, min(people, most))[1]
    return max(min(_USUAL, longest), shortest_and_longest(protocol, people, fewest)[0])


def offered_turns(journal: Journal, protocol: Protocol, people: Sequence[str], minutes: int) -> tuple[str, ...]:
    """Who should present: as many as have time without hurry, those who have waited longest first."""
    fewest, most = protocol.turns
    unhurried = [
        turns
        for turns in range(fewest, min(most, len(people)) + 1)
        if sum(shortest_and_longest(protocol, len(people), turns)) <= 2 * minutes
    ]
    count = max(unhurried, default=fewest)
    return whose_turn(people, count, earlier_presenters(journal, people))


def begin(
    journal: Journal,
    protocol: Protocol,
    people: Sequence[str],
    presenters: Sequence[str],
    minutes: int,
    meeting: Entry | None = None,
) -> GroupSession:
    """A session laid out and not begun; nothing is kept yet. Raises `Problem` for what does not fit."""
    steps = plan(protocol, people, presenters, minutes, earlier_presenters(journal, people))
    began = str(journal.time.moment())
    return begin_group_session(
        protocol, tuple(people), steps, began, meeting.id if meeting else "", meeting.title if meeting else ""
    )


def as_draft(session: GroupSession, draft: str) -> Draft:
    """A session at rest, as a draft with this id; whoever stores it puts the time on it."""
    fields: dict[str, object] = {"title": session.title or session.protocol, "text": session.notes}
    return Draft(draft, MEETING.name, {**fields, FIELD: stored(session)}, "")


def is_session(draft: Draft) -> bool:
    return FIELD in draft.fields


def session_in(draft: Draft) -> GroupSession:
    """The session that a draft holds; raises `Problem` when it cannot be read."""
    title = str(draft.fields.get("title") or "")
    return read_stored(draft.fields[FIELD], title, str(draft.fields.get("text") or ""))


def record(journal: Journal, session: GroupSession, draft: str | None = None) -> Entry:
    """Keep what came of a session at rest, all of it or nothing: the meeting, its turns, and what people will do.

    The meeting is the one that it belongs to, or a new one. Turns that were not reached are left out.
    """
    with journal.writing(*filter(None, [session.meeting])):
        meeting = _meeting(journal, session)
        places = [turn.line("position") for turn in journal.entries.parts(meeting.id, TURN.name)]
        place = max(places, default="")
        for number, roles in enumerate(session.turns, 1):
            outcome = session.outcomes[number - 1]
            if session.was_held(number):
                place = between(place, "")
                fields = {
                    "title": outcome.question,
                    "presenter": roles.presenter,
                    "chair": roles.chair,
                    "note_taker": roles.note_taker,
                    "timekeeper": roles.timekeeper,
                    "text": outcome.text,
                    "position": place,
                    "parent": meeting.id,
                }
                journal.entries.add(TURN.name, fields)
        for action in session.actions:
            promised = {"title": action.title, "owner": action.owner, "due": action.due, "parent": meeting.id}
            journal.entries.add(ACTION.name, promised)
        if draft:
            journal.entries.drop_draft(draft)
    return meeting


def _meeting(journal: Journal, session: GroupSession) -> Entry:
    own = journal.profile.name.casefold()
    others = {name for name in session.people if name.casefold() != own}
    held: dict[str, object] = {"protocol": session.protocol, "state": "held"}
    before = journal.entries.find(session.meeting) if session.meeting else None
    if before is None or before.deleted:
        new = {"title": session.title or session.protocol, "people": others, "when": session.began}
        return journal.entries.add(MEETING.name, {**held, **new, "minutes": session.minutes, "text": session.notes})
    held["people"] = {*before.members("people"), *others}
    held["minutes"] = max(before.minutes or 0, session.minutes)
    held["text"] = "\n\n".join(filter(str.strip, (before.text, session.notes)))
    if session.title:
        held["title"] = session.title
    if before.state != "held" and before.when.utc > Moment.parse(session.began).utc:
        held["when"] = session.began
    return journal.entries.change(before.id, held)
