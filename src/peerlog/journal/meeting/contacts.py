"""Writing down afterwards that people met, or wrote to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...domain.entry import Entry
from ...domain.kinds import MEETING
from ...domain.moment import Moment
from ...domain.problem import Problem
from ...domain.text import clean_line
from ..journal import Journal
from ..people import known_people


def log_contact(
    journal: Journal,
    people: Sequence[str],
    about: str = "",
    *,
    channel: str = "coffee",
    minutes: int | None = None,
    when: Moment | None = None,
    draft: str | None = None,
    space: str | None = None,
) -> Entry:
    """Keep a meeting that was held: a coffee, or anything else that counts as contact. Names are taken as known.

    Raises `Problem` when it says neither who nor what, when it lies ahead, and for what does not fit.
    """
    now = journal.time.moment()
    if when and when.utc > now.utc:
        raise Problem("That lies ahead.", "Plan it as a meeting instead.")
    named = others_named(journal, people)
    if not named and not about.strip():
        raise Problem("There is nothing to save yet.", "Say with whom, or what it was about.")
    fields = {
        "people": named,
        "text": about,
        "channel": channel,
        "minutes": minutes,
        "when": when or now,
        "state": "held",
    }
    return journal.entries.add(MEETING.name, fields, draft=draft, space=space)


def others_named(journal: Journal, typed: Iterable[str]) -> tuple[str, ...]:
    """Names as they are known, without the writer's own: whoever writes is there in any case."""
    own = {"me", clean_line(journal.profile.name).casefold()}
    return tuple(name for name in known_as(typed, known_people(journal)) if name.casefold() not in own)


def known_as(typed: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Names as they are known, whatever case they are typed in, a first name for all of it; others as they are typed.

    A name that fits two people stays as typed.
    """
    known = tuple(known)
    return tuple(_known(name, known) for name in map(clean_line, typed) if name)


def _known(name: str, known: tuple[str, ...]) -> str:
    said = name.casefold()
    whole = [each for each in known if each.casefold() == said]
    first = [each for each in known if each.casefold().split()[:1] == [said]]
    return (whole or first)[0] if len(whole or first) == 1 else name
