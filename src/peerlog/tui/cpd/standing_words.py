"""Where one stands with a body, in rows and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.dates import written_out
from ...domain.scheme.scheme import NOT_AFFILIATED
from ...domain.scheme.vocabulary import HAND_IN
from ...journal.cpd.overview import people_for
from ...journal.cpd.words import say_have, say_missing, say_who
from ..widgets.plain import plain, plain_line
from ..widgets.standing_line import Columns, StandingLine

if TYPE_CHECKING:
    from ...journal.cpd.standing import Course, Signed, Standing, Status
    from ...journal.cpd.wanted_now import Need


def say_left(due: date | None, today: date) -> str:
    """`40 days left`, `due today`, `was due 12 days ago`; in years where it is far away."""
    if due is None:
        return "on any day you like"
    days = (due - today).days
    if days > 730:
        return f"due {written_out(due)}"
    if days > 1:
        return f"{days} days left"
    return {1: "due tomorrow", 0: "due today", -1: "was due yesterday"}.get(days) or f"was due {-days} days ago"


def say_period(course: Course) -> str:
    """`1 January to 31 December 2026`."""
    first, last = course.period.first, course.period.last
    begins = written_out(first)
    if first.year == last.year:
        begins = begins.removesuffix(f" {first.year}")
    return f"{begins} to {written_out(last)}"


def say_verdict(standing: Standing) -> str:
    """Whether all is there, or how many things are to come."""
    must = [each for each in standing.open if not each.requirement.advised]
    must_sign = [each for each in standing.signed if not each.met and not each.rule.advised]
    missing = len(must) + len(must_sign)
    if missing:
        return "one thing still to come" if missing == 1 else f"{missing} things still to come"
    return f"nothing is missing{'; more is advised' if standing.open else ''}"


def called(status: Status) -> str:
    """`Hours in a year, 2025`."""
    requirement = status.requirement
    return f"{requirement.label}, {status.first.year}" if requirement.each_months else requirement.label


def status_line(columns: Columns, standing: Standing, status: Status) -> StandingLine:
    """A requirement as a row."""
    requirement = status.requirement
    share = status.share if status.need else -1.0
    depth = len(standing.course.chain(requirement))
    return StandingLine(columns, called(status), _figure(status), share, _right(standing, status), depth=depth - 1)


def signed_line(columns: Columns, signed: Signed) -> StandingLine:
    """A signature under the whole record as a row."""
    rule = signed.rule
    right = Content("✓").stylize("$accent") if signed.met else Content("under the record").stylize("$quiet")
    return StandingLine(columns, rule.label, f"{signed.have} of {rule.times}", signed.have / rule.times, right)


def _figure(status: Status) -> str:
    return say_have(status).partition(" (")[0].partition(", at most")[0]


def _right(standing: Standing, status: Status) -> Content:
    if status.over:
        return Content("more than may be").stylize("$warning")
    if not status.missing:
        return Content("✓").stylize("$accent") if status.need else Content()
    counted = status.requirement.coverage or status.requirement.unit == "entries"
    missing = str(status.missing) if counted else say_missing(status)
    said = f"{missing} {'with somebody' if people_for(standing, status) else 'more'}"
    return Content(f"{said}, advised" if status.requirement.advised else said).stylize("$quiet")


def explained(standing: Standing, status: Status) -> Iterator[Content]:
    """Paragraphs about one requirement: what is missing and by when, who is needed, what is uncertain."""
    requirement = status.requirement
    if status.missing:
        by = f" by {written_out(status.due)}" if status.due else ""
        advised = " It is advised, not required." if requirement.advised else ""
        yield plain(f"Still to come: {say_missing(status)}{by}.{advised}")
    elif status.need:
        yield Content("It is all there.")
    if status.over:
        yield Content("That is more than there may be.").stylize("$warning")
    for rule in people_for(standing, status):
        yield plain(say_who(rule))
        if rule.note:
            yield plain(rule.note).stylize("$quiet")
    if requirement.name in standing.course.enrolment.needs:
        yield Content("The amount is as agreed with your body.").stylize("$quiet")
    if not requirement.confirmed:
        yield Content("Not confirmed: take it as a guide.").stylize("$warning")
    if requirement.note:
        yield plain(requirement.note).stylize("$quiet")


def glance_at(standing: Standing, status: Status, need: Need | None) -> Content:
    """A requirement beside the list."""
    parts = [plain_line(called(status)).stylize("bold"), plain_line(say_have(status)).stylize("$quiet")]
    parts += explained(standing, status)
    if need and need.fillers:
        names = [plain_line(each.entry.headline or each.entry.kind) for each in need.fillers]
        lines = [Content("Could fill it").stylize("$quiet"), *(Content.assemble("· ", each) for each in names)]
        if need.more:
            lines.append(Content(f"and {need.more} more").stylize("$quiet"))
        parts.append(Content("\n").join(lines))
    leads = " shows what could fill it and what does." if status.missing else " shows what fills it."
    parts.append(Content.assemble(("Enter", "bold $accent"), (leads, "$quiet")))
    return Content("\n\n").join(parts)


def glance_at_signed(signed: Signed) -> Content:
    """A signature under the whole record beside the list: who may be that person."""
    rule = signed.rule
    parts = [
        plain_line(rule.label).stylize("bold"),
        Content("It is there.") if signed.met else plain(say_who(rule)),
        plain(rule.note).stylize("$quiet"),
        Content.assemble(("Enter", "bold $accent"), (" opens the record, where it is noted.", "$quiet")),
    ]
    return Content("\n\n").join(part for part in parts if part)


def glance_at_body(standing: Standing) -> Content:
    """A body beside the list: who it is, what it asks for, when that was checked, and how it is handed in."""
    scheme, version = standing.course.scheme, standing.course.version
    parts = [
        plain_line(scheme.body or scheme.label).stylize("bold"),
        plain(scheme.about),
        plain(f"Checked on {written_out(version.checked)}. It is handed in {HAND_IN[version.hand_in.how]}."),
        plain("" if version.confirmed else "Not confirmed: take it as a guide.").stylize("$warning"),
        plain(version.note),
        plain(NOT_AFFILIATED if scheme.body else "").stylize("$quiet"),
        Content.assemble(("Enter", "bold $accent"), (" shows what of it is your own, and its sources.", "$quiet")),
    ]
    return Content("\n\n").join(part for part in parts if part)
