"""What commands about records share: which one is meant."""

from __future__ import annotations

from datetime import date

import click

from ..journal.journal import Journal

period = click.option("--period", "period", metavar="DATE", help="The period with this day in it; else today's.")
body = click.option(
    "--body", "body", metavar="BODY", help="Whose record, or its id; else of the only body you keep to."
)


def day_of(journal: Journal, period: str | None) -> date | None:
    """The day that --period names; raises `Problem` for none, and `BadInput` for an empty one."""
    from ..domain.dates import parse_day
    from .given import require_words

    if period is None:
        return None
    require_words("--period", period)
    return parse_day(period, journal.time.today())
