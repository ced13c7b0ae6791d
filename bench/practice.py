"""A journal of everything that the practice makes, and how long its pages take with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import corpus, timing
from bench.ours import PASSPHRASE, ZONE, Ours, made
from peerlog.domain.moment import Moment
from peerlog.domain.period import month_of, year_of
from peerlog.journal.journal import Journal
from peerlog.journal.looking_back import looking_back
from peerlog.journal.meeting.planning import plan
from peerlog.journal.meeting.preparing import preparation
from peerlog.journal.opening import unlock
from peerlog.journal.today import today

_PEOPLE = ("Sam", "Ada", "Zoë", "李梅", "Noor", "Bríd")
_BATCH = 2000
_OPEN = 60
"""The newest so many of a hundred thousand of each kind are still open."""

# Of a hundred entries: two thirds are notes and reflections, a fifth are parts of meetings and goals.
_MIX = ("note",) * 50 + ("reflection",) * 12 + ("meeting",) * 8 + ("idea",) * 4 + ("goal",) + ("page",) * 2
_MIX += ("action",) * 12 + ("agenda-item",) * 6 + ("check-in",) * 3 + ("request", "thanks")


def build(folder: Path, count: int) -> Ours:
    """The journal of `count` entries in `folder`, made when it is not there yet."""
    return made(folder, "practice", lambda journal: _fill(journal, count))


def _fill(journal: Journal, count: int) -> None:
    entries = _entries(count)
    parents: dict[str, str] = {}
    while batch := list(itertools.islice(entries, _BATCH)):
        with journal.private.write():
            for kind, fields in batch:
                parent = parents.get("goal" if kind == "check-in" else "meeting", "")
                known = {"parent": parent} if kind in ("action", "agenda-item", "check-in") and parent else {}
                entry = journal.entries.add(kind, {**fields, **known})
                if kind in ("goal", "meeting"):
                    parents[kind] = entry.id


def _entries(count: int) -> Iterator[tuple[str, Mapping[str, object]]]:
    for number, written in enumerate(corpus.journal(count)):
        kind = _MIX[number * 37 % len(_MIX)]
        is_open = (count - number) * _MIX.count(kind) // len(_MIX) < _OPEN
        person = _PEOPLE[number % len(_PEOPLE)]
        fields: dict[str, object] = {
            "title": written.title,
            "text": written.text,
            "tags": [written.tag],
            "when": Moment.at_local(written.when, ZONE),
        }
        state = {
            "goal": "active" if is_open else "met",
            "idea": "to-try" if is_open else "kept",
            "action": "open" if is_open else "done",
            "agenda-item": "open" if is_open else "settled",
            "request": "open" if is_open else "closed",
        }.get(kind)
        if state:
            fields["state"] = state
        if kind == "meeting":
            fields |= {"people": person, "channel": "video", "minutes": 60}
        elif kind == "action":
            fields |= {"owner": person if number % 2 else "", "due": f"{written.when:%Y-%m-%d}"}
        elif kind == "check-in":
            fields["level"] = number % 11
        yield kind, fields


def measure(ours: Ours) -> dict[str, float]:
    """Milliseconds for each page, within one process, key derivation aside."""
    with unlock(ours.home, PASSPHRASE) as journal:
        day = journal.time.today()
        (meeting,) = journal.entries.of_kind("meeting", limit=1)
        people = meeting.members("people")
        return {
            "Today": timing.in_process(lambda: today(journal)),
            "before a meeting": timing.in_process(lambda: preparation(journal, meeting.id)),
            "hours for a meeting": timing.in_process(lambda: plan(journal, people)),
            "month in figures": timing.in_process(lambda: looking_back(journal, month_of(day)), runs=5),
            "year in figures": timing.in_process(lambda: looking_back(journal, year_of(day)), runs=5),
        }
