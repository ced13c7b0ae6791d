"""An entry with everything the reader shows around it, collected in the journal's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...domain.entry import Entry
from ...domain.field import Field
from ...domain.kept_file import KeptFile
from ...domain.kinds import COMMENT
from ...domain.moment import Moment
from ...errors import Refused
from ...journal.countersigning.countersignatures import Countersigned, countersignatures_of
from ...journal.cpd.activity_files import files_about
from ...journal.cpd.own_days import own_day_in_words
from ...journal.cpd.quiet_marks import mark_of
from ...journal.journal import Journal
from ...journal.shared.shared_facts import SharedFacts, shared_facts
from ...journal.versions.two_versions import two_versions_of


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry, the fields of its form, what it links to and what links to it.

    `when` is on the journal's own clock. `follows` is the label of the template or model that it follows, if any.
    `apart` are the labels of the fields that have two versions; `shared` says by whom and since when it is shared, None
    for a private entry.
    """

    entry: Entry
    when: Moment
    today: date
    form: Mapping[str, Field]
    follows: str
    links: tuple[Entry, ...]
    linked_from: tuple[Entry, ...]
    versions: int
    apart: tuple[str, ...] = ()
    shared: SharedFacts | None = None
    comments: tuple[tuple[str, Entry], ...] = ()
    """Each with the name of whoever wrote it."""
    files: tuple[KeptFile, ...] = ()
    """What is kept with it."""
    signed: tuple[Countersigned, ...] = ()
    """What people outside have signed about it."""
    zone: str = "UTC"
    """That of the journal's own clock."""
    counts: str = ""
    """That it counts as CPD, for how long and as what; empty where it does not."""
    kept_until: str = ""
    """Up to which day it is to be kept; empty where nobody has said one."""


def read_entry(journal: Journal, id_: str) -> Reading:
    """Everything about one entry; raises `Refused` when there is none."""
    entry = journal.entries.get(id_)
    name = journal.forms.chosen(entry.kind, entry.fields)
    mark = mark_of(journal, entry)
    followed = journal.forms.sets(entry.kind).get(name) if name else None
    return Reading(
        entry,
        journal.entries.when_of(entry),
        journal.time.today(),
        journal.forms.fields_of(entry.kind, name),
        followed.label if followed else name,
        tuple(each for each in journal.entries.linked_from(entry) if not each.deleted),
        tuple(journal.entries.linking_to(entry)),
        entry.version - 1,
        tuple(each.label for each in two_versions_of(journal, entry)),
        shared_facts(journal, entry),
        comments_on(journal, entry),
        tuple(files_about(journal, entry)),
        tuple(countersignatures_of(journal, entry.id)),
        journal.time.zone,
        mark.in_words if mark else "",
        own_day_in_words(journal, entry),
    )


def comments_on(journal: Journal, entry: Entry) -> tuple[tuple[str, Entry], ...]:
    """What was said about an entry, each with the name of whoever wrote it."""
    return tuple((_writer(journal, each), each) for each in journal.entries.parts(entry.id, COMMENT.name))


def is_there(journal: Journal, id_: str) -> bool:
    """Whether the entry exists and is not in the trash."""
    try:
        return not journal.entries.get(id_).deleted
    except Refused:
        return False


def _writer(journal: Journal, comment: Entry) -> str:
    """Whom a comment names, else whoever wrote it; `me` for oneself."""
    author = journal.entries.author_of(comment)
    return comment.line("by") or ("me" if author.is_me else author.name or "somebody else")
