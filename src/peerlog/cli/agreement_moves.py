"""Moving an agreement on, named by the beginning of its id or meant without being named."""

from __future__ import annotations

import secrets
from datetime import date

import click

from ..domain.agreement_course import Move, moves_from
from ..domain.closing_review import CLOSING, closing_text
from ..domain.dates import parse_day
from ..domain.entry import Draft, Entry
from ..journal.agreements import agreement_meant, agreements, move_agreement
from ..journal.journal import Journal
from . import terminal
from .agreeing.void import saying_what_became_void
from .asking import ask
from .given import require_words
from .uninterrupted import uninterrupted
from .words import as_draft_fields


def meant_for(journal: Journal, id_: str | None, wanted: Move) -> Entry:
    """The agreement named, else the first one that this can be done with, else the current one."""
    possible = (each for each in agreements(journal) if wanted in moves_from(each.state)) if id_ is None else ()
    return next(iter(possible), None) or agreement_meant(journal, id_)


def carry_out(
    journal: Journal,
    id_: str | None,
    wanted: Move,
    *,
    until: str | None = None,
    option: str = "--until",
    closing: str = "",
) -> Entry:
    """The agreement as it is afterwards; raises `Problem`, `BadInput` or `Refused`."""
    agreement = meant_for(journal, id_, wanted)
    day = day_given(journal, option, until)
    with saying_what_became_void(journal, agreement):
        return move_agreement(journal, agreement.id, wanted, until=day, closing=closing)


def day_given(journal: Journal, option: str, written: str | None) -> date | None:
    """A day that lies ahead, as people write it."""
    if written is None:
        return None
    require_words(option, written)
    return parse_day(written, journal.time.today(), ahead=True)


def look_back(journal: Journal, agreement: Entry) -> str:
    """What somebody answers when parting; what was answered before they left in the middle is kept as unfinished."""
    terminal.say("Four questions to look back; Enter leaves one out.")
    answers: dict[str, str] = {}
    try:
        for each in CLOSING:
            answers[each.name] = ask(f"{each.question} ({each.hint})")
    except (click.Abort, KeyboardInterrupt):
        if said := closing_text(answers):
            typed = as_draft_fields(journal, agreement.kind, {**agreement.fields, "closing": said})
            with uninterrupted():
                journal.entries.keep_draft(
                    Draft(
                        secrets.token_hex(16),
                        agreement.kind,
                        typed,
                        journal.time.stamp(),
                        agreement.id,
                        agreement.version,
                    )
                )
            terminal.say("\nIt goes on. What you have answered is kept as unfinished: “peerlog drafts” lists it.")
        raise
    return closing_text(answers)
