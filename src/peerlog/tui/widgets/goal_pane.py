"""The page of a goal: how it goes, what lies on the way, what is to be done, and what serves it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.goal_course import COURSE, is_open
from ...domain.goal_way import way_of
from ...domain.idea_course import COURSE as IDEA_COURSE
from ...domain.kinds import IDEA, KINDS
from ...domain.text import shorten
from ...domain.trend import Trend, bar
from ...domain.trend_chart import draw_trend
from ...journal.finishing import is_done
from ...journal.goal.goal_page import GoalPage, read_goal
from ...journal.journal import Journal
from .entry_line import name_of
from .entry_pane import EntryPane
from .first_words import first_words
from .goal_keys import GoalKeys
from .line import LABEL_WIDTH, Line, labelled
from .list_pane import Contents
from .plain import plain_line
from .when import say_due, say_full_day, say_when

_CHART_WIDTH = 66


class GoalPane(EntryPane, GoalKeys):
    """The keys are for the goal; what is moved on is the idea where one is marked."""

    BINDINGS: ClassVar[list[BindingType]] = []
    heading: ClassVar[str] = "Goal"

    def subject(self, action: str) -> Entry | None:
        marked = self.current_entry
        return marked if action == "move_on" and marked and marked.kind == IDEA.name else self.entry

    def page(self, journal: Journal, entry: Entry) -> Contents:
        found = read_goal(journal, entry.id)
        day = journal.time.today()
        shown = Contents(plain_line(shorten(name_of(entry), 2 * _LONGEST)).stylize("bold"), day, journal.time.zone)
        shown.about = Content("\n").join(_head(found, day))
        _add_check_ins(shown, found, journal)
        _add_milestones(shown, found)
        _add_actions(shown, found)
        _add_serving(shown, found, journal)
        if not shown.things:
            shown.read(Content.assemble(*_TEACHING))
        return shown


_TEACHING = (
    ("i", "bold $accent"),
    " says where it stands today, ",
    ("M", "bold $accent"),
    " adds a milestone, ",
    ("a", "bold $accent"),
    " an action, ",
    ("I", "bold $accent"),
    " an idea that serves it.",
)
_SAID = ("measure", "why", "question", "theme")
_LONGEST = 150
"""Characters of a field: its form has the rest."""


def _head(found: GoalPage, day: date) -> Iterator[Content]:
    goal = found.goal
    facts = [COURSE.label(COURSE.standing(goal.state)), way_of(goal)]
    if goal.line("due"):
        due = date.fromisoformat(goal.line("due"))
        said = say_due(due, day) if is_open(goal.state) else f"Due {say_full_day(due)}"
        facts.append(said[0].lower() + said[1:])
    if goal.members("people"):
        facts.append(f"with {', '.join(goal.members('people'))}")
    yield plain_line(" · ".join(fact for fact in facts if fact))
    for name in _SAID:
        if goal.line(name):
            label = KINDS["goal"].all_fields[name].label
            yield Content.assemble((f"{label}: ", "$quiet"), plain_line(shorten(goal.line(name), _LONGEST)))
    yield from first_words(goal)


def _add_check_ins(shown: Contents, found: GoalPage, journal: Journal) -> None:
    trend, count = found.progress.trend, found.progress.check_ins
    if not count:
        return
    shown.head(f"Check-ins   {_said_trend(trend)}")
    if chart := draw_trend(trend, _CHART_WIDTH, shown.day, found.goal.line("target")):
        shown.read(Content("\n").join(_drawn(line) for line in chart))
    for each in found.check_ins:
        level = each.number("level")
        drawn = Content(f"{bar(level)} {level:>2}" if level is not None else "").stylize("$accent")
        label = plain_line(say_when(journal.entries.when_of(each), shown.day)).stylize("$quiet")
        shown.add(Line(label, plain_line(each.headline), drawn, label_width=LABEL_WIDTH), each)
    if count > len(found.check_ins):
        shown.read(Content(f"and {count - len(found.check_ins):,} before").stylize("$quiet"))


def _said_trend(trend: Trend) -> str:
    if trend.now is None or trend.first is None or len(trend.points) < 2:
        return ""
    return f"{trend.first} at first, {trend.now} now"


def _drawn(line: str) -> Content:
    """A line of the chart: the bars in the accent colour, scale and dates in the quiet one."""
    bars = {place for place, character in enumerate(line) if character in "█▄"}
    if not bars:
        return Content(line).stylize("$quiet")
    first, last = min(bars), max(bars) + 1
    return Content.assemble((line[:first], "$quiet"), (line[first:last], "$accent"), (line[last:], "$quiet"))


def _add_milestones(shown: Contents, found: GoalPage) -> None:
    if not found.progress.milestones:
        return
    shown.head(f"Milestones   {found.progress.milestones_reached} of {len(found.progress.milestones)} reached")
    for each in found.progress.milestones:
        shown.add(_to_do(each, shown.day), each)


def _add_actions(shown: Contents, found: GoalPage) -> None:
    figures = found.progress
    if not figures.actions_open + figures.actions_closed and not found.actions:
        return
    shown.head(f"Actions   {figures.actions_open:,} open, {figures.actions_closed:,} done")
    for each in found.actions:
        shown.add(_to_do(each, shown.day), each)
    if found.more_actions:
        shown.read(Content(f"and {found.more_actions:,} more; search finds them").stylize("$quiet"))


def _to_do(each: Entry, day: date) -> Line:
    done, due = is_done(each), each.line("due")
    label = "" if done or not due else say_due(date.fromisoformat(due), day)
    mark = ("– " if each.state == "dropped" else "✓ ") if done else ""
    line = labelled(label, f"{mark}{name_of(each)}", each.line("owner"))
    return Line(line.label, line.about.stylize("$quiet"), line.right, label_width=LABEL_WIDTH) if done else line


def _add_serving(shown: Contents, found: GoalPage, journal: Journal) -> None:
    if not found.serving:
        return
    shown.head("What serves it")
    for each in sorted(found.serving, key=lambda each: each.kind != IDEA.name):
        label = KINDS[each.kind].label if each.kind in KINDS else each.kind
        aside = IDEA_COURSE.label(IDEA_COURSE.standing(each.state)) if each.kind == IDEA.name else ""
        when = say_when(journal.entries.when_of(each), shown.day)
        shown.add(labelled(label, name_of(each), aside or when), each)
