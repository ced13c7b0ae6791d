"""What the page before a meeting shows: a label for each group, a line for each thing that can be opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from ...domain.agenda_line import MARKS
from ...domain.ago import say_ago
from ...domain.entry import Entry
from ...domain.kinds import KINDS
from ...domain.meeting_name import meeting_name
from ...domain.meeting_time import USUAL_MINUTES
from ...domain.minutes import say_minutes
from ...domain.some_names import some_names
from ...domain.text import clean_line, first_line
from ...domain.waking_hours import SLEEPS, WAKES, is_awake
from ...journal.meeting.preparing import GoalMovement, Preparation
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents, named
from ..widgets.plain import plain_line
from ..widgets.rows import heading
from ..widgets.spark import spark
from ..widgets.when import say_due, say_when


def prepare_page(page: Preparation) -> Contents:
    """The rows of the page."""
    title = plain_line(meeting_name(page.meeting)).stylize("bold")
    shown = Contents(title, page.now.day, page.when.zone, about=_facts(page))
    _last_time(shown, page)
    _open(shown, page)
    _agenda(shown, page)
    if page.questions:
        shown.gap()
    for label, question in zip(_labels("Worth asking"), page.questions, strict=False):
        shown.options.append(heading(labelled(label, question)))
    return shown


def _facts(page: Preparation) -> Content:
    meeting, zone = page.meeting, page.when.zone
    facts = [say_when(page.when, page.now.day)]
    clocks = [f"{clock.at.local:%H:%M} {clock.place}" for clock in page.clocks if clock.zone != zone]
    facts += [say_minutes(meeting.minutes)] if meeting.minutes else []
    facts += [part for part in (meeting.line("channel"), meeting.line("place")) if part]
    first = Content(" · ").join(
        [plain_line(" · ".join([facts[0], *clocks])).stylize("$accent"), *map(plain_line, facts[1:])]
    )
    purpose = f"To {meeting.line('purpose')}" if meeting.line("purpose") else ""
    second = ": ".join(part for part in (purpose, meeting.line("scope")) if part)
    asleep = [each.name for each in page.clocks if not is_awake(each.at, meeting.minutes or USUAL_MINUTES)]
    warned = f"Outside {WAKES} to {SLEEPS} for {' and '.join(asleep)}. F7 finds another time." if asleep else ""
    lines = [
        first,
        plain_line(second),
        plain_line(_contact(page)).stylize("$quiet"),
        plain_line(warned).stylize("$warning"),
    ]
    return Content("\n").join([line for line in lines if line])


def _contact(page: Preparation) -> str:
    if not page.people:
        return "Nobody is named yet; e changes that."
    if page.contact is None or page.days is None:
        return f"The first time with {some_names(page.people)}, as far as this journal knows."
    how = f": {meeting_name(page.contact)}" if page.contact is not page.last else ""
    return f"Last contact {say_ago(page.days)}{how}"


def _last_time(shown: Contents, page: Preparation) -> None:
    if page.last:
        when = page.last.when.in_zone(page.when.zone)
        summary = clean_line(first_line(page.last.line("summary")))
        said = " · ".join(part for part in (meeting_name(page.last), summary) if part)
        shown.add(labelled("Last time", said, say_when(when, page.now.day).partition(",")[0]), page.last, "last")
    for label, decision in zip(_labels("Decided"), page.decisions, strict=False):
        shown.add(labelled(label, named(decision)), decision, "decided")
    for label, each in zip(_labels("Since then" if page.last else "Lately"), page.written, strict=False):
        kind = KINDS[each.kind].label.lower() if each.kind in KINDS else each.kind
        shown.add(labelled(label, named(each), kind), each, "written")


def _open(shown: Contents, page: Preparation) -> None:
    if page.actions or page.goals:
        shown.gap()
    for group in page.actions:
        for label, action in zip(_labels(group.owner or "You said"), group.actions, strict=False):
            shown.add(labelled(label, named(action), _due(action, page.now.day)), action, "action")
    for label, movement in zip(_labels("Goals"), page.goals, strict=False):
        shown.add(_goal(label, movement), movement.goal, "goal")


def _due(action: Entry, day: date) -> str:
    due = action.line("due")
    return say_due(date.fromisoformat(due), day) if due else ""


def _goal(label: str, movement: GoalMovement) -> Line:
    """The goal, from where to where, its trend drawn, and its level then and now."""
    start, end = movement.goal.line("baseline"), movement.goal.line("target")
    way = f"{start} → {end}" if start and end else ""
    level = ""
    if movement.now is not None:
        moved = movement.before is not None and movement.before != movement.now
        level = f"{movement.before} → {movement.now} of 10" if moved else f"{movement.now} of 10"
    right = Content.assemble((spark(movement.levels), "$accent"), "  " if level else "", (level, "$quiet"))
    about = Content("  ").join([plain_line(named(movement.goal)), plain_line(way).stylize("$quiet")])
    return Line(
        plain_line(label).stylize("$quiet"),
        about,
        right if movement.levels else Content(),
        label_width=LABEL_WIDTH,
    )


def _agenda(shown: Contents, page: Preparation) -> None:
    shown.gap()
    for label, item in zip(_labels("On the agenda"), page.agenda, strict=False):
        settled = "settled" if item.state == "settled" else ""
        right = " · ".join(part for part in (item.line("by"), settled) if part)
        shown.add(labelled(label, f"{MARKS.get(item.line('sort'), '·')} {named(item)}", right), item, "agenda")
    if not page.agenda:
        shown.read(_teach("On the agenda", "i", " brings something: ? first makes it a question"))
    for label, item in zip(_labels("Left open before"), page.left_open, strict=False):
        right = "b takes it up" if label else item.line("by")
        shown.add(labelled(label, f"{MARKS.get(item.line('sort'), '·')} {named(item)}", right), item, "left")
    on_page = {item.id for item in (*page.agenda, *page.left_open)}
    elsewhere = [item for item in page.unsettled if item.id not in on_page]
    for label, item in zip(_labels("Still a question"), elsewhere, strict=False):
        shown.add(labelled(label, f"? {named(item)}", item.line("by")), item, "question")


def _teach(label: str, key: str, does: str) -> Content:
    return Content.assemble((f"{label:<{LABEL_WIDTH}}  ", "$quiet"), (key, "bold $accent"), (does, "$quiet"))


def _labels(first: str) -> Iterable[str]:
    """The label for the first line of a group, and none for those under it."""
    yield first
    while True:
        yield ""
