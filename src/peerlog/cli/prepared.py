"""The page before a meeting, as text."""

from __future__ import annotations

from ..domain.ago import say_ago
from ..domain.meeting_name import meeting_name
from ..domain.minutes import say_minutes
from ..domain.waking_hours import SLEEPS, WAKES
from ..journal.journal import Journal
from ..journal.meeting.preparing import GoalMovement, Preparation
from . import terminal
from .action_lines import write_actions
from .described import described
from .listing import write_entries
from .meetings import head, said_when, write_agenda
from .terminal import Bold


def write_preparation(journal: Journal, page: Preparation) -> None:
    """Headings and lines, in the order in which they are of use; what there is nothing of is left out."""
    _write_head(journal, page)
    if page.last:
        head(f"Last time, {say_ago((page.now.day - journal.entries.when_of(page.last).day).days)}")
        terminal.put(meeting_name(page.last))
        if page.last.line("summary"):
            terminal.put(page.last.line("summary"))
        for decision in page.decisions:
            terminal.put(f"Decided: {decision.headline}")
    if page.written:
        head("Since then" if page.last else "Lately")
        write_entries(journal, page.written)
    if page.actions:
        head("To do")
        write_actions(journal, [action for group in page.actions for action in group.actions])
    if page.goals:
        head("Goals")
        for movement in page.goals:
            terminal.put(f"{movement.goal.headline}  {said_movement(movement)}".rstrip())
    if page.agenda:
        head("Agenda")
        write_agenda(journal, page.agenda)
    if page.left_open:
        head("Left open before")
        write_agenda(journal, page.left_open)
        terminal.put("“peerlog meeting carry” takes it up.")
    on_page = {item.id for item in (*page.agenda, *page.left_open)}
    elsewhere = [item for item in page.unsettled if item.id not in on_page]
    if elsewhere:
        head("Questions still open from other meetings")
        write_agenda(journal, elsewhere)
    head("Worth asking")
    for question in page.questions:
        terminal.put(question)


def said_movement(movement: GoalMovement) -> str:
    """`4 → 7 · at 6 of 10, 5 at the last time`."""
    start, end = movement.goal.line("baseline"), movement.goal.line("target")
    way = f"{start} → {end}" if start and end else end
    level = f"at {movement.now} of 10" if movement.now is not None else ""
    if level and movement.before is not None and movement.before != movement.now:
        level += f", {movement.before} at the last time"
    return " · ".join(part for part in (way, level) if part)


def described_preparation(page: Preparation) -> dict[str, object]:
    """The same for scripts."""
    return {
        "meeting": described(page.meeting),
        "when": page.when.local.isoformat(timespec="seconds"),
        "people": list(page.people),
        "clocks": [
            {"name": clock.name, "zone": clock.zone, "at": clock.at.local.isoformat(timespec="seconds")}
            for clock in page.clocks
        ],
        "last_contact": described(page.contact) if page.contact else None,
        "days_since_contact": page.days,
        "last_meeting": described(page.last) if page.last else None,
        "decisions": [described(each) for each in page.decisions],
        "written_since": [described(each) for each in page.written],
        "actions": [
            {"owner": group.owner or None, "actions": [described(each) for each in group.actions]}
            for group in page.actions
        ],
        "goals": [
            {"goal": described(each.goal), "levels": list(each.levels), "before": each.before, "now": each.now}
            for each in page.goals
        ],
        "unsettled": [described(each) for each in page.unsettled],
        "questions": list(page.questions),
        "agenda": [described(each) for each in page.agenda],
        "brought": [each.id for each in page.brought],
        "left_open": [described(each) for each in page.left_open],
    }


def _write_head(journal: Journal, page: Preparation) -> None:
    meeting = page.meeting
    terminal.put(Bold(meeting_name(meeting)))
    facts = [said_when(journal, meeting.when), *(f"{clock.at.local:%H:%M} {clock.place}" for clock in page.clocks)]
    facts += [say_minutes(meeting.minutes)] if meeting.minutes else []
    facts += [f"to {meeting.line('purpose')}"] if meeting.line("purpose") else []
    facts += [meeting.line("place")] if meeting.line("place") else []
    terminal.put(" · ".join(facts))
    if meeting.line("scope"):
        terminal.put(meeting.line("scope"))
    early = [clock.name for clock in page.clocks if not WAKES <= clock.at.local.hour < SLEEPS]
    if early:
        terminal.put(f"Outside {WAKES} to {SLEEPS} for {' and '.join(early)}.")
    if page.people and page.days is not None and page.contact:
        how = f" ({meeting_name(page.contact)})" if page.contact is not page.last else ""
        terminal.put(f"Last contact {say_ago(page.days)}{how}.")
    elif page.people:
        terminal.put("The first time with " + ", ".join(page.people) + ", as far as this journal knows.")
