"""The page of a body that one keeps to: what of its requirements is one's own, and where they come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from ...domain.dates import written_out, written_short
from ...domain.entry import Entry
from ...domain.problem import Problem
from ...domain.scheme.amounts_said import say_amount
from ...domain.scheme.scheme import NOT_AFFILIATED
from ...domain.text import clean_line, first_line
from ...errors import Refused
from ...journal.cpd.gaps import gaps_of
from ...journal.cpd.memberships import course_of, enrolment_of, scheme_of
from ...journal.cpd.record_look import not_begun, records_of
from ...journal.journal import Journal
from ..commands import bindings, cpd
from ..commands.record import RecordHere
from ..cpd import own_terms
from ..cpd.record_list import BEFORE, add_records
from ..cpd.standing_words import say_left, say_period
from ..screens.bodies import say_in_force
from .entry_pane import EntryPane
from .line import labelled
from .list_pane import Contents
from .plain import plain, plain_line
from .rows import Rows, row

if TYPE_CHECKING:
    from ...domain.scheme.scheme import Scheme
    from ...domain.scheme.version import Version
    from ...journal.cpd.standing import Course
    from ..app import PeerlogApp

_DAY, _SORT, _NUMBER, _OFF, _LIST, _AMOUNT = "day:", "sort:", "number:", "off:", "list:", "amount:"


class MembershipPane(EntryPane):
    """Enter on a row changes it."""

    heading = "Requirements"
    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.AddGap, RecordHere)

    def page(self, journal: Journal, entry: Entry) -> Contents:
        today = journal.time.today()
        shown = Contents(plain_line(entry.title).stylize("bold"), today, journal.time.zone)
        try:
            scheme = scheme_of(entry)
        except Refused as refused:
            shown.about = plain(f"{refused.message} {refused.hint}").stylize("$warning")
            return shown
        try:
            course = course_of(entry, today)
            left = say_left(course.period.due, today)
            shown.about = plain(f"{say_period(course)} · {left}").stylize("$quiet")
        except (Problem, Refused) as problem:
            course = None
            shown.about = plain(f"{problem.message} {problem.hint}".strip()).stylize("$warning")
        version = course.version if course else scheme.at(today)
        _add_own(shown, scheme, version, entry)
        if course:
            _add_amounts(shown, course)
        _add_gaps(shown, journal, entry)
        add_records(shown, records_of(journal, entry), not_begun(journal, [entry]))
        _add_source(shown, scheme, version)
        return shown

    def open_other(self, option_id: str) -> None:
        head, _, rest = option_id.partition(":")
        entry = self.entry
        if entry is None:
            return
        opens: dict[str, Callable[[], object]] = {
            _DAY: partial(own_terms.change_day, self.app, entry),
            _SORT: partial(own_terms.change_sort, self.app, entry),
            _NUMBER: partial(own_terms.change_number, self.app, entry),
            _OFF: partial(own_terms.put_it_off, self.app, entry),
            _LIST: partial(own_terms.paste_values, self.app, entry, rest),
            _AMOUNT: partial(own_terms.agree_on, self.app, entry, rest),
            BEFORE: partial(self._open_record, rest.rpartition(":")[2]),
        }
        opens[f"{head}:"]()

    def action_edit_entry(self) -> None:
        self.query_one(Rows).action_select()

    def action_add_gap(self) -> None:
        if self.entry:
            own_terms.add_gap(self.app, self.entry)

    def action_record_here(self) -> None:
        self._open_record()

    def _open_record(self, day: str = "") -> None:
        """Open the record of the period with an ISO day, or of the one that runs."""
        meant = date.fromisoformat(day) if day else None
        self.app.follow(partial(cast("PeerlogApp", self.app).open_record, self.entry, meant))


def _add_own(shown: Contents, scheme: Scheme, version: Version, entry: Entry) -> None:
    enrolment = enrolment_of(entry.fields)
    shown.head("Your own")
    if scheme.variants:
        names = {each.name: each.label for each in scheme.variants}
        said = names.get(enrolment.variant) or scheme.variants[0].label
        shown.options.append(row(labelled("You are", said), _SORT))
    if version.period.personal:
        day = written_out(enrolment.own_day) if enrolment.own_day else "not said yet"
        shown.options.append(row(labelled("Your day", day, version.period.asks), _DAY))
    shown.options.append(row(labelled("Your number", entry.line("registered") or "not said"), _NUMBER))
    off = written_out(enrolment.deferred_to) if enrolment.deferred_to else "not put off"
    shown.options.append(row(labelled("Put off to", off), _OFF))
    for each in version.lists:
        own = enrolment.lists.get(each.name, ())
        values = own or each.values
        said = f"{len(values)} {'value' if len(values) == 1 else 'values'}" if values else "not pasted yet"
        right = "" if each.values and not own else f"from {each.where}" if each.where else "your own"
        shown.options.append(row(labelled(said, each.label, right), f"{_LIST}{each.name}"))
    leaving = " lets go of these requirements; what counts, and your records, stay."
    shown.read(Content.assemble(("d", "bold $accent"), (leaving, "$quiet")))


def _add_amounts(shown: Contents, course: Course) -> None:
    shown.head("What is asked; Enter notes another amount that your body agreed to")
    for each in course.requirements:
        if each.coverage or not (each.least or each.name in course.enrolment.needs):
            continue
        agreed = "as agreed" if each.name in course.enrolment.needs else ""
        amount = say_amount(each.unit, course.need(each))
        shown.options.append(row(labelled(amount, clean_line(each.label), agreed), f"{_AMOUNT}{each.name}"))


def _add_gaps(shown: Contents, journal: Journal, entry: Entry) -> None:
    gaps = gaps_of(journal, entry)
    shown.head("Times without practice or learning")
    for each in gaps:
        since, until = (
            written_short(date.fromisoformat(day)) if day else "" for day in map(each.line, ("since", "until"))
        )
        shown.add(labelled(f"{since} to", until or "now", first_line(each.text)), each, "gap")
    if not gaps:
        shown.read(Content.assemble(("None noted. ", "$quiet"), ("a", "bold $accent"), (" notes one.", "$quiet")))


def _add_source(shown: Contents, scheme: Scheme, version: Version) -> None:
    shown.head("Where this comes from")
    said = [say_in_force(version), version.hand_in.note, version.note, version.gaps.note, version.keep.note]
    if not version.confirmed:
        said.insert(1, "Not confirmed: take it as a guide.")
    said += [*version.sources, NOT_AFFILIATED if scheme.body else ""]
    for each in filter(None, said):
        shown.read(plain(each).stylize("$quiet"))
