"""Tab 5: where one stands with one's professional bodies, and what counted last."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Entry
from ...domain.kinds import MEMBERSHIP
from ...domain.minutes import say_minutes
from ...journal.cpd.memberships import memberships
from ...journal.cpd.overview import Body, overview
from ...journal.cpd.record_look import not_begun
from ...journal.cpd.records import records
from ...journal.cpd.standing import where_i_stand
from ...journal.cpd.wanted_now import wanted_now
from ...journal.journal import Journal
from ..commands import bindings, cpd
from ..commands.record import RecordHere
from ..cpd.record_list import BEFORE, add_records
from ..cpd.standing_words import (
    glance_at,
    glance_at_body,
    glance_at_signed,
    say_left,
    say_period,
    say_verdict,
    signed_line,
    status_line,
)
from .counted_line import counted_line
from .glance import Glance
from .line import Line
from .list_pane import Contents, ListPane, named, new_entry
from .plain import plain, plain_line
from .rows import Rows, row
from .standing_line import Columns

if TYPE_CHECKING:
    from ...journal.cpd.standing import Signed, Standing, Status
    from ...journal.cpd.wanted_now import Need
    from ..app import PeerlogApp

_EMPTY = (
    "What you write can count as CPD: mark it anywhere and press ",
    ("c", "bold $accent"),
    ".",
)
_NEED, _SIGNED = "need:", "signed:"
_WIDE = 100
_LONG_OVER = 180
"""Days after which a period without a record is offered on its body's page alone."""

Known = dict[str, tuple["Standing", "Status"]]


class CpdPane(ListPane):
    """Bodies, their requirements and the latest that counts. Enter on a requirement shows what could fill it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(cpd.SweepHere, cpd.ChooseBody, RecordHere),
        new_entry("something that counts"),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._known: Known = {}
        self._signatures: dict[str, Signed] = {}
        self._needs: dict[str, Need] = {}
        self._bodies: dict[str, Entry] = {}

    def contents(self, journal: Journal) -> Contents:
        found, today = overview(journal), journal.time.today()
        signatures: dict[str, Signed] = {}
        shown = Contents(Content("Where you stand").stylize("bold"), today, journal.time.zone)
        known: Known = {}
        if not found.bodies and not found.latest:
            shown.title, shown.about = Content("CPD").stylize("bold"), Content.assemble(*_EMPTY)
        elif not found.bodies:
            minutes = say_minutes(found.minutes) if found.minutes else "0 h"
            shown.about = Content.assemble(
                f"{minutes} in the last twelve months. ",
                ("b", "bold $accent"),
                " chooses the professional body whose requirements you keep to.",
            )
        columns = Columns()
        for body in found.bodies:
            _add_body(shown, body, columns, known, signatures)
        kept = [body.stand.membership for body in found.bodies]
        before = [each for each in not_begun(journal, kept) if (today - each.last).days <= _LONG_OVER]
        add_records(shown, records(journal), before)
        if found.latest:
            shown.head("Counted last")
        for each in found.latest:
            shown.add(counted_line(each, named(each), today), each, "latest")
        self._known, self._signatures = known, signatures
        self._bodies = {each.stand.membership.id: each.stand.membership for each in found.bodies}
        return shown

    def show(self, shown: Contents) -> None:
        super().show(shown)
        if self.app.size.width >= _WIDE:
            self._look_for_fillers()

    @work(group="fillers", exclusive=True)
    async def _look_for_fillers(self) -> None:
        """What could fill each requirement takes longer to find out, and stands beside the list only."""
        found = await self.app.ask(_every_need)
        if found is not None and self.is_whole:
            self._needs = found
            self.glance()

    def glance(self) -> None:
        option = self._highlighted
        found = self._known.get(option) if option else None
        if option and found:
            self._glance_over(glance_at(*found, self._needs.get(option)))
        elif option and option in self._signatures:
            self._glance_over(glance_at_signed(self._signatures[option]))
        elif isinstance(thing := self.marked(), Entry) and thing.kind == MEMBERSHIP.name:
            its = f"{_NEED}{thing.id}:"
            standing = next((one for key, (one, _) in self._known.items() if key.startswith(its)), None)
            self._glance_over(glance_at_body(standing) if standing else Content())
        else:
            super().glance()

    def _glance_over(self, said: Content) -> None:
        self.query_one(Glance).query_one(Static).update(said)

    @property
    def _highlighted(self) -> str | None:
        """The id of the row that is marked."""
        option = self.query_one(Rows).highlighted_option
        return option.id if option else None

    def open_other(self, option_id: str) -> None:
        if option_id.startswith(_NEED) and option_id in self._known:
            from ..screens.requirement import RequirementScreen

            _, membership, name, first = option_id.split(":")
            self.app.push_screen(RequirementScreen(membership, name, first))
        elif option_id.startswith(BEFORE):
            _, membership, day = option_id.split(":")
            if body := self._bodies.get(membership):
                self.app.follow(partial(self._actions.open_record, body, date.fromisoformat(day)))
        elif option_id.startswith(_SIGNED):
            self.action_record_here()

    # What can be done

    @property
    def _actions(self) -> PeerlogApp:
        return cast("PeerlogApp", self.app)

    def action_sweep_here(self) -> None:
        self._actions.action_sweep_what_counts()

    def action_choose_body(self) -> None:
        self._actions.action_keep_to_body()

    def action_record_here(self) -> None:
        self.app.follow(partial(self._actions.open_record, self._body_marked))

    @property
    def _body_marked(self) -> Entry | None:
        """The body that the marked row is about; None on a row that is about none."""
        if isinstance(thing := self.marked(), Entry) and thing.kind == MEMBERSHIP.name:
            return thing
        option = self._highlighted or ""
        id_ = option.split(":")[1] if option.startswith((_NEED, _SIGNED)) else ""
        return self._bodies.get(id_)

    def action_new_entry(self) -> None:
        self.app.follow(partial(self._actions.add_activity))


def _add_body(shown: Contents, body: Body, columns: Columns, known: Known, signatures: dict[str, Signed]) -> None:
    membership, standing = body.stand.membership, body.stand.standing
    shown.gap()
    name = plain_line(membership.title or membership.line("scheme")).stylize("bold $accent")
    if standing is None:
        shown.add(Line(Content(), name), membership)
        shown.read(plain(body.stand.problem).stylize("$warning"))
        return
    left = Content(say_left(standing.course.period.due, shown.day))
    shown.add(Line(Content(), name, left, right_is_whole=True), membership)
    shown.read(plain(f"{say_period(standing.course)} · {say_verdict(standing)}").stylize("$quiet"))
    for status in standing.statuses:
        id_ = f"{_NEED}{membership.id}:{status.requirement.name}:{status.first}"
        known[id_] = (standing, status)
        shown.options.append(row(status_line(columns, standing, status), id_))
    for number, signed in enumerate(standing.signed):
        id_ = f"{_SIGNED}{membership.id}:{number}"
        signatures[id_] = signed
        shown.options.append(row(signed_line(columns, signed), id_))
    for note in body.notes:
        if note != standing.course.version.note:  # which stands on the body's own page
            shown.read(plain(note).stylize("$warning"))


def _every_need(journal: Journal) -> dict[str, Need]:
    found = wanted_now(journal, where_i_stand(journal, memberships(journal)))
    return {
        f"{_NEED}{each.stand.membership.id}:{need.status.requirement.name}:{need.status.first}": need
        for each in found
        for need in each.needs
    }
