"""An activity of its own, and other words for what something counts as."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import ACTIVITY
from ...domain.moment import Moment
from ...domain.problem import Problem
from ...domain.text import shorten
from ...errors import Refused
from ..journal import Journal
from .activities import activity_meant
from .facet_fields import clean_facet
from .following import LONGEST_TITLE
from .guesses import fields_of, guess_from, with_its_type
from .spans import note_first_day, require_span

_BELONGS_TO_ENTRY = frozenset({"when", "title", "parent", "counts_not"})


def add_activity(
    journal: Journal,
    text: str,
    minutes: int,
    facet: Mapping[str, object] | None = None,
    *,
    when: Moment | None = None,
    first_day: date | None = None,
) -> Entry:
    """Something that counts and stands nowhere else; as what, is guessed from its words where `facet` does not say.

    Its first line is its title. `first_day` is that of what went on until `when`. Raises `Problem` without words,
    `Refused` for what has not taken place yet.
    """
    first, _, rest = text.strip().partition("\n")
    if not first:
        raise Problem("What was it that counts?", "Say it in a line; more lines are what you learnt from it.")
    moment = when or journal.time.moment()
    if moment.day > journal.time.today():
        raise Refused("That day has not come yet.", "Let it count once it has taken place.")
    if first_day is not None:
        require_span(journal, first_day, moment.day, minutes)
    title = shorten(first, LONGEST_TITLE)
    as_what = clean_facet(journal, facet or {})
    said = {
        **fields_of(guess_from(first, rest, as_what.get("type"))),
        **as_what,
        "title": title,
        "text": text.strip() if title != first.strip() else rest.strip(),
        "when": moment,
        "minutes": minutes,
    }
    added = journal.entries.add(ACTIVITY.name, said, space=PRIVATE)
    if first_day is not None:
        note_first_day(journal, added, first_day)
    return added


def change_activity(journal: Journal, entry: Entry, changes: Mapping[str, object]) -> Entry:
    """Change what `entry`, or what it is an activity of, counts as; other fields stay as they are.

    Raises `Problem` for what does not fit, and `Refused` for what does not count, or is its entry's to say.
    """
    activity = activity_meant(journal, entry)
    if activity.parent and not _BELONGS_TO_ENTRY.isdisjoint(changes):
        raise Refused("Its day and its title are those of its entry.", "“peerlog edit” changes them there.")
    if "minutes" in changes and not changes["minutes"]:
        raise Problem("How long did it take?", "For example 35, 90m, 1:30 or 1.5h.")
    return journal.entries.change(activity.id, with_its_type(activity.fields, clean_facet(journal, changes)))
