"""What took place under an agreement, read from the meetings and the help that name its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..domain.closing_statement import closing_statement
from ..domain.dates import written_out
from ..domain.entry import Entry
from ..domain.fairness import Balance, Held, balance
from ..domain.kinds import AGENDA_ITEM, FEEDBACK, GOAL, MEETING, PULSE, REQUEST, RESOURCE, TURN
from ..domain.meeting_time import took_place
from ..domain.selection import Selection
from ..domain.terms import Terms
from ..domain.text import clean_line
from ..domain.time_together import Help, Standing, contact_of, fold, is_with, standing
from .journal import Journal

_AT_ONCE = 200
_A_DAY = timedelta(days=1)


def standing_of(journal: Journal, agreement: Entry, space: str | None = None) -> Standing:
    """How much of its time has passed, and the hours and the rhythm of what took place in it.

    With `space`, from what is written there alone.
    """
    terms = Terms.of(agreement)
    meetings = meetings_under(journal, agreement, space)
    contacts = [contact_of(each, journal.entries.when_of(each).day) for each in meetings]
    return standing(terms, contacts, list(_helps(journal, terms, space)), journal.time.today())


def meetings_under(journal: Journal, agreement: Entry, space: str | None = None) -> list[Entry]:
    """The meetings with these people that took place in its time, the newest first."""
    terms, now = Terms.of(agreement), journal.time.moment()
    found = (each for each in _entries(journal, terms, MEETING.name, space=space) if took_place(each, now))
    return [each for each in found if is_with(each, terms.people, journal.profile.name, agreement.id)]


def balance_of(journal: Journal, agreement: Entry) -> Balance:
    """How its people share the time: attendance, turns, what each brings, and one's own give and take."""
    terms = Terms.of(agreement)
    held = [
        Held(each, journal.entries.parts(each.id, TURN.name, AGENDA_ITEM.name, PULSE.name))
        for each in meetings_under(journal, agreement)
    ]
    pulses = [part for each in held for part in each.parts if part.kind == PULSE.name]
    pulses += journal.entries.parts(agreement.id, PULSE.name)
    return balance(journal.profile.name, terms.people, held, pulses)


def statement_of(journal: Journal, agreement: Entry) -> str:
    """The closing statement as Markdown."""
    terms, today = Terms.of(agreement), journal.time.today()
    met = [goal.headline for goal in goals_met(journal, terms) if goal.headline]
    me = journal.profile.name
    said = closing_statement([me or "The writer", *terms.people], terms, standing_of(journal, agreement), met, today)
    return f"{said}\nFrom the journal of {clean_line(me) or 'the writer'}, {written_out(today)}.\n"


def shared_statement_of(journal: Journal, agreement: Entry, names: Sequence[str]) -> str:
    """The closing statement for all whom it is about to sign, from what they share and nothing else."""
    terms, space = Terms.of(agreement), agreement.space
    met = [goal.headline for goal in goals_met(journal, terms, space) if goal.headline]
    return closing_statement(names, terms, standing_of(journal, agreement, space), met, journal.time.today())


def goals_met(journal: Journal, terms: Terms, space: str | None = None) -> list[Entry]:
    """Goals with somebody of the agreement that were noted as met since it began, the oldest first."""
    people, since = fold(terms.people), terms.starts.isoformat()
    met = [goal for goal in journal.entries.of_kind(GOAL.name, states=("met",)) if space in (None, goal.space)]
    found = [goal for goal in met if fold(goal.members("people")) & people and goal.saved[:10] >= since]
    return sorted(found, key=lambda goal: (goal.saved, goal.id))


def _helps(journal: Journal, terms: Terms, space: str | None) -> Iterator[Help]:
    """Requests, feedback and resources that name somebody of the agreement and how long they took."""
    people = fold(terms.people)
    for entry in _entries(journal, terms, REQUEST.name, FEEDBACK.name, RESOURCE.name, space=space):
        source = entry.line("source").casefold()
        if not entry.minutes or not (source in people or fold(entry.members("people")) & people):
            continue
        # Who asks receives; who gives feedback or passes something on gives.
        is_given = (source in people) == (entry.kind == REQUEST.name)
        yield Help(journal.entries.when_of(entry).day, entry.minutes, is_given)


def _entries(journal: Journal, terms: Terms, *kinds: str, space: str | None) -> Iterator[Entry]:
    """What lies in the days of the agreement, on the journal's own clock; it may have been written on another one."""
    until = min(terms.ends or date.max, journal.time.today())
    if until < terms.starts:
        return
    first, last = max(terms.starts, date.min + _A_DAY) - _A_DAY, min(until, date.max - _A_DAY) + _A_DAY
    selection = Selection(kinds=frozenset(kinds), since=first, until=last, space=space)
    after = None
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        yield from (each for each in page.entries if terms.starts <= journal.entries.when_of(each).day <= until)
        if page.after is None:
            return
        after = page.after
