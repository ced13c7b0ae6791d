"""The words that a record is made of, read from the journal: only those of what counts for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.field import Shape
from ...domain.kept_file import KeptFile
from ...domain.kinds import COUNTERSIGNATURE, KINDS, MEETING
from ...domain.meeting_name import meeting_name
from ...domain.scheme.vocabulary import RELATIONS
from ..countersigning.countersignatures import read_countersigned
from ..countersigning.countersigned_words import EARLIER
from ..journal import Journal
from .activity_files import files_about, files_by_activity, say_file
from .answers import answers_of
from .counted_entries import counted_entries
from .facts import Facts, points_in
from .peers import peers_of

if TYPE_CHECKING:
    from ...domain.activity_type import ActivityType
    from ...portfolio.counted import Counted
    from ...portfolio.course import Course
    from ...portfolio.record_material import Activity, Material, Person

_FROM_PEER = {
    "role": "role",
    "organisation": "organisation",
    "registration": "registered",
    "email": "email",
    "phone": "phone",
    "address": "address",
    "place": "place",
}
_NEVER_PROSE = frozenset({"resume"})


def material_for(journal: Journal, course: Course, record: Entry | None, membership: Entry) -> Material:
    """Everything that the record could draw on; None stands for one that is not begun."""
    from ...portfolio.record_items import items_of
    from ...portfolio.record_material import Material

    facts = Facts(journal)
    counted = list(counted_entries(journal, course.period.first, course.period.last, facts))
    wanted = {item.id for part in course.version.parts for item in items_of(course, part, counted, nearly=True)}
    chosen = [(each, journal.entries.get(each.id)) for each in counted if each.id in wanted]
    files = files_by_activity(journal, (activity for _, activity in chosen))
    return Material(
        record.id if record else "",
        journal.profile.name,
        membership.line("registered"),
        tuple(_activity(journal, each, activity, facts, files.get(each.id, ())) for each, activity in chosen),
        frozenset(record.members("links") if record else ()),
        _texts(answers_of(journal, record.id)) if record else {},
        tuple(_person(journal, facts, peer) for peer in peers_of(journal, record)) if record else (),
        tuple(each for each in counted if each.id not in wanted),
    )


def activity_material(journal: Journal, activity: Entry) -> Activity:
    """What one activity brings to a record, whether there is a place for it or not."""
    from ...portfolio.counted import Counted

    facts = Facts(journal)
    counted = Counted(
        activity.id, activity.when.day, activity.minutes or 0, points_in(activity.fields), facts.traits(activity)
    )
    return _activity(journal, counted, activity, facts, files_about(journal, activity))


def prose_of(journal: Journal, entry: Entry) -> str:
    """All that was written in an entry: its text, and each stage or section of it under its name.

    What lets off steam says nothing here.
    """
    if entry.fields.get("vent"):
        return ""
    parts = [entry.text] if entry.text else []
    further = KINDS[entry.kind].further if entry.kind in KINDS else None
    form = journal.forms.form_of(entry.kind, entry.fields) if entry.kind in KINDS else {}
    for name, field in form.items():
        own = further is not None and name.startswith(further.prefix)
        if field.shape is Shape.PROSE and name != "text" and name not in _NEVER_PROSE and (said := entry.line(name)):
            parts.append(f"{field.label}\n\n{said}" if own or entry.text else said)
    return "\n\n".join(parts)


def _activity(journal: Journal, counted: Counted, activity: Entry, facts: Facts, files: Iterable[KeptFile]) -> Activity:
    from ...library.activity_types import activity_types
    from ...portfolio.record_material import Activity

    whole = journal.entries.find(activity.parent) if activity.parent else None
    if whole is not None and whole.deleted:
        whole = None
    type_ = activity_types().get(counted.traits.type)
    return Activity(
        counted,
        _title(activity, journal.entries.find(activity.parent) if activity.parent else None, type_),
        activity.text or (prose_of(journal, whole) if whole else ""),
        type_.label if type_ else counted.traits.type,
        whole.members("people") if whole else (),
        tuple(say_file(file) for file in files),
        _texts(answers_of(journal, activity.id)) if counted.traits.fields else {},
        tuple(_person(journal, facts, peer) for peer in peers_of(journal, activity)) if counted.traits.cosigns else (),
    )


def _title(activity: Entry, whole: Entry | None, type_: ActivityType | None) -> str:
    """What it is called where others read it, see `_name_of`."""
    if whole is None or (whole.title.strip() and not whole.fields.get("vent")):
        return activity.title or activity.headline
    return _name_of(whole, type_.label if type_ else "")


def _name_of(entry: Entry, sort: str = "") -> str:
    """What an entry is called where others read it; `sort` is what it is an activity of.

    One without a title is known to its writer by its first words, which nobody chose to hand in; what lets off steam
    is not named at all.
    """
    if entry.title.strip() and not entry.fields.get("vent"):
        return entry.title
    if entry.kind == MEETING.name and entry.members("people"):
        return meeting_name(entry)
    return sort or (KINDS[entry.kind].label if entry.kind in KINDS else entry.kind)


def _person(journal: Journal, facts: Facts, peer: Entry) -> Person:
    from ...portfolio.record_material import Person

    contacts = {name: peer.line(field) for name, field in _FROM_PEER.items()}
    contacts["name"] = peer.title
    if day := peer.line("day"):
        contacts["date"] = written_out(date.fromisoformat(day))
    contacts["relation"] = ", ".join(RELATIONS.get(each, each) for each in peer.members("relations"))
    return Person(
        peer.id,
        contacts,
        facts.cosign_of(peer.fields),
        peer.fields.get("may_be_named") is True,
        _how_signed(journal, facts, peer),
    )


def _how_signed(journal: Journal, facts: Facts, peer: Entry) -> str:
    """What they signed, by its name alone: what is said in it stays where it is."""
    named = []
    for link in peer.members("links"):
        entry, signers = journal.entries.find(link), facts.signers(peer.line("meaning"), link)
        if entry is None or not signers:
            continue
        about = (journal.entries.find(entry.parent) if entry.kind == COUNTERSIGNATURE.name else entry) or entry
        others = "" if _is_one_of(peer.title, signers) else f", signed by {', '.join(signers)}"
        if entry.kind == COUNTERSIGNATURE.name and read_countersigned(journal, entry).is_earlier:
            others += f", {EARLIER}"
        named.append(f"“{_name_of(about)}”{others}")
    if peer.fields.get("on_paper"):
        named.append("on paper")
    return "; ".join(named)


def _is_one_of(name: str, names: Iterable[str]) -> bool:
    return " ".join(name.casefold().split()) in {" ".join(each.casefold().split()) for each in names}


def _texts(answers: Mapping[str, Entry]) -> dict[str, str]:
    return {name: entry.text for name, entry in answers.items()}
