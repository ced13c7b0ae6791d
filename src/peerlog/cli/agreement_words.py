"""An agreement and where it stands, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..domain.agreement_course import question_about
from ..domain.dates import say_day
from ..domain.drawn import bar, beads
from ..domain.entry import Entry
from ..domain.kinds import AGREEMENT
from ..domain.kinds.agreement import CLAUSES
from ..domain.minutes import say_minutes
from ..domain.terms import Terms
from ..domain.time_together import Standing
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .sharing import say_space
from .terminal import Bold

_LABEL = 14


def described_standing(stands: Standing) -> dict[str, object]:
    """Where an agreement stands; times in minutes."""
    return {
        "passed": None if stands.passed is None else round(stands.passed, 3),
        "days_left": stands.days_left,
        "this_month": {"minutes": stands.month_minutes, "agreed": stands.month_agreed},
        "so_far": {
            "minutes": stands.minutes,
            "agreed": stands.agreed,
            "together": stands.together,
            "given": stands.given,
            "received": stands.received,
        },
        "meetings": stands.meetings,
        "in_writing": stands.in_writing,
        "without_minutes": stands.without_minutes,
        "last": stands.last.isoformat() if stands.last else None,
        "due": stands.due.isoformat() if stands.due else None,
        "rhythm": list(stands.rhythm),
    }


def write_agreement(journal: Journal, agreement: Entry, stands: Standing) -> None:
    """Write an agreement to standard output: whom with, terms, where it stands, clauses, what was added."""
    terms = Terms.of(agreement)
    with_whom = ", ".join(terms.people) or "nobody named yet"
    space = say_space(agreement.with_whom)
    terminal.put(Bold(f"Agreement with {with_whom}"), f"  {terms.state}  {short_id(journal, agreement.id)}  {space}")
    if terms.focus:
        terminal.put(terms.focus)
    terminal.put()
    today = journal.time.today()
    for label, said in (*_terms(terms, today), *_standing(terms, stands, today)):
        terminal.put(f"{label:<{_LABEL}}{said}")
    form = journal.forms.form_of(AGREEMENT.name, agreement.fields)
    clauses = [name for name in (*form, *sorted(agreement.fields)) if name.startswith(CLAUSES.prefix)]
    for name in dict.fromkeys(clauses):
        if agreement.line(name):
            label = form[name].label if name in form else name.removeprefix(CLAUSES.prefix)
            _section(label, agreement.line(name))
    for label, text in (
        ("Besides", agreement.text),
        ("Where else to turn", agreement.line("signposts")),
        ("Looking back", agreement.line("closing")),
    ):
        if text:
            _section(label, text)
    asked = question_about(agreement, today)
    if asked:
        terminal.put()
        terminal.put(Bold(asked.words))


def say_state(agreement: Entry) -> str:
    field = next(each for each in AGREEMENT.fields if each.name == "state")
    return field.label_of(agreement.state or "draft")


def _section(label: str, text: str) -> None:
    terminal.put()
    terminal.put(Bold(label))
    terminal.put(text)


def _terms(terms: Terms, today: date) -> Iterator[tuple[str, str]]:
    until = f" until {_day(terms.ends, today)}" if terms.ends else ""
    yield "From", _day(terms.starts, today) + until
    if terms.state == "paused":
        yield "Paused", f"until {_day(terms.resume, today)}" if terms.resume else "with no day named"
    if terms.rhythm:
        yield "We meet", terms.rhythm
    if terms.reply_days:
        yield "We answer", "within a day" if terms.reply_days == 1 else f"within {terms.reply_days} days"
    if terms.review and terms.state != "ended":
        yield "Look at it", _day(terms.review, today)


def _standing(terms: Terms, stands: Standing, today: date) -> Iterator[tuple[str, str]]:
    if stands.passed is not None and terms.state != "draft":
        yield "Time passed", f"{bar(stands.passed, 1)}  {stands.passed:.0%}"
    yield "This month", _hours(stands.month_minutes, stands.month_agreed)
    # On the first days so little has been agreed so far that the month says all there is to say.
    if stands.agreed is None or stands.month_agreed is None or stands.agreed >= stands.month_agreed:
        yield "So far", _hours(stands.minutes, stands.agreed)
    meetings = f"{stands.meetings}" if stands.meetings else "none noted yet"
    yield "Meetings", f"{meetings}  {beads(stands.rhythm)}".rstrip()
    if stands.last:
        yield "Last contact", _day(stands.last, today)
    if stands.due:
        yield "Next", f"around {_day(stands.due, today)}"


def _hours(minutes: int, agreed: int | None) -> str:
    said = say_minutes(minutes) if minutes else "0 h"
    return f"{bar(minutes, agreed)}  {said} of {say_minutes(agreed)}" if agreed else said


def _day(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return say_day(day, today) if terminal.is_shown() else day.isoformat()
