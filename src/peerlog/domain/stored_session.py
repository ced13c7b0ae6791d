"""A session as a draft keeps it: nothing but texts, numbers, lists and tables, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from .action_line import ActionLine
from .group_session import GroupSession, Outcome
from .problem import Problem
from .session_clock import SessionClock
from .session_plan import Roles, Step

_FORM = 1


def stored(session: GroupSession) -> dict[str, object]:
    """Everything of a session, at rest."""
    clock = session.clock
    return {
        "form": _FORM,
        "protocol": session.protocol,
        "words": dict(session.words),
        "people": list(session.people),
        "steps": [asdict(step) for step in session.steps],
        "allotted": list(clock.allotted),
        "used": list(clock.used),
        "at": clock.at,
        "skipped": sorted(clock.skipped),
        "began": session.began,
        "meeting": session.meeting,
        "outcomes": [asdict(outcome) for outcome in session.outcomes],
        "actions": [
            {"owner": each.owner, "title": each.title, "due": each.due.isoformat() if each.due else ""}
            for each in session.actions
        ],
    }


def read_stored(data: object, title: str, notes: str) -> GroupSession:
    """The session that `stored` gave; raises `Problem` when it is not of that form."""
    try:
        if not isinstance(data, Mapping) or data["form"] != _FORM:
            raise ValueError("another form")
        session = _read(data, title, notes)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Problem(
            "How far this session had come cannot be read.", "Another release of peerlog may have written it."
        ) from error
    return session


def _read(data: Mapping[str, Any], title: str, notes: str) -> GroupSession:
    steps = tuple(_step(each) for each in data["steps"])
    clock = SessionClock(
        tuple(map(int, data["allotted"])),
        tuple(map(int, data["used"])),
        int(data["at"]),
        None,
        frozenset(data["skipped"]),
    )
    outcomes = tuple(Outcome(str(each["question"]), str(each["text"])) for each in data["outcomes"])
    if not (len(steps) == len(clock.allotted) == len(clock.used) and 0 <= clock.at <= len(steps) and steps):
        raise ValueError("steps and times do not fit")
    if len(outcomes) != max(step.turn for step in steps):
        raise ValueError("turns and outcomes do not fit")
    return GroupSession(
        str(data["protocol"]),
        {str(role): str(word) for role, word in data["words"].items()},
        tuple(map(str, data["people"])),
        steps,
        clock,
        str(data["began"]),
        str(data["meeting"]),
        title,
        notes,
        outcomes,
        tuple(
            ActionLine(str(each["owner"]), str(each["title"]), date.fromisoformat(each["due"]) if each["due"] else None)
            for each in data["actions"]
        ),
    )


def _step(data: Mapping[str, Any]) -> Step:
    roles = data["roles"]
    return Step(
        str(data["name"]),
        str(data["label"]),
        int(data["minutes"]),
        tuple(map(str, data["voices"])),
        str(data["script"]),
        Roles(
            str(roles["presenter"]),
            str(roles["chair"]),
            str(roles["note_taker"]),
            str(roles["timekeeper"]),
            tuple(map(str, roles["consultants"])),
        ),
        int(data["turn"]),
    )
