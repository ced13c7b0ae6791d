"""How a record is set as a document that one hands in as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...domain.dates import written_out
from ...domain.minutes import say_minutes
from ...domain.prepared_record import PreparedField, PreparedItem, PreparedPart, PreparedPerson, PreparedRecord
from ..document.markdown_text import from_markdown
from ..document.model import Block, Blocks, Break, Document, Heading, Paragraph, Runs, Strong, Table, Text
from .log_table import columns_of, fits_into_table, log_table, overview

LANGUAGE = "en-GB"
_ONE_LINE = 90
"""Letters, about."""
_ROOM: Runs = (Text("\u00a0"), Break(), Text("\u00a0"))
"""To sign by hand."""
_TO_SIGN = frozenset({"typed", "letter", "statement", "official-form"})


def record_title(record: PreparedRecord) -> str:
    first, last = record.first.year, record.last.year
    return f"CPD record, {last}" if first == last else f"CPD record, {first} to {last}"


def document_of(record: PreparedRecord) -> Document:
    """The whole record. What says nothing has no place in it; what is missing is said before it is handed in."""
    return Document(
        record_title(record),
        tuple(_body(record)),
        LANGUAGE,
        authors=(record.author,) if record.author else (),
        about=tuple(_about(record)),
        foot=" · ".join(filter(None, (record.author, record.number, record_title(record)))),
    )


def _about(record: PreparedRecord) -> Iterator[tuple[str, str]]:
    if record.author:
        yield "Name", record.author
    if record.number:
        yield "Number", record.number
    if record.body:
        yield "For", record.label
    yield "Period", f"{written_out(record.first)} to {written_out(record.last)}"
    items = {item.id: item.minutes for part in record.parts for item in part.items if _is_log(part)}
    if minutes := sum(items.values()):
        count = len(items)
        yield "In all", f"{say_minutes(minutes)} in {count:,} {'activity' if count == 1 else 'activities'}"


def _body(record: PreparedRecord) -> Iterator[Block]:
    for part in record.parts:
        blocks = tuple(_part(part))
        if blocks:
            yield Heading(1, _text(part.label))
            yield from blocks
    for person in record.signatures:
        yield from _signature(person, 1)


def _part(part: PreparedPart) -> Iterator[Block]:
    if part.is_whole:
        for item in part.items:
            yield from _fields(item.fields, 2)
            yield from (block for person in item.people for block in _signature(person, 2, part.label))
        return
    if part.holds == "items" and fits_into_table(part):
        yield log_table(part)
        return
    if part.holds == "items" and not columns_of(part) and not any(item.people for item in part.items):
        if part.items and _is_log(part):
            yield overview(part)
        return
    if _is_log(part) and len(part.items) > 1:
        yield overview(part)
    for number, item in enumerate(part.items, 1):
        if part.summary_only and len(part.items) == 1:
            yield from _item(item, part.label, 2)
            continue
        name = part.called(number)
        yield Heading(2, _text(f"{number}. {name}" if len(part.items) > 1 and not part.summary_only else name))
        yield from _item(item, part.label, 3)


def _is_log(part: PreparedPart) -> bool:
    """Whether its items are told apart by title and day, with what they add up to."""
    return part.holds == "items" and not part.summary_only


def _item(item: PreparedItem, under: str, level: int) -> Iterator[Block]:
    told = [field for field in item.fields if field.text and field.text != item.title]
    short = [field for field in told if not field.is_prose]
    if short:
        yield _facts(short, leads=any(field.is_prose for field in told))
    prose = [field for field in told if field.is_prose]
    for field in prose:
        if len(prose) > 1:
            yield Heading(level, _text(field.label))
        yield from prose_blocks(field.text)
    for person in item.people:
        yield from _signature(person, level, under)


def _facts(fields: Iterable[PreparedField], *, leads: bool) -> Block:
    """What is short, on one line if it fits: there, days and lengths speak for themselves.

    With `leads`, the line stays on the page of the text beneath it.
    """
    told = list(fields)
    line = " · ".join(
        field.text if field.shape in ("day", "minutes") else f"{field.label}: {field.text}" for field in told
    )
    if len(line) <= _ONE_LINE:
        return Paragraph(_text(line), leads=leads)
    return Table((), tuple((_text(field.label), _text(field.text)) for field in told), widths=(1, 3))


def _fields(fields: Iterable[PreparedField], level: int) -> Iterator[Block]:
    told = [field for field in fields if field.text]
    for field in told:
        if field.is_prose:
            yield Heading(level, _text(field.label))
            yield from prose_blocks(field.text)
        else:
            yield Paragraph((Strong(_text(f"{field.label}:")), Text(f" {field.text}")))


def _signature(person: PreparedPerson, level: int, under: str = "") -> Iterator[Block]:
    """What is known of them, what they say and how they signed; room to sign by hand where nobody has yet.

    `under` is the heading above, which need not be said twice.
    """
    rows = [(_text(label), _text(said)) for label, said in person.about]
    statement = (_text("Statement"), _text(_sentence(person.meaning)))
    if person.signed:
        rows += [statement, (_text("Signed"), _text(_sentence(person.signed)))]
    elif person.required and person.asks in _TO_SIGN:
        known = {label for label, _ in person.about}
        rows.append(statement)
        rows += [(_text(label), ()) for label in ("Name", "Date") if label not in known]
        rows.append((_text("Signature"), _ROOM))
    if rows:
        if person.label != under:
            yield Heading(level, _text(person.label))
        yield Table((), tuple(rows), widths=(1, 3))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def prose_blocks(words: str) -> Blocks:
    """A text as it was written; its own headings are strong lines, for the record's headings are the form's."""
    return tuple(
        Paragraph((Strong(block.runs),)) if isinstance(block, Heading) else block for block in from_markdown(words)
    )


def _text(words: str) -> Runs:
    return (Text(words),) if words else ()
