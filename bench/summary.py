"""A partnership with much in it, and how long the first text of a half-year's summary takes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from bench import corpus, timing
from bench.ours import PASSPHRASE, ZONE, Ours, made
from peerlog.domain.moment import Moment
from peerlog.domain.summary import SECTIONS, compose, joined, period_for
from peerlog.journal.circle.circles import circle_named, create_circle
from peerlog.journal.joint_summary.summary_material import summary_material
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

SHARED = 5_000
"""Entries of five years, about five hundred of them in each half-year."""

_DAYS = 5 * 365
_PEOPLE = ("Kim", "Sam")
_BATCH = 500
_CARD = {"offers": ("listening",), "seeks": ("chairing",)}
_MIX = ("meeting",) + ("agenda-item",) * 4 + ("minute",) * 2 + ("decision",) + ("action",) * 3 + ("check-in",) * 3
_MIX += ("note", "note", "reflection", "idea", "request", "comment")
_PARENTS = {"check-in": "goal", "comment": "request"}


@dataclass(frozen=True, slots=True)
class Composed:
    """How many entries a draft was made from, of how many; milliseconds to collect, to compose and to join it."""

    told: int
    shared: int
    collecting: float
    composing: float
    joining: float


def build(folder: Path) -> Ours:
    """A journal with one partnership and its shared entries, made when it is not there yet."""
    return made(folder, "summary", _fill)


def _fill(journal: Journal) -> None:
    circle = create_circle(journal, "Kim and Sam", 2, "Chair meetings well", _CARD)
    numbered = enumerate(corpus.journal(SHARED))
    parents: dict[str, str] = {}
    while batch := list(itertools.islice(numbered, _BATCH)):
        with journal.writing():
            for number, written in batch:
                kind = "goal" if number % 200 == 0 else _MIX[number % len(_MIX)]
                fields = _fields(journal, kind, number, written.title, written.text)
                parent = parents.get(_PARENTS.get(kind, "meeting"), "")
                if kind not in ("meeting", "goal", "note", "reflection", "idea", "request") and parent:
                    fields["parent"] = parent
                parents[kind] = journal.entries.add(kind, fields, space=circle.space).id


def _fields(journal: Journal, kind: str, number: int, title: str, text: str) -> dict[str, object]:
    day = journal.time.today() - timedelta(days=_DAYS - number * _DAYS // SHARED)
    who = _PEOPLE[number % 2]
    fields: dict[str, object] = {
        "title": title,
        "text": text,
        "when": Moment.at_local(datetime.combine(day, time(12)), ZONE),
    }
    own: dict[str, dict[str, object]] = {
        "meeting": {"people": "Sam", "channel": "video", "minutes": 60, "state": "held", "insights": text},
        "agenda-item": {"by": who, "sort": "question", "state": "settled"},
        "minute": {"by": who},
        "action": {"owner": who, "state": "done", "done_on": day},
        "check-in": {"level": number % 11},
        "goal": {"state": "active" if number % 400 else "met", "baseline": "1", "target": "9"},
        "idea": {"state": "kept", "outcome": title},
        "request": {"people": "Sam", "help": "edit", "state": "closed"},
        "comment": {"by": who},
    }
    return fields | own.get(kind, {})


def measure(ours: Ours) -> Composed:
    """A half-year up to today, within one process, key derivation aside."""
    with unlock(ours.home, PASSPHRASE) as journal:
        space = circle_named(journal).space
        since, until = period_for(journal.time.today())
        found = summary_material(journal, space, since, until)
        names = [section.name for section in SECTIONS]
        sections = compose(found, names, since, until)
        return Composed(
            len(found.entries),
            journal.spaces[space].rows("SELECT count(*) FROM entry")[0][0],
            timing.in_process(lambda: summary_material(journal, space, since, until)),
            timing.in_process(lambda: compose(found, names, since, until)),
            timing.in_process(lambda: joined("Half a year", found.members, since, until, sections, {})),
        )
