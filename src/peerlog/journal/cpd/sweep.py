"""Going through what was written: what could count, and was not looked at yet."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import FEEDBACK, IDEA, MEETING, NOTE, PAGE, REFLECTION
from ...domain.selection import Selection
from ..journal import Journal
from ..practice_files import prompt_decks
from .activities import can_count, count_it
from .counted_entries import looked_at
from .guesses import guess_for

if TYPE_CHECKING:
    from ...portfolio.counted import Counted
    from ...portfolio.guess import Facet

_KINDS = frozenset(kind.name for kind in (NOTE, REFLECTION, MEETING, PAGE, IDEA, FEEDBACK))
_TRIED = frozenset({"tried", "kept"})
_AT_ONCE = 100
_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that could count, and as what. It is as long as its entry says, if that says so."""

    entry: Entry
    guess: Facet

    @property
    def counted(self) -> Counted:
        """As the rules would see it."""
        from ...portfolio.counted import Counted, Traits

        guess = self.guess
        traits = Traits(guess.type, guess.categories, participatory=guess.participatory, planned=guess.planned)
        return Counted(self.entry.id, self.entry.when.day, self.entry.minutes or 0, None, traits)


def candidates(journal: Journal, since: date, until: date, known: Container[str] | None = None) -> Iterator[Candidate]:
    """What could count from `since` to `until`, both included, the newest first; read as it is asked for.

    Notes, reflections, pages, meetings that took place, ideas that were tried, feedback that one got. Never what lets
    off steam, what others wrote for themselves, what answers a prompt that is never for a record, or what was looked at
    before: the ids in `known`, where somebody has them already.
    """
    known, apart = looked_at(journal) if known is None else known, _prompts_apart()
    selection = Selection(kinds=_KINDS, since=since, until=min(until, journal.time.today()))
    after = None
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        for entry in page.entries:
            if entry.id not in known and entry.line("asked") not in apart and _could_count(journal, entry):
                yield Candidate(entry, guess_for(journal, entry))
        if page.after is None:
            return
        after = page.after


def sweep_since(journal: Journal) -> date:
    """From when on to look: the earliest period of the bodies that one keeps to, else a year back."""
    from ...domain.problem import Problem
    from ...errors import Refused
    from .memberships import course_of, memberships

    today = journal.time.today()
    firsts = []
    for each in memberships(journal):
        try:
            firsts.append(course_of(each, today).period.first)
        except (Problem, Refused):
            continue  # its standing says why; the others' periods are looked through all the same
    return min(firsts, default=today - _A_YEAR)


def let_count(journal: Journal, candidate: Candidate) -> Entry:
    """Let a candidate count as what it looks like. How long it took can be said later."""
    return count_it(journal, candidate.entry.id, length_later=True)


def _prompts_apart() -> frozenset[str]:
    """The prompts of decks under which nothing that is written is ever suggested for a record."""
    decks, _ = prompt_decks()
    return frozenset(prompt for deck in decks.values() if not deck.cpd for prompt in deck.prompts)


def _could_count(journal: Journal, entry: Entry) -> bool:
    if not can_count(entry):
        return False
    if entry.kind == FEEDBACK.name:
        return bool(entry.line("source")) and not entry.members("people")
    if journal.entries.is_theirs(entry):
        return False
    if entry.kind == MEETING.name:
        return entry.state != "cancelled" and entry.when.utc <= journal.time.moment().utc
    return entry.kind != IDEA.name or entry.state in _TRIED
