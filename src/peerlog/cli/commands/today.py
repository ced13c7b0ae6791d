from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..examples import examples
from ..filters import as_json as json_option
from ..invocation import invocation
from ..terminal import Bold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...domain.entry import Entry
    from ...journal.journal import Journal
    from ...journal.today import Today


@click.command(epilog=examples("peerlog today", "peerlog today --json"))
@json_option
def command(as_json: bool) -> None:
    """Show what lies ahead, what is due, what is begun, and what you wrote on this day in other years."""
    from ...journal.today import today
    from ..vents_due import erase_vents_due
    from ..words import take_in_left_behind

    with invocation().journal() as journal:
        take_in_left_behind(journal)
        page = today(journal)
        if as_json:
            terminal.put_json(_described(page))
        else:
            _write(journal, page)
        erase_vents_due(journal)


def _described(page: Today) -> dict[str, object]:
    from ..described import described, described_draft

    groups = {
        "meetings": page.meetings,
        "actions": page.actions,
        "goals_due": page.goals_due,
        "goals": page.goals,
        "ideas": page.ideas,
        "cooled_off": page.cooled_off,
        "recent": page.recent,
        "years_ago": page.years_ago,
    }
    return {
        "day": page.day.isoformat(),
        **{name: [described(entry) for entry in entries] for name, entries in groups.items()},
        "drafts": [described_draft(draft) for draft in page.drafts],
        "written_each_day": list(page.week),
        "wants_recovery_kit": page.wants_recovery_kit,
    }


def _write(journal: Journal, page: Today) -> None:
    from ...domain.dates import DAYS, MONTHS

    terminal.put(
        Bold(f"{DAYS[page.day.weekday()].capitalize()} {page.day.day} {MONTHS[page.day.month - 1].capitalize()}")
    )
    _group(journal, "Ahead", page.meetings)
    if page.actions:
        from ..action_lines import write_actions

        terminal.put()
        terminal.put(Bold("To do"))
        write_actions(journal, page.actions)
    _group(journal, "Due", page.goals_due, by_due_day=True)
    _group(journal, "Goals", [goal for goal in page.goals if goal not in page.goals_due])
    _group(journal, "Ideas to try", page.ideas)
    _group(journal, "Cooled off?", page.cooled_off)
    _group(journal, "On this day", page.years_ago)
    _group(journal, "Last written", page.recent)
    if page.drafts:
        terminal.put()
        terminal.put(f"Unfinished: {len(page.drafts)}. “peerlog drafts” lists what, and the app opens it.")
    if page.wants_recovery_kit:
        terminal.put()
        terminal.put("There is no recovery kit yet: “peerlog recover kit” makes one.")


def _group(journal: Journal, heading: str, entries: Iterable[Entry], *, by_due_day: bool = False) -> None:
    from ..listing import said_due, write_entries

    entries = list(entries)
    if entries:
        terminal.put()
        terminal.put(Bold(heading))
        write_entries(journal, entries, said_due if by_due_day else None)
