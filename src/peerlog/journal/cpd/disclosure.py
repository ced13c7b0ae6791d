"""That what is written for a record can be asked for: said before one leaves, and once when a reflection counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, REFLECTION
from ...domain.problem import Problem
from ...domain.some_names import some_names
from ...domain.text import brief
from ...errors import Refused
from ..journal import Journal
from ..practice_files import requirement_set
from .memberships import course_of, memberships

if TYPE_CHECKING:
    from ...domain.prepared_record import PreparedRecord

ANYWHERE = "Whoever gets a record can keep it and show it to others, and a court may be able to ask for it."
"""What is said where nothing is known of the body."""
_WRITE_SO = "Write it so that nobody else can be recognised in it."
_ACCOUNT = "account"
_TOLD = "told of disclosure"


def before_it_leaves(record: PreparedRecord) -> str:
    """What to keep in mind before a record is handed in: what is known of its body, else what holds anywhere."""
    from ...portfolio.course import version_on

    scheme = requirement_set(record.scheme)
    version = version_on(scheme, record.last) if scheme else None
    return f"{version.disclosure.note if version and version.disclosure.note else ANYWHERE} {_WRITE_SO}"


def whole_texts(record: PreparedRecord) -> str:
    """Which entries a record hands in with every word of theirs, since nothing else was answered; empty for none."""
    titles = record.whole_texts
    if not titles:
        return ""
    named = some_names([f"“{brief(title)}”" for title in titles])
    return f"These go along with every word you wrote in them: {named}."


def first_counted(journal: Journal, entry: Entry) -> list[str]:
    """What to say as a reflection counts for bodies of which something is known: for each of them once, ever.

    `entry` is the one that counts, or its activity. The journal notes that it was said.
    """
    whole = journal.entries.find(entry.parent) if entry.kind == ACTIVITY.name and entry.parent else entry
    is_reflection = whole is not None and whole.kind == REFLECTION.name
    if not is_reflection and _ACCOUNT not in entry.members("categories"):
        return []
    found: list[str] = []
    for membership in memberships(journal):
        try:
            note = course_of(membership, entry.when.day).version.disclosure.note
        except (Problem, Refused):
            continue  # its standing says why
        told = f"{_TOLD} {membership.line('scheme')}"
        if note and not journal.private.value(told, ""):
            with journal.writing():
                journal.private.set_value(told, journal.time.today().isoformat())
            found.append(f"{membership.title}: {note} {_WRITE_SO}")
    return found
