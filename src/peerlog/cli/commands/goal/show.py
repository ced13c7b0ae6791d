from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option
from ...terminal import Bold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....domain.entry import Entry
    from ....journal.goal.goal_page import GoalPage
    from ....journal.journal import Journal


@click.command(epilog=examples("peerlog goal show 3f9a2c1", "peerlog goal show 3f9a2c1 --json"))
@click.argument("id_", metavar="ID")
@json_option
def command(id_: str, as_json: bool) -> None:
    """Show one goal: how it goes, milestones, actions, and the ideas, reflections and meetings that serve it."""
    from ....journal.goal.goal_page import read_goal
    from ...described import described
    from ...goal_lines import described_goal

    with invocation().journal() as journal:
        page = read_goal(journal, journal.entries.resolve(id_).id)
        if as_json:
            groups = {"actions": page.actions, "latest_check_ins": page.check_ins, "serving": page.serving}
            lists = {name: [described(each) for each in entries] for name, entries in groups.items()}
            terminal.put_json({**described_goal(page.progress), **lists})
        else:
            _write(journal, page)


def _write(journal: Journal, page: GoalPage) -> None:
    from ....domain.trend_chart import draw_trend
    from ...action_lines import write_actions
    from ...listing import write_entries
    from ...reading import write_entry

    write_entry(journal, page.goal, links=False)
    chart = draw_trend(page.progress.trend, min(64, terminal.columns()), journal.time.today(), page.goal.line("target"))
    if chart:
        terminal.put()
    for line in chart:
        terminal.put(line)
    _write_check_ins(journal, page.check_ins, page.progress.check_ins)
    _write_milestones(journal, page.progress.milestones)
    if page.actions:
        terminal.put()
        terminal.put(Bold("Actions"))
        write_actions(journal, page.actions)
    if page.more_actions:
        terminal.put(f"and {page.more_actions:,} more")
    if page.serving:
        terminal.put()
        terminal.put(Bold("What serves it"))
        write_entries(journal, page.serving)


def _write_check_ins(journal: Journal, check_ins: Sequence[Entry], count: int) -> None:
    from ....domain.trend import bar
    from ...goal_lines import said_day

    if check_ins:
        terminal.put()
        terminal.put(Bold("Check-ins" if count <= len(check_ins) else f"Check-ins, the latest of {count:,}"))
    for each in check_ins:
        level = each.number("level")
        drawn = f"{bar(level)} {level:>2}" if level is not None else "    "
        terminal.put(f"{drawn}  {said_day(journal, each.when.day)}  {each.headline}".rstrip())


def _write_milestones(journal: Journal, milestones: Sequence[Entry]) -> None:
    from ....journal.short_ids import short_id
    from ...goal_lines import said_day
    from ...layout import fitted, width

    if not milestones:
        return
    terminal.put()
    terminal.put(Bold("Milestones"))
    days = [said_day(journal, _day(each)) for each in milestones]
    for day, each in zip(days, milestones, strict=True):
        mark = "✓ " if each.line("done_on") else ""
        cells = fitted(day, max(map(width, days)))
        terminal.put(f"{short_id(journal, each.id)}  {cells}  {mark}{each.headline or 'a milestone without words'}")


def _day(milestone: Entry) -> date | None:
    due = milestone.line("due")
    return date.fromisoformat(due) if due else None
