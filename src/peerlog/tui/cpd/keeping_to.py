"""The steps of keeping to a body's requirements: which body, which sort of member, one's own day where it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.scheme.own_day import example_day, proposed_day
from ...journal.cpd.own_day_typed import own_day_typed, say_own_period
from ..messages import EntryOpened, JournalChanged
from ..screens.bodies import BodiesScreen
from ..screens.one_line import OneLineScreen
from ..screens.sorts import SortsScreen

if TYPE_CHECKING:
    from datetime import date

    from ...domain.entry import Entry
    from ...domain.scheme.scheme import Scheme, Variant
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


def choose_body(app: JournalApp) -> None:
    """Ask for a body, and for what of its requirements is one's own."""

    def chosen(name: str | None) -> None:
        if name:
            app.follow(partial(_chosen, app, name))

    app.push_screen(BodiesScreen(), chosen)


async def _chosen(app: JournalApp, name: str) -> None:
    from ...journal.cpd.memberships import memberships, scheme_named

    def look(journal: Journal) -> tuple[Scheme, Entry | None, date]:
        kept = next((each for each in memberships(journal) if each.line("scheme") == name), None)
        return scheme_named(name), kept, journal.time.today()

    found = await app.ask(look)
    if found is None:
        return
    scheme, kept, today = found
    if kept is not None:
        app.post_message(EntryOpened(kept.id))
        return

    def with_sort(variant: str) -> None:
        if scheme.at(today).period.personal:
            ask_for_day(app, scheme, today, lambda day: _keep(app, scheme, variant, day))
        else:
            _keep(app, scheme, variant, None)

    if scheme.variants:
        ask_for_sort(app, scheme.variants, with_sort)
    else:
        with_sort("")


def ask_for_sort(app: JournalApp, variants: Sequence[Variant], then: Callable[[str], None]) -> None:
    """Which sort of member one is; the usual one comes first."""
    app.push_screen(SortsScreen(variants), lambda name: then(name) if name is not None else None)


def ask_for_day(
    app: JournalApp, scheme: Scheme, today: date, then: Callable[[date], None], *, value: date | None = None
) -> None:
    """The day of one's own that a period depends on."""

    rule = scheme.at(today).period

    def understood(line: str) -> str:
        return say_own_period(scheme, own_day_typed(scheme, line, today), today)

    first = value or proposed_day(rule, today)
    screen = OneLineScreen(
        rule.asks,
        understood,
        about=f"{scheme.label} needs this day: it says when your period begins and ends.",
        example=written_out(example_day(rule, today)),
        value=written_out(first) if first else "",
    )
    app.push_screen(screen, lambda line: then(own_day_typed(scheme, line, today)) if line is not None else None)


def _keep(app: JournalApp, scheme: Scheme, variant: str, day: date | None) -> None:
    from ...journal.cpd.memberships import keep_to

    async def keep() -> None:
        kept = await app.ask(lambda journal: keep_to(journal, scheme.name, {"variant": variant, "own_day": day}))
        if kept is not None:
            app.tell(f"You keep to {scheme.label} now.", seconds=4)
            app.post_message(JournalChanged())

    app.follow(keep)
