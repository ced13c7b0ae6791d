"""A record in lines: each part with what is in it, then what is still to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..domain.dates import written_out
from ..domain.minutes import say_minutes
from ..domain.prepared_record import PreparedField, PreparedItem, PreparedPart, PreparedPerson, PreparedRecord
from ..domain.text import shorten
from ..journal.cpd.writing_record import Place, entry_id_of, handed_in_on
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .terminal import Bold

_MOST_ALIKE = 2
"""So many lines about the same field are read one by one."""
_LONGEST_TITLE = 60


def write_record(journal: Journal, record: PreparedRecord, *, full: bool = False) -> None:
    """Write all of it; with `full` every text, else how long each is."""
    terminal.put(Bold(record.label))
    due = f"; due {written_out(record.due)}" if record.due else ""
    terminal.put_words(f"{written_out(record.first)} to {written_out(record.last)}{due}")
    terminal.put_words(record.handing.in_words)
    if on := handed_in_on(journal, record):
        terminal.put_words(
            f"It was handed in on {written_out(on)}. “peerlog cpd record hand-in --reopen” goes on writing it."
        )
    for part in record.parts:
        terminal.put()
        _part(journal, part, full=full)
    for person in record.signatures:
        terminal.put()
        _person(person, "")
    terminal.put()
    write_unsettled(record)
    for note in record.notes:
        terminal.put_words(note)


def write_unsettled(record: PreparedRecord) -> None:
    """Write what is to be seen to before it is handed in."""
    if record.is_ready:
        terminal.put_words("Nothing is missing.")
        return
    count = len(record.unsettled)
    terminal.put_words(f"Still to see to: {count} {'thing' if count == 1 else 'things'}.")
    for line in _unsettled(record):
        terminal.put_words("  ", line)


def _unsettled(record: PreparedRecord) -> Iterator[str]:
    """The same of many entries is said once, in the place of the first of them."""
    titles = {item.id: item.title for part in record.parts if not part.is_whole for item in part.items}
    labels = {field.name: field.label for _, _, field in record.places()}
    alike = Counter((each.part, each.field, each.problem) for each in record.unsettled)
    said: set[tuple[str, str, str]] = set()
    for each in record.unsettled:
        same = (each.part, each.field, each.problem)
        if each.field and alike[same] > _MOST_ALIKE:
            if same not in said:
                yield f"{each.part}, in {alike[same]:,} entries: {labels[each.field]}: {each.problem}"
            said.add(same)
            continue
        title, where = titles.get(each.item, ""), each.where
        if title and where.startswith(title):
            where = shorten(title, _LONGEST_TITLE) + where[len(title) :]
        yield f"{each.part}{f', {where}' if where else ''}: {each.problem}"


def write_place(place: Place) -> None:
    """Write one field as it is carried across: where it goes, how long it is, and its text by itself."""
    item = f", {place.item}" if place.item else ""
    terminal.put(f"{place.number} of {place.of} · {place.part}{item}")
    count = f" ({place.field.count})" if place.field.count else ""
    terminal.put(f"{place.field.label}{count}")
    terminal.put(place.field.text)


def _part(journal: Journal, part: PreparedPart, *, full: bool) -> None:
    if part.is_whole:
        terminal.put(Bold(part.label))
        for item in part.items:
            _fields(item, "  ", full=full)
        return
    count = len(part.items)
    timed = f", {say_minutes(part.minutes)}" if part.minutes else ""
    more = f"; {len(part.left_out)} more could be" if part.left_out else ""
    terminal.put(Bold(part.label), f": {count:,} {'entry' if count == 1 else 'entries'}{timed}{more}")
    for item in part.items:
        day = f"{item.day.isoformat()}  " if item.day else ""
        open_ = "" if _is_settled(item) else "  (not complete)"
        id_ = short_id(journal, entry_id_of(journal, item.id))
        terminal.put_words(f"  {id_}  {day}{shorten(item.title, _LONGEST_TITLE)}{open_}")
        if full:
            _fields(item, "    ", full=True)


def _is_settled(item: PreparedItem) -> bool:
    said = [item.problem, *(field.problem for field in item.fields), *(person.problem for person in item.people)]
    return not any(said)


def _fields(item: PreparedItem, indent: str, *, full: bool) -> None:
    for field in item.fields:
        terminal.put_words(indent, f"{field.label}: {_told(field, full=full)}")
        if full and field.is_prose and field.text:
            for line in field.text.split("\n"):
                terminal.put_words(indent, "  ", line)
    for person in item.people:
        _person(person, indent)


def _told(field: PreparedField, *, full: bool) -> str:
    if not field.text:
        return "nothing yet" if field.required else "nothing, and nothing is needed"
    if not field.is_prose:
        return field.text
    said = field.count if full or field.words > 12 else " ".join(field.text.split())
    return f"{said}{' from the entry' if field.source == 'entry' and said == field.count else ''}"


def _person(person: PreparedPerson, indent: str) -> None:
    said = "; ".join(f"{label}: {text}" for label, text in person.about)
    signed = f"; signed: {person.signed}" if person.signed else ""
    advised = "" if person.required else " (advised)"
    terminal.put_words(indent, f"{person.label}{advised}: {said or 'nobody named'}{signed}")
