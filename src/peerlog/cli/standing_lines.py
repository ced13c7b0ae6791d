"""Where somebody stands, in lines that make sense when they are read aloud: a figure first, its bar last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.dates import written_out
from ..domain.drawn import bar
from ..domain.entry import Entry
from ..journal.cpd.course_notes import notes_about
from ..journal.cpd.spans import notes_on_spans
from ..journal.cpd.wanted_now import Filler, Need, WantedNow
from ..journal.cpd.words import say_have, say_lacks, say_missing, say_who
from ..journal.journal import Journal
from . import terminal
from .listing import one_line
from .terminal import Bold

if TYPE_CHECKING:
    from ..journal.cpd.standing import Course, Signed, Standing, Status

_CELLS = 20


def write_standing(journal: Journal, wanted: WantedNow, gaps: Sequence[Entry], *, details: bool = True) -> None:
    """Write all about one body; without `details` only the figures and what is missing."""
    stand = wanted.stand
    if stand.standing is None:
        terminal.put(Bold(stand.membership.title or stand.membership.line("scheme")))
        terminal.put_words(stand.problem)
        return
    standing, today = stand.standing, journal.time.today()
    course = standing.course
    terminal.put(Bold(course.scheme.label))
    terminal.put_words(_period(course, today))
    terminal.put_words(_verdict(standing))
    needs = {(each.status.requirement.name, each.status.first): each for each in wanted.needs}
    for status in standing.statuses:
        terminal.put()
        terminal.put(_figure(status))
        for line in _below(course, status):
            terminal.put_words("  ", line)
        need = needs.get((status.requirement.name, status.first))
        if need and details:
            _write_need(journal, course, need)
    for signed in standing.signed:
        terminal.put()
        terminal.put_words(_signature(signed))
        if not signed.met and details:
            terminal.put_words("  ", say_who(signed.rule))
    if details:
        _write_gaps(journal, gaps)
        _write_notes([*notes_about(standing, gaps, today), *notes_on_spans(journal, standing)], course)


def say_due(course: Course, today: date) -> str:
    """`due 31 December 2026, in 40 days`; empty where nothing ever is."""
    due = course.period.due
    if due is None:
        return ""
    days = (due - today).days
    ahead = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    return f"due {written_out(due)}, {ahead or (f'in {days} days' if days > 0 else f'{-days} days ago')}"


def _period(course: Course, today: date) -> str:
    said = f"{written_out(course.period.first)} to {written_out(course.period.last)}"
    return "; ".join(each for each in (said, say_due(course, today)) if each)


def _verdict(standing: Standing) -> str:
    must = [each for each in standing.open if not each.requirement.advised]
    signatures = [each for each in standing.signed if not each.met and not each.rule.advised]
    missing = len(must) + len(signatures)
    if missing:
        return f"{missing} {'thing is' if missing == 1 else 'things are'} still to come."
    return f"Nothing is missing{'; more is advised' if standing.open else ''}."


def _figure(status: Status) -> str:
    requirement = status.requirement
    span = f", {status.first} to {status.last}" if requirement.each_months else ""
    drawn = bar(status.have, status.need, _CELLS) if status.need else ""
    met = "  ✓" if status.met and status.need else ""
    return f"{requirement.label}{span}: {say_have(status)}{f'  {drawn}' if drawn else ''}{met}"


def _below(course: Course, status: Status) -> list[str]:
    requirement, lines = status.requirement, []
    if status.missing:
        by = f" by {written_out(status.due)}" if status.due else ""
        advised = " It is advised, not required." if requirement.advised else ""
        lines.append(f"Missing: {say_missing(status)}{by}.{advised}")
        if requirement.coverage and "." in requirement.coverage.over:
            lines.append(f"“peerlog cpd types {course.scheme.name}” lists the values, and how entries get them.")
    if status.over:
        lines.append("That is more than there may be.")
    if requirement.name in course.enrolment.needs:
        lines.append("The amount is as agreed with the body.")
    if not requirement.confirmed or requirement.note:
        unsure = "" if requirement.confirmed else "Not confirmed: take it as a guide."
        lines.append(f"{unsure} {requirement.note}".strip())
    return lines


def _write_need(journal: Journal, course: Course, need: Need) -> None:
    for rule in need.people:
        terminal.put_words("  ", say_who(rule))
    if need.fillers:
        terminal.put_words("  Could fill it:")
    for filler in need.fillers:
        terminal.put_words("    ", _filler(journal, course, filler))
    if need.more:
        terminal.put_words(f"    and {need.more} more")


def _filler(journal: Journal, course: Course, filler: Filler) -> str:
    lacks = say_lacks(course, filler.lacks)
    state = "counts already" if filler.counts else filler.entry.kind
    needs = f"; needs {', '.join(lacks)}" if lacks else ""
    return f"{one_line(journal, filler.entry)}, {filler.entry.when.day}, {state}{needs}"


def _signature(signed: Signed) -> str:
    of = f"{signed.have} of {signed.rule.times}"
    advised = ", advised" if signed.rule.advised else ""
    return f"{signed.rule.label}, under the whole record{advised}: {of}{'  ✓' if signed.met else ''}"


def _write_gaps(journal: Journal, gaps: Sequence[Entry]) -> None:
    if gaps:
        terminal.put()
        terminal.put(Bold("Gaps that you have noted"))
    for gap in gaps:
        terminal.put_words(say_gap(journal, gap))


def say_gap(journal: Journal, gap: Entry) -> str:
    """`3f9a2c1 2026-01-01 to 2026-03-01: parental leave`."""
    from ..journal.short_ids import short_id

    until = gap.line("until") or "now"
    return f"{short_id(journal, gap.id)}  {gap.line('since')} to {until}: {' '.join(gap.text.split())}"


def _write_notes(notes: list[str], course: Course) -> None:
    version = course.version
    terminal.put()
    for note in notes:
        terminal.put_words(note)
    if course.scheme.body:
        sources = f"“peerlog cpd schemes {course.scheme.name}” names the sources"
        terminal.put_words(f"Checked on {written_out(version.checked)}; {sources}. The body's own rules decide.")
