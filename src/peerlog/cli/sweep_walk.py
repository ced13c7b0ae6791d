"""Going through what could count in a plain terminal: one key for each, then only what is required.

What is decided is saved at once, so stopping at any moment loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import click

from ..domain.dates import written_out
from ..domain.entry import Entry
from ..domain.minutes import say_minutes
from ..domain.problem import Problem
from ..domain.text import shorten
from ..journal.cpd.activities import count_not, look_again
from ..journal.cpd.changing import change_activity
from ..journal.cpd.spans import length_of
from ..journal.cpd.still_missing import Missing, still_missing
from ..journal.cpd.sweep import Candidate, let_count
from ..journal.journal import Journal
from . import terminal
from .activity_lines import say_activity
from .listing import one_line

Key = Callable[[], str]
"""Gives the next key; “q” where there are no more."""
Line = Callable[[str], str]
"""Asks and gives what is typed."""

KEYS = "y: counts   -: does not   Enter or space bar: later   u: undo the last   q: stop"
_EXCERPT = 160
_WITH_ONE_KEY = 9
"""So many values can be chosen among with a single digit."""


@dataclass(slots=True)
class Swept:
    """What became of the candidates; `counted` are their activities."""

    counted: list[Entry] = field(default_factory=list)
    not_counted: int = 0
    later: int = 0
    stopped: bool = False

    @property
    def in_words(self) -> str:
        """`12 count, 30 do not, 18 are for later.`"""
        count = len(self.counted)
        counts, does = "counts" if count == 1 else "count", "does" if self.not_counted == 1 else "do"
        are = "is" if self.later == 1 else "are"
        return f"{count} {counts}, {self.not_counted} {does} not, {self.later} {are} for later."


def keys_typed() -> Iterator[str]:
    """Keys from the terminal as they are pressed; those typed ahead come one by one."""
    while True:
        try:
            typed = click.getchar()
        except EOFError:
            yield "q"
            continue
        yield from [typed] if typed.startswith("\x1b") else typed


def sweep_through(journal: Journal, found: Sequence[Candidate], key: Key) -> Swept:
    """Ask about one after the other."""
    swept, at = Swept(), 0
    decided: list[str] = []
    while at < len(found):
        candidate = found[at]
        _show(journal, candidate, at + 1, len(found))
        said = _one_of("y- \r\nuq", key)
        if said == "q":
            swept.later += len(found) - at
            swept.stopped = True
            break
        if said == "u":
            at = _undo(journal, found, at, decided, swept)
            continue
        decided.append(said)
        at += 1
        if said == "y":
            swept.counted.append(let_count(journal, candidate))
        elif said == "-":
            count_not(journal, candidate.entry.id)
            swept.not_counted += 1
        else:
            swept.later += 1
    return swept


def fill_in(journal: Journal, activities: Sequence[Entry], key: Key, line: Line) -> int:
    """Ask for how long, points and lists where they are required; how many answers of a record are still open."""
    missing = still_missing(journal, activities)
    answers = sum(one.sort == "field" for some in missing.values() for one in some)
    asked = [(each, [one for one in missing[each.id] if one.sort != "field"]) for each in activities]
    asked = [(each, some) for each, some in asked if some]
    if asked:
        terminal.say()
        terminal.say("Only this is needed besides. An empty answer leaves it for later.")
    for activity, some in asked:
        terminal.say()
        terminal.say(one_line(journal, journal.entries.find(activity.parent) or activity))
        for one in some:
            _ask(journal, activity, one, key, line)
    return answers


def _show(journal: Journal, candidate: Candidate, number: int, of: int) -> None:
    entry = candidate.entry
    terminal.say()
    about = [f"{number} of {of}", entry.kind, written_out(entry.when.day), one_line(journal, entry)]
    terminal.say(" · ".join(about))
    said = " ".join(entry.text.split())
    if said and said != entry.headline:
        terminal.say("  ", shorten(said, _EXCERPT))
    terminal.say("  As: ", say_activity(_as_activity(candidate)))


def _as_activity(candidate: Candidate) -> Entry:
    """What it would be once it counts, to be shown only."""
    from dataclasses import replace

    guess, minutes = candidate.guess, candidate.entry.minutes
    return replace(
        candidate.entry,
        fields={
            "type": guess.type,
            "categories": tuple(sorted(guess.categories)),
            "participatory": guess.participatory,
            "planned": guess.planned,
            **({"minutes": minutes} if minutes else {}),
        },
    )


def _undo(journal: Journal, found: Sequence[Candidate], at: int, decided: list[str], swept: Swept) -> int:
    if not decided:
        terminal.say("There is nothing to undo.")
        return at
    last = decided.pop()
    if last == "y":
        swept.counted.pop()
    elif last == "-":
        swept.not_counted -= 1
    else:
        swept.later -= 1
    if last in "y-":
        look_again(journal, found[at - 1].entry.id)
    return at - 1


def _one_of(allowed: str, key: Key) -> str:
    while (said := key()) not in tuple(allowed):
        terminal.say(KEYS)
    return said


def _ask(journal: Journal, activity: Entry, missing: Missing, key: Key, line: Line) -> None:
    if missing.sort == "list":
        _choose(journal, activity, missing, key, line)
        return
    for_whom = f" ({missing.body})" if missing.body else ""
    while said := line(f"{missing.label}{for_whom}").strip():
        try:
            if missing.sort == "minutes":
                length = length_of(said, activity.line("type"))
                change_activity(journal, activity, {"minutes": length})
                terminal.say("  ", say_minutes(length))
            else:
                change_activity(journal, activity, {"points": said})
            return
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}".strip())


def _choose(journal: Journal, activity: Entry, missing: Missing, key: Key, line: Line) -> None:
    terminal.say(f"{missing.label} ({missing.body})")
    for number, value in enumerate(missing.values, 1):
        terminal.say(f"  {number}  {value}")
    while True:
        one_key = len(missing.values) <= _WITH_ONE_KEY
        said = (key() if one_key else line("Number")).strip()
        if said in ("", "q"):
            return
        if said.isascii() and said.isdigit() and 0 < int(said) <= len(missing.values):
            value = missing.values[int(said) - 1]
            marks = journal.entries.get(activity.id).members("marks")
            change_activity(journal, activity, {"marks": [*marks, f"{missing.name}={value}"]})
            terminal.say("  ", value)
            return
        terminal.say(f"A number from 1 to {len(missing.values)}, or Enter for later.")
