from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option
from ..terminal import Bold

if TYPE_CHECKING:
    from ...domain.looking_back import LookingBack

_CELLS = 30


@click.command(epilog=examples("peerlog review", "peerlog review 2026-10", "peerlog review 2026 --json"))
@click.argument("period", metavar="[YYYY-MM | YYYY]", required=False)
@json_option
def command(period: str | None, as_json: bool) -> None:
    """Look back on a month or a year: what you wrote, whom you met, what was done.

    The current month if none is named. It is counted for your own eyes.
    """
    from ...domain.period import month_of, read_period
    from ...journal.looking_back import looking_back

    with invocation().journal() as journal:
        wanted = read_period(period) if period is not None else month_of(journal.time.today())
        found = looking_back(journal, wanted)
        if as_json:
            terminal.put_json(_described(found))
        else:
            _write(found)


def _described(found: LookingBack) -> dict[str, object]:
    meetings = found.meetings
    return {
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "written": list(found.written),
        "days": found.days,
        "words": found.words,
        "kinds": dict(found.kinds),
        "meetings": {
            "held": meetings.held,
            "cancelled": meetings.cancelled,
            "ahead": meetings.ahead,
            "minutes": meetings.minutes,
            "people": {
                name: {"meetings": many, "minutes": minutes} for name, (many, minutes) in meetings.people.items()
            },
        },
        "actions": {"added": found.actions_added, "done": found.actions_done},
        "ideas": dict(found.ideas),
        "reflections": dict(found.reflections),
        "thanks": {"given": found.thanks_given, "received": found.thanks_received},
        "tags": dict(found.tags),
    }


def _write(found: LookingBack) -> None:
    from ...domain.looking_back_words import sections

    terminal.put(Bold(found.period.label))
    for section in sections(found):
        terminal.put()
        terminal.put(Bold(section.title), f"  {section.said}" if section.said else "")
        _bars(section.rows)


def _bars(rows: tuple[tuple[str, int, str], ...]) -> None:
    from ...domain.bars import bar
    from ..layout import fitted, width

    most = max((count for _, count, _ in rows), default=0)
    label_width = min(24, max((width(label) for label, _, _ in rows), default=0))
    for label, count, figure in rows:
        drawn = bar(count, most, _CELLS)
        terminal.put(f"  {fitted(label, label_width)}  {drawn}{' ' if drawn else ''}{figure}")
