"""Beginning a summary on the command line: by options, and asked step by step where somebody is there to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..domain.dates import parse_day
from ..domain.entry import Entry
from ..domain.problem import Problem
from ..domain.summary import SECTIONS
from ..journal.circle.circles import Circle, circle_named
from ..journal.joint_summary.summaries import composed_sections, new_summary, proposed_period, section_named
from ..journal.journal import Journal
from . import terminal
from .asking import ask
from .given import require_words


@dataclass(frozen=True, slots=True)
class DraftGiven:
    """What the options said; None or empty for what was left out. `guided`: ask for that where somebody can answer."""

    circle: str | None
    since: str | None
    until: str | None
    sections: tuple[str, ...]
    title: str | None
    guided: bool


def begin_summary(journal: Journal, given: DraftGiven) -> Entry:
    """Keep a new draft; raises `Problem`, `BadInput` or `Refused`."""
    for option, said in (("--from", given.since), ("--until", given.until), ("--title", given.title)):
        if said is not None:
            require_words(option, said)
    circle = circle_named(journal, given.circle)
    since, until = (_day(journal, said) for said in (given.since, given.until))
    sections: list[str] | None = [section_named(each).name for each in given.sections] or None
    if given.guided and terminal.can_ask() and not (given.since or given.until or given.sections):
        since, until, sections = _asked(journal, circle)
    return new_summary(journal, circle, since, until, sections, title=given.title or "")


def _day(journal: Journal, said: str | None) -> date | None:
    return parse_day(said, journal.time.today()) if said is not None else None


def _asked(journal: Journal, circle: Circle) -> tuple[date, date, list[str]]:
    terminal.say("Enter takes what stands in brackets.")
    usual = proposed_period(journal, circle)
    while True:
        try:
            since = parse_day(ask("From", usual[0].isoformat()), journal.time.today())
            until = parse_day(ask("Until", usual[1].isoformat()), journal.time.today())
            composed = composed_sections(journal, circle, since, until)
            break
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}".strip())
    said = [each for each in SECTIONS if composed[each.name]]
    if not said:
        terminal.say(
            "You have shared nothing from these days that a section could tell of: all of it is yours to write."
        )
        return since, until, []
    terminal.say("There is something to say under:")
    for each in said:
        terminal.say(f"  {each.name}: {each.label}, {_words(composed[each.name])}")
    while True:
        try:
            left_out = {
                section_named(each).name for each in ask("Leave out (names, with commas)").split(",") if each.strip()
            }
            return since, until, [each.name for each in said if each.name not in left_out]
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}".strip())


def _words(text: str) -> str:
    count = len(text.split())
    return "1 word" if count == 1 else f"{count} words"
