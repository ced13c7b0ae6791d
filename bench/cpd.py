"""A journal in which every twentieth entry counts as CPD, and how long it takes to say where its owner stands."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from bench import corpus, timing
from bench.ours import PASSPHRASE, ZONE, Ours, made
from peerlog.domain.entry import Entry
from peerlog.domain.moment import Moment
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.standing import Stand, where_i_stand
from peerlog.journal.cpd.sweep import candidates
from peerlog.journal.cpd.wanted_now import wanted_now
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

YEARS = 5
EVERY = 20
"""One of so many entries counts."""

_BEGINS, _DAY = date(2021, 12, 1), corpus.NEWEST.date()
_BATCH = 1000
_FRESH_RUNS = 5
_TYPES = ("webinar", "reading", "meeting_attending", "visit", "training_attending", "reflective_writing")
_CATEGORIES = ("learning", "account", "discussion", "feedback", "practice")


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds, and hours that count.

    `first` is right after unlocking, when nothing has been read yet, `again` once it has been; `wanted` what could fill
    what is missing, `offered` the beginning of a sweep.
    """

    first: float
    again: float
    wanted: float
    offered: float
    hours: int


def build(folder: Path, count: int) -> Ours:
    """The journal of `count` entries over five years in `folder`, made when it is not there yet."""
    return made(folder, "cpd", lambda journal: _fill(journal, count))


def _fill(journal: Journal, count: int) -> None:
    entries = enumerate(_spread(count))
    while batch := list(itertools.islice(entries, _BATCH)):
        with journal.private.write():
            for number, (written, when) in batch:
                fields = {"title": written.title, "text": written.text, "tags": [written.tag], "when": when}
                note = journal.entries.add("note", fields)
                if number % EVERY == 0:
                    _let_count(journal, note, number // EVERY)
    keep_to(journal, "ara", {"own_day": _BEGINS})
    keep_to(journal, "gosc", {"own_day": _BEGINS})
    keep_to(journal, "generic")


def _spread(count: int) -> Iterator[tuple[corpus.Written, Moment]]:
    apart = timedelta(days=365 * YEARS) / count
    for number, written in enumerate(corpus.journal(count)):
        yield written, Moment.at_local(corpus.NEWEST - apart * (count - 1 - number), ZONE)


def _let_count(journal: Journal, note: Entry, number: int) -> None:
    """One that counts; of every ten one has an answer, of every hundred one another person's part."""
    fields: dict[str, object] = {
        "title": note.title,
        "when": note.fields["when"],
        "parent": note.id,
        "minutes": 15 + number % 10 * 15,
        "type": _TYPES[number % len(_TYPES)],
        "categories": ["learning", _CATEGORIES[number % len(_CATEGORIES)]],
        "marks": [f"gosc.themes={'ABCD'[number % 4]}", f"ara.competencies={number % 8}"],
        "participatory": number % 3 == 0,
        "planned": number % 2 == 0,
    }
    activity = journal.entries.add("activity", fields)
    if number % 10 == 0:
        about = {"field": "ara.statement", "text": note.text, "parent": activity.id, "when": note.fields["when"]}
        journal.entries.add("answer", about)
    if number % 100 == 0:
        peer = {"title": "Sam", "parent": activity.id, "relations": ["colleague"], "when": note.fields["when"]}
        journal.entries.add("peer", {**peer, "meaning": "took-place", "on_paper": True})


def measure(ours: Ours) -> Taken:
    """Medians; the first of each run has a journal of its own, which has read nothing yet."""
    fresh = []
    for _ in range(_FRESH_RUNS):
        with unlock(ours.home, PASSPHRASE) as journal:
            start = time.perf_counter()
            _stand(journal)
            fresh.append(time.perf_counter() - start)
    with unlock(ours.home, PASSPHRASE) as journal:
        stands = _stand(journal)
        statuses = [status for each in stands if each.standing for status in each.standing.statuses]
        return Taken(
            median(fresh) * 1000,
            timing.in_process(lambda: _stand(journal), runs=7),
            timing.in_process(lambda: wanted_now(journal, stands), runs=5),
            timing.in_process(lambda: _offered(journal), runs=5),
            max(status.have for status in statuses if status.requirement.name == "hours") // 60,
        )


def _stand(journal: Journal) -> Sequence[Stand]:
    found = where_i_stand(journal, memberships(journal), _DAY)
    if any(each.standing is None for each in found):
        raise SystemExit(f"no standing: {[each.problem for each in found]}")
    return found


def _offered(journal: Journal) -> None:
    """The first hundred candidates of a sweep."""
    if len(list(itertools.islice(candidates(journal, _BEGINS, _DAY), 100))) != 100:
        raise SystemExit("too few candidates")
