"""Writing a record: what goes into it, what it says, what is missing, and that it was handed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import RECORD
from ...domain.prepared_record import PreparedField, PreparedRecord, fields_about
from ...domain.text import brief
from ...errors import BadInput, Refused
from ..journal import Journal
from ..practice_files import requirement_sets
from .activities import activity_meant
from .answers import set_answer
from .memberships import course_of, keeps_to, membership_named, memberships, scheme_of
from .record_material import material_for
from .records import HANDED_IN, begin_record, course_of_record, record_for

if TYPE_CHECKING:
    from ...portfolio.course import Course
    from ...portfolio.record_material import Material

_LEAST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One field where it is carried across: the `number`th of `of`, under the headings `part` and `item`.

    `item` is empty where the fields are for the whole record.
    """

    number: int
    of: int
    part: str
    item: str
    field: PreparedField
    item_id: str


def membership_meant(journal: Journal, body: str | None = None) -> Entry:
    """The body that is meant; the only one where none is named. Raises `BadInput` and `Refused` naming those kept."""
    if body is not None:
        return membership_named(journal, body)
    found = memberships(journal)
    if not found:
        raise Refused("You keep to no requirements yet.", "Choose your professional body first.")
    if len(found) > 1:
        names = ", ".join(each.line("scheme") for each in found)
        raise BadInput("You keep to the requirements of several bodies.", f"Say which: {names}.")
    return found[0]


def membership_of(journal: Journal, record: Entry) -> Entry:
    """The body that a record is for; raises `Refused` where one does not keep to it any more, or for another entry."""
    if record.kind != RECORD.name:
        raise Refused("This is no record.", "Choose one of the records that you have begun.")
    found = (each for each in memberships(journal) if each.line("scheme") == record.line("scheme"))
    membership = next(found, None)
    if membership is None:
        raise Refused(
            f"You do not keep to {_label_of(record.line('scheme'))} any more.",
            "Choose it again as your professional body, and go on from here.",
        )
    return membership


def _label_of(scheme: str) -> str:
    """What people call a body's requirements, also where a file of one's own is gone."""
    packs, _ = requirement_sets()
    return packs[scheme].label if scheme in packs else f"“{brief(scheme)}”"


def record_meant(journal: Journal, body: str | None = None, day: date | None = None) -> Entry:
    """The record of the period with `day`, begun where there is none yet; raises as `membership_meant`."""
    return begin_record(journal, membership_meant(journal, body), day)


def prepared_named(journal: Journal, said: str | None = None, day: date | None = None) -> PreparedRecord:
    """The record of a body's period with `day`, begun or not, or the one whose id begins so; nothing is written."""
    if said is not None and _is_id(journal, said):
        return prepared(journal, journal.entries.resolve(said))
    return prepared_unbegun(journal, said, day)


def record_named(journal: Journal, said: str | None = None, day: date | None = None) -> Entry:
    """As `prepared_named`, the record itself, begun where it is not yet."""
    if said is not None and _is_id(journal, said):
        record = journal.entries.resolve(said)
        membership_of(journal, record)
        return record
    return record_meant(journal, said, day)


def prepared(journal: Journal, record: Entry) -> PreparedRecord:
    """The record as it would be handed in now."""
    from ...portfolio.record import prepare

    course, material = _read(journal, record)
    return prepare(course, material)


def prepared_unbegun(journal: Journal, body: str | None = None, day: date | None = None) -> PreparedRecord:
    """As `prepared`, for a period whose record need not be begun; nothing is written."""
    from ...portfolio.record import prepare

    membership = membership_meant(journal, body)
    course = course_of(membership, day or journal.time.today())
    record = record_for(journal, membership, course.period.last)
    if record is not None:
        return prepared(journal, record)
    return prepare(course, material_for(journal, course, None, membership))


def choose(journal: Journal, record: Entry, ids: Iterable[str], *, only: bool = False) -> Entry:
    """Put what counts into a record, besides what is in it already, or with `only` instead of that.

    `ids` are those of entries or of their activities. Raises `Refused` for what the record has no place for.
    """
    from ...portfolio.record import fits, in_record

    _require_open(record)
    course, material = _read(journal, record)
    wanted = [activity_meant(journal, journal.entries.get(id_)) for id_ in ids]
    places = fits(course, material)
    for each in wanted:
        if each.id not in places:
            raise Refused(
                f"“{brief(each.title or each.headline)}” has no place in this record.",
                "It counts as something that no part asks for, or lies outside the period.",
            )
    before = frozenset() if only else in_record(course, material)
    return _keep_choice(journal, record, before | {each.id for each in wanted})


def leave_out(journal: Journal, record: Entry, ids: Iterable[str]) -> Entry:
    """Take activities out of a record; they count all the same. Raises `Refused` when nothing would be left."""
    from ...portfolio.record import in_record

    _require_open(record)
    course, material = _read(journal, record)
    away = {activity_meant(journal, journal.entries.get(id_)).id for id_ in ids}
    left = in_record(course, material) - away
    if not left:
        raise Refused("Nothing would be left in this record.", "Choose something else for it first.")
    return _keep_choice(journal, record, left)


def choose_all(journal: Journal, record: Entry) -> Entry:
    """Let everything that counts for it be in a record again, also what is still to come."""
    _require_open(record)
    return _keep_choice(journal, record, frozenset())


def answer(journal: Journal, record: Entry, field: str, text: str, item_id: str = "") -> Entry | None:
    """Write one field: for an activity in the record, or, without `item_id`, for the whole of it.

    Raises as `answers.set_answer`, and `BadInput` for a field that belongs to the other of the two.
    """
    _require_open(record)
    scheme = scheme_of(membership_of(journal, record))
    full = field if "." in field else f"{scheme.name}.{field}"
    course = course_of_record(journal, membership_of(journal, record), record)
    homes = {
        part.is_for_whole_record
        for part in course.version.parts
        for each in part.fields
        if f"{scheme.name}.{each.name}" == full
    }
    if homes == {True} and item_id:
        raise BadInput("This field is for the whole record.", "Leave the entry out.")
    if homes == {False} and not item_id:
        raise BadInput("This field is for one entry.", "Say which: --for ID.")
    return set_answer(journal, journal.entries.get(item_id) if item_id else record, full, text)


def entry_id_of(journal: Journal, activity_id: str) -> str:
    """The id that people know something in a record by: that of the entry that counts, not of what says so."""
    return journal.entries.get(activity_id).parent or activity_id


def handed_in_on(journal: Journal, record: PreparedRecord) -> date | None:
    """The day on which a record was handed in; None for one that is being written, or not begun."""
    found = journal.entries.find(record.id) if record.id else None
    if found is None or found.state != HANDED_IN:
        return None
    return date.fromisoformat(found.line("handed_on"))


def fields_in_order(record: PreparedRecord, *, empty: bool = False) -> list[Place]:
    """What is carried across to a form or a website, in the order of the form; with `empty` also what says nothing.

    Where somebody else has a part in an item, what is said about them comes after its fields.
    """
    places = [
        (part.label, "" if part.is_whole else item.title, field, item.id)
        for part in record.parts
        for item in part.items
        for field in (*item.fields, *fields_about(item.people, part.label))
        if empty or field.text
    ]
    places += [("Signatures", "", field, record.id) for field in fields_about(record.signatures, "Signatures")]
    return [Place(number, len(places), *place) for number, place in enumerate(places, 1)]


def hand_in(journal: Journal, record: Entry, day: date | None = None) -> Entry:
    """Note that a record was handed in on `day` (today for None); it is not changed after that until it is reopened.

    What is in it now stays in it: what comes to count later is not.
    """
    from ...portfolio.record import in_record

    today = journal.time.today()
    if (day or today) > today:
        raise BadInput("That day has not come yet.", "Note it once it is handed in.")
    inside = sorted(in_record(*_read(journal, record)))
    period = course_of_record(journal, membership_of(journal, record), record).period
    fields = {"since": period.first, "until": period.last, "links": inside}
    return journal.entries.change(record.id, {**fields, "state": HANDED_IN, "handed_on": day or today})


def reopen(journal: Journal, record: Entry) -> Entry:
    """Go on writing a record that was handed in, as when the body asks for more; raises `Refused` for another."""
    if record.state != HANDED_IN:
        raise Refused("This record was not handed in.", "It can be written as it is.")
    return journal.entries.change(record.id, {"state": "open", "handed_on": None})


def _read(journal: Journal, record: Entry) -> tuple[Course, Material]:
    membership = membership_of(journal, record)
    course = course_of_record(journal, membership, record)
    return course, material_for(journal, course, record, membership)


def _keep_choice(journal: Journal, record: Entry, chosen: frozenset[str]) -> Entry:
    with journal.writing(record.id):
        return journal.entries.change(record.id, {"links": sorted(chosen)})


def require_open_where(journal: Journal, record_id: str) -> None:
    """Raise `Refused` where this record, if there is one with this id, was handed in."""
    record = journal.entries.find(record_id) if record_id else None
    if record is not None:
        _require_open(record)


def put_choice_back(journal: Journal, record_id: str, chosen: Iterable[str]) -> Entry:
    """Let be in a record what was in it before; nothing chosen stands for everything that counts."""
    record = journal.entries.get(record_id)
    _require_open(record)
    return _keep_choice(journal, record, frozenset(chosen))


def _require_open(record: Entry) -> None:
    if record.state == HANDED_IN:
        raise Refused("This record was handed in.", "Reopen it first; then you can go on writing it.")


def _is_id(journal: Journal, said: str) -> bool:
    """Whether it is the beginning of an entry's id, and no body's name."""
    wanted = said.strip().casefold()
    return (
        not keeps_to(journal, said)
        and len(wanted) >= _LEAST_DIGITS
        and all(digit in "0123456789abcdef" for digit in wanted)
    )
