"""What is open: who sees to what, when the next meeting is, and what is to be reached by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..entry import Entry
from ..goal_course import is_open
from ..kinds import ACTION, AGENDA_ITEM, AGREEMENT, GOAL, MEETING, REQUEST
from ..looking_back import was_held
from ..said_names import listed
from ..terms import Terms
from .excerpt import ended, title_of
from .material import Shared, day_of, grouped, in_time
from .numbers import some
from .prose import MOST_IN_A_SENTENCE, bullets, capital, paragraphs, running, told
from .ways import SPOKEN, is_talk

_TO = {"explore": "to explore", "solve": "to solve something", "decide": "to decide", "share": "to share"}
_VERBS = ("will see to", "has taken on", "sees to")
_LEAD = "What we have taken on:"
_FAR = date.max


def next_steps(shared: Shared) -> str:
    by_when = [_goals(shared), _agreement(shared)]
    last = paragraphs(by_when) if "\n" in by_when[0] else running(by_when)
    return paragraphs([_actions(shared), running([_meetings(shared), *_asked(shared)]), last])


def _actions(shared: Shared) -> str:
    opened = [each for each in shared.of(ACTION.name) if each.state == "open" and each.headline]
    opened = [each for each in opened if each.when.day <= shared.until]
    opened.sort(key=lambda each: (_due(shared, each) or _FAR, *in_time(each)))
    by_owner = grouped(opened, lambda each: shared.naming.of(each.line("owner")))
    if len(opened) <= MOST_IN_A_SENTENCE:
        clauses = [
            f"{who} {'to' if at else 'will see to'} {_named(shared, each)}"
            for at, (who, each) in enumerate(by_owner.items())
        ]
        return capital(ended(listed(clauses))) if clauses else ""
    if all(len(each) <= MOST_IN_A_SENTENCE for each in by_owner.values()):
        sentences = (
            f"{who} {_VERBS[at % 3]} {_named(shared, each)}" for at, (who, each) in enumerate(by_owner.items())
        )
        return told([capital(ended(each)) for each in sentences], _LEAD)
    items = [f"{capital(who)}: {title}" for who, each in by_owner.items() for title in _titles(shared, each)]
    return paragraphs([_LEAD, bullets(items)])


def _named(shared: Shared, actions: Sequence[Entry]) -> str:
    return listed(_titles(shared, actions))


def _titles(shared: Shared, actions: Sequence[Entry]) -> list[str]:
    due = [(title_of(each.headline), _due(shared, each)) for each in actions]
    return [f"{title} by {shared.day(day)}" if day else title for title, day in due]


def _due(shared: Shared, entry: Entry) -> date | None:
    """The day that it is due, as far as that lies ahead."""
    due = day_of(entry, "due")
    return due if due and due >= shared.until else None


def _meetings(shared: Shared) -> str:
    ahead = [each for each in shared.of(MEETING.name) if each.state != "cancelled" and each.when.day >= shared.until]
    ahead = [each for each in ahead if not was_held(each, shared.until) and is_talk(each)]
    if not ahead:
        return ""
    first, *later = ahead
    gathered = [each for each in shared.parts(first, AGENDA_ITEM.name) if each.state == "open"]
    name = f" for {title_of(first.title)}" if first.title else ""
    parts = [
        f"We meet next on {shared.day(first.when.day)}{name}",
        SPOKEN.get(first.line("channel"), ""),
        _TO.get(first.line("purpose"), ""),
    ]
    said = " ".join(filter(None, parts[:2])) + (f", {parts[2]}" if parts[2] else "")
    if gathered:
        said += f"; {some(len(gathered), 'topic')} {'is' if len(gathered) == 1 else 'are'} on the agenda already"
    then = f"After that on {listed([shared.day(each.when.day) for each in later[:3]])}." if later else ""
    return running([f"{said}.", then])


def _asked(shared: Shared) -> list[str]:
    """What was asked and is awaited by a day that lies ahead."""
    found = [each for each in shared.within(REQUEST.name) if each.state == "open" and each.headline]
    due = [(each, capital(shared.naming.of(each.line("source"))), _due(shared, each)) for each in found]
    return [
        f"{who} would like to hear about {title_of(each.headline)} by {shared.day(day)}."
        for each, who, day in due
        if day
    ]


def _goals(shared: Shared) -> str:
    due = [
        each for each in shared.of(GOAL.name) if is_open(each.state) and each.headline and each.when.day <= shared.until
    ]
    dated = sorted((day, title_of(each.headline)) for each in due if (day := _due(shared, each)))
    if not dated:
        return ""
    if len(dated) > MOST_IN_A_SENTENCE:
        items = [f"{title} by {shared.day(day)}" for day, title in dated]
        return paragraphs(["What we want to have reached:", bullets(items)])
    return f"We want to be there with {listed([f'{title} by {shared.day(day)}' for day, title in dated])}."


def _agreement(shared: Shared) -> str:
    found = [Terms.of(each) for each in shared.of(AGREEMENT.name)]
    ends = [
        terms.ends
        for terms in found
        if terms.state in ("active", "paused") and terms.ends and terms.ends >= shared.until
    ]
    return f"Our agreement runs until {shared.day(max(ends))}." if ends else ""
