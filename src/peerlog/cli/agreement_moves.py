"""Moving an agreement on, named by the beginning of its id or meant without being named."""

from __future__ import annotations

from datetime import date

from ..domain.agreement_course import Move, moves_from
from ..domain.dates import parse_day
from ..domain.entry import Entry
from ..journal.agreements import agreement_meant, agreements, move_agreement
from ..journal.journal import Journal
from .given import require_words


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
    return move_agreement(journal, agreement.id, wanted, until=day_given(journal, option, until), closing=closing)


def day_given(journal: Journal, option: str, written: str | None) -> date | None:
    """A day that lies ahead, as people write it."""
    if written is None:
        return None
    require_words(option, written)
    return parse_day(written, journal.time.today(), ahead=True)
