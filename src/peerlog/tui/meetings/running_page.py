"""What the screen of a meeting that runs is made of, read from the journal at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...domain.action_line import read_action_line
from ...domain.agenda_line import read_agenda_line
from ...domain.entry import Entry
from ...domain.kinds import ACTION
from ...domain.question import MOMENTS, Question, fitting, pick
from ...journal.journal import Journal
from ...journal.meeting.agenda import agenda
from ...journal.meeting.running import Running, begin, found
from ...journal.people import known_people
from ...journal.questions import questions_for
from ..widgets.agenda_steps import current_item, is_settled
from ..widgets.when import say_due


@dataclass(frozen=True, slots=True)
class RunningPage:
    """A meeting that runs, its agenda in order, how many actions it has, and who may be named in a line."""

    run: Running
    items: tuple[Entry, ...]
    actions: int
    people: tuple[str, ...]
    today: date
    questions: tuple[Question, ...]

    @property
    def now(self) -> Entry | None:
        """What is being talked about."""
        return current_item(self.items)

    @property
    def settled_last(self) -> Entry | None:
        """What F6 takes up again: the settled item nearest to where the talk is."""
        return next((item for item in reversed(self.items) if item.state == "settled"), None)

    def worth_asking(self) -> str:
        """A question for where the conversation is: it opens, goes deeper, looks from elsewhere, closes."""
        behind = sum(1 for item in self.items if is_settled(item))
        place = min(len(MOMENTS) - 1, behind * len(MOMENTS) // max(1, len(self.items)))
        fit = fitting(self.questions, moment=MOMENTS[place]) or self.questions
        return next((each.text for each in pick(fit, 1, f"{self.run.began}{place}")), "")

    def say_action(self, line: str) -> str:
        """How a line is understood: `Sam: Reading list · due Fri 27`; raises `Problem`."""
        return say_action_line(line, self.people, self.today)

    def question_in(self, line: str) -> str:
        return question_in(line, self.people)

    def say_item(self, line: str) -> str:
        return say_item_line(line, self.people)


def begin_meeting(journal: Journal, meeting_id: str) -> RunningPage:
    """Let the meeting run, or come back to it; raises `Refused` for what is no meeting."""
    return _page(journal, begin(journal, meeting_id))


def read_again(journal: Journal, meeting_id: str) -> RunningPage | str:
    """The meeting as it is now; an empty string when it runs no longer."""
    run = found(journal, meeting_id)
    return _page(journal, run) if run else ""


def _page(journal: Journal, run: Running) -> RunningPage:
    return RunningPage(
        run=run,
        items=tuple(agenda(journal, run.meeting.id)),
        actions=len(journal.entries.parts(run.meeting.id, ACTION.name)),
        people=people_of(journal, run.meeting),
        today=journal.time.today(),
        questions=questions_for(run.meeting.line("purpose")),
    )


def people_of(journal: Journal, meeting: Entry) -> tuple[str, ...]:
    """Who may be named in a line: those of the meeting first, the writer last."""
    return (*meeting.members("people"), *known_people(journal), journal.profile.name)


def say_action_line(line: str, people: Sequence[str], today: date) -> str:
    action = read_action_line(line, people, today)
    due = say_due(action.due, today) if action.due else ""
    said = f"{action.owner}: {action.title}" if action.owner else action.title
    return f"{said} · {due[0].lower()}{due[1:]}" if due else said


def question_in(line: str, people: Sequence[str]) -> str:
    """The question that a line for the agenda asks; empty where it is about knowledge or an idea."""
    item = read_agenda_line(line, people)
    return f"{item.title.rstrip('?')}?" if item.sort == "question" else ""


def say_item_line(line: str, people: Sequence[str]) -> str:
    item = read_agenda_line(line, people)
    return f"{item.sort}: {item.title}" + (f" · from {item.by}" if item.by else "")
