"""Changing what of a body's requirements is one's own, a small window for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ...domain.dates import parse_day, written_out
from ..messages import JournalChanged
from ..screens.one_line import OneLineScreen
from .keeping_to import ask_for_day, ask_for_sort

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...domain.scheme.scheme import Scheme
    from ...journal.journal import Journal
    from ..journal_app import JournalApp


def change_day(app: JournalApp, membership: Entry) -> None:
    async def ask() -> None:
        found = await app.ask(lambda journal: (_scheme(membership), journal.time.today()))
        if found:
            written = membership.line("own_day")
            value = date.fromisoformat(written) if written else None
            ask_for_day(app, *found, lambda day: _change(app, membership, {"own_day": day}), value=value)

    app.follow(ask)


def change_sort(app: JournalApp, membership: Entry) -> None:
    async def ask() -> None:
        scheme = await app.ask(lambda _: _scheme(membership))
        if scheme:
            ask_for_sort(app, scheme.variants, lambda name: _change(app, membership, {"variant": name}))

    app.follow(ask)


def change_number(app: JournalApp, membership: Entry) -> None:
    screen = OneLineScreen(
        "Your number with this body", lambda line: "", value=membership.line("registered"), may_be_empty=True
    )
    app.push_screen(
        screen, lambda line: _change(app, membership, {"registered": line.strip()}) if line is not None else None
    )


def put_it_off(app: JournalApp, membership: Entry) -> None:
    from ...journal.cpd.own_terms import put_off

    def with_day(line: str | None, today: date) -> None:
        if line is not None:
            day = parse_day(line, today, ahead=True) if line.strip() else None
            _do(app, lambda journal: put_off(journal, membership, day))

    about = "The later day by which your body wants the record; empty for the usual one."
    written = membership.line("deferred_to")
    _ask_day(app, "Put off to when?", about, with_day, value=written, may_be_empty=True, ahead=True)


def agree_on(app: JournalApp, membership: Entry, requirement: str) -> None:
    from ...journal.cpd.own_terms import agree_amount

    screen = OneLineScreen(
        "How much did your body agree to?",
        lambda line: "",
        about="In hours, points or entries, as it asks for them. Empty for the usual amount.",
        example="20h, or 3",
        may_be_empty=True,
    )

    def taken(line: str | None) -> None:
        if line is not None:
            _do(app, lambda journal: agree_amount(journal, membership, requirement, line))

    app.push_screen(screen, taken)


def paste_values(app: JournalApp, membership: Entry, list_name: str) -> None:
    """A body's own list, one value a line."""
    from ...journal.cpd.memberships import enrolment_of
    from ...journal.cpd.own_terms import list_named, paste_list
    from ..screens.pasting import PastingScreen

    own = enrolment_of(membership.fields).lists.get(list_name, ())

    async def ask() -> None:
        found = await app.ask(lambda _: list_named(membership, list_name))
        if found is None:
            return
        values = own or found.values
        where = f"Copy it from {found.where}. " if found.where else ""
        about = f"{found.about} {where}One value a line; none for those that come with it.".strip()
        app.push_screen(PastingScreen(found.label, about, "\n".join(values)), taken)

    def taken(text: str | None) -> None:
        if text is not None:
            _do(app, lambda journal: paste_list(journal, membership, list_name, text.splitlines()))

    app.follow(ask)


def add_gap(app: JournalApp, membership: Entry) -> None:
    """From when, until when, and why."""
    from ...journal.cpd import gaps

    def with_why(since: date, until: date | None, why: str | None) -> None:
        if why:
            _do(app, lambda journal: gaps.add_gap(journal, membership, since, until, why))

    def with_until(since: date, line: str | None, today: date) -> None:
        if line is not None:
            until = parse_day(line, today) if line.strip() else None
            about = "Some bodies ask. A few words are enough."
            screen = OneLineScreen("Why was that?", lambda line: "", about=about, example="parental leave")
            app.push_screen(screen, partial(with_why, since, until))

    def with_since(line: str | None, today: date) -> None:
        if line:
            since = parse_day(line, today)
            about = "The last day of it; empty while it goes on."
            _ask_day(app, "Until when?", about, partial(with_until, since), may_be_empty=True)

    _ask_day(app, "From when did you not practise or learn?", "The first day of it.", with_since)


def _ask_day(
    app: JournalApp,
    question: str,
    about: str,
    then: Callable[[str | None, date], None],
    *,
    value: str = "",
    may_be_empty: bool = False,
    ahead: bool = False,
) -> None:
    """`then` is given the line as it was typed, which names a day or is empty, and today."""

    async def ask() -> None:
        today = await app.ask(lambda journal: journal.time.today())
        if today is None:
            return
        screen = OneLineScreen(
            question,
            lambda line: written_out(parse_day(line, today, ahead=ahead)),
            about=about,
            example="1 Mar 2026",
            value=value,
            may_be_empty=may_be_empty,
        )
        app.push_screen(screen, lambda line: then(line, today))

    app.follow(ask)


def _scheme(membership: Entry) -> Scheme:
    from ...journal.cpd.memberships import scheme_of

    return scheme_of(membership)


def _change(app: JournalApp, membership: Entry, changes: dict[str, object]) -> None:
    from ...journal.cpd.memberships import change_membership

    _do(app, lambda journal: change_membership(journal, membership, changes))


def _do(app: JournalApp, use: Callable[[Journal], object]) -> None:
    async def do() -> None:
        if await app.ask(use) is not None:
            app.post_message(JournalChanged())

    app.follow(do)
