"""A look back in words and rows, the same for the terminal and the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .kinds import CHOSEN
from .kinds.idea import STATES
from .looking_back import LookingBack
from .minutes import say_minutes

MOST_PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Section:
    """`rows` are a label, a number to draw and the figure beside it; `said` is a sentence to its title."""

    title: str
    said: str = ""
    rows: tuple[tuple[str, int, str], ...] = ()


def sections(found: LookingBack) -> list[Section]:
    """What there is to say about a period; what was not there is left out."""
    return [
        each for each in (_written(found), _meetings(found), _doing(found), _reflections(found), _tags(found)) if each
    ]


def counted(number: int, one: str, many: str = "") -> str:
    """`1 entry`, `3 entries`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _written(found: LookingBack) -> Section:
    entries = sum(found.kinds.values())
    if not entries:
        return Section("Written", "Nothing in this time.")
    said = (
        f"{counted(entries, 'entry', 'entries')} on {counted(found.days, 'day')}, about {counted(found.words, 'word')}"
    )
    labels = {name: f"{kind.label.lower()}s" for name, kind in CHOSEN.items()}
    return Section("Written", said, tuple((labels[kind], count, f"{count:,}") for kind, count in found.kinds.items()))


def _meetings(found: LookingBack) -> Section | None:
    meetings = found.meetings
    if not (meetings.held or meetings.cancelled or meetings.ahead):
        return None
    said = [counted(meetings.held, "meeting held", "meetings held")]
    said += [say_minutes(meetings.minutes)] if meetings.minutes else []
    said += [f"{meetings.ahead:,} ahead"] if meetings.ahead else []
    said += [f"{meetings.cancelled:,} cancelled"] if meetings.cancelled else []
    most_met = sorted(meetings.people.items(), key=lambda item: -item[1][0])[:MOST_PEOPLE]
    rows = tuple(
        (name, count, f"{count:,}{f' · {say_minutes(minutes)}' if minutes else ''}")
        for name, (count, minutes) in sorted(most_met, key=lambda item: item[0].casefold())
    )
    if others := len(meetings.people) - len(rows):
        rows += ((f"and {counted(others, 'other')}", 0, ""),)
    return Section("Met", ", ".join(said), rows)


def _doing(found: LookingBack) -> Section | None:
    said = []
    if found.actions_added or found.actions_done:
        said.append(f"{counted(found.actions_added, 'action')} noted, {found.actions_done:,} done")
    labels = {state.value: state.label for state in STATES}
    ideas = [f"{count:,} {labels.get(state, state)}" for state, count in _in_order(found.ideas, list(labels))]
    if ideas:
        said.append(f"ideas: {', '.join(ideas)}")
    if found.thanks_given or found.thanks_received:
        said.append(f"thanks: {found.thanks_given:,} given, {found.thanks_received:,} received")
    return Section("Done", "; ".join(said)) if said else None


def _in_order(counts: Mapping[str, int], order: list[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _reflections(found: LookingBack) -> Section | None:
    rows = sorted(found.reflections.items(), key=lambda item: (-item[1], item[0]))
    named = tuple((name, count, f"{count:,}") for name, count in rows)
    return Section("Reflected by", "", named) if len(named) > 1 else None


def _tags(found: LookingBack) -> Section | None:
    rows = tuple((f"#{tag}", count, f"{count:,}") for tag, count in found.tags)
    return Section("About", "", rows) if rows else None
