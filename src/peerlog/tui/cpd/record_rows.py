"""The rows of a record's page: its parts in the order of the form, what each field says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.dates import say_day, written_out
from ...domain.minutes import say_minutes
from ...domain.prepared_record import (
    PreparedField,
    PreparedItem,
    PreparedPart,
    PreparedPerson,
    PreparedRecord,
    Shortfall,
)
from ..widgets.answered import Answered
from ..widgets.entry_line import name_of
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents
from ..widgets.plain import plain, plain_line
from ..widgets.rows import row

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.cpd.record_look import RecordLook

ITEM, OUT, MORE = "in", "out", "more:"
"""How the ids of rows begin: of an activity that is in it, of one left out, and of what unfolds the others."""

_INDENT = 2
_SHOWN_OUT = 4
_MOST_LETTERS = 600
"""Of an answer two lines are shown, however wide; all of it is not wrapped for that."""
_ONLY_THIS = "Only what stands here is handed in, nothing else of your entries."


@dataclass(frozen=True, slots=True)
class Place:
    """What a row stands for: a field or a person's part, under an item; neither is what is missing of the whole.

    `short` is the requirement that the whole does not come up to, where it is that.
    """

    part: PreparedPart | None
    item: PreparedItem | None
    field: PreparedField | None = None
    person: PreparedPerson | None = None
    item_id: str = ""
    short: Shortfall | None = None


@dataclass
class RecordRows:
    """`places` and `missing` are by the ids of rows; `missing` are those that have to be seen to, in order."""

    places: dict[str, Place] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    """By the ids of rows that say several fields in one line, the item whose fields those are."""


def add_record(shown: Contents, look: RecordLook, unfolded: Collection[str]) -> RecordRows:
    """`unfolded` are ids of items and names of parts of which everything is shown."""
    rows, record = RecordRows(), look.prepared
    for part in record.parts:
        _add_part(shown, rows, part, look.activities, unfolded)
    if record.signatures:
        shown.gap()
        shown.options.append(_head("Signatures", "under the record"))
        for number, person in enumerate(record.signatures):
            place = Place(None, None, person=person, item_id=record.id)
            _add_person(shown, rows, place, person, f"signature:{number}")
    if record.notes:
        shown.gap()
    for note in record.notes:
        shown.read(plain(note).stylize("$quiet"))
    return rows


def say_unsettled(record: PreparedRecord) -> Content:
    """The line at the top: how many things are to be seen to."""
    number = len(record.unsettled)
    if not number:
        return Content.assemble(("✓ ", "$accent"), "Everything that is asked for is there.")
    said = "One thing to see to" if number == 1 else f"{number} things to see to"
    return Content.assemble(
        (said, "$warning"), ("; ", "$quiet"), ("s", "bold $accent"), (" takes you there.", "$quiet")
    )


def _head(label: str, right: str) -> Option:
    line = Line(plain_line(label).stylize("bold"), Content(), Content(right).stylize("$quiet"), right_is_whole=True)
    return Option(line, disabled=True)


def _add_part(
    shown: Contents,
    rows: RecordRows,
    part: PreparedPart,
    activities: Mapping[str, Entry],
    unfolded: Collection[str],
) -> None:
    shown.gap()
    shown.options.append(_head(part.label, " · ".join(_about_part(part))))
    if part.summary_only:
        shown.read(Content(_ONLY_THIS).stylize("$quiet"))
    if part.problem:
        _add_missing(shown, rows, f"part:{part.name}", Place(part, None), part.problem)
    for number, short in enumerate(part.short):
        _add_missing(shown, rows, f"short:{part.name}:{number}", Place(part, None, short=short), short.problem)
    for number, item in enumerate(part.items):
        if number and len(part.items[0].fields) > 1:
            shown.gap()
        _add_item(shown, rows, part, item, activities, unfolded)
    _add_left_out(shown, part, activities, unfolded)


def _about_part(part: PreparedPart) -> Iterator[str]:
    if not part.is_whole and part.items:
        yield f"{len(part.items)} in it"
    if part.minutes:
        yield say_minutes(part.minutes)
    if part.most_words:
        yield f"up to {part.most_words:,} words {'together' if part.is_whole else 'each'}"


def _add_item(
    shown: Contents,
    rows: RecordRows,
    part: PreparedPart,
    item: PreparedItem,
    activities: Mapping[str, Entry],
    unfolded: Collection[str],
) -> None:
    key = f"{part.name}:{item.id}"
    if item.day is not None:
        length = [say_minutes(item.minutes)] if item.minutes else []
        if part.most_words:
            length.append(f"{item.words:,} of {part.most_words:,} words")
        line = labelled(say_day(item.day, shown.day), item.title, " · ".join(length))
        shown.add(line, activities[item.id], f"{ITEM}:{part.name}")
    if item.problem:
        _add_missing(shown, rows, f"item:{key}", Place(part, item, item_id=item.id), item.problem)
    facts = [] if key in unfolded else [each for each in item.fields if _is_fact(each)]
    if facts:
        said = Content(" · ").join(_said_facts(item, facts))
        shown.options.append(row(Answered(Content(), said, indent=_INDENT), f"facts:{key}"))
        rows.facts[f"facts:{key}"] = key
    for each in item.fields:
        if each not in facts:
            _add_field(shown, rows, Place(part, item, each, item_id=item.id), each, f"field:{key}:{each.name}")
    for number, person in enumerate(item.people):
        place = Place(part, item, person=person, item_id=item.id)
        _add_person(shown, rows, place, person, f"person:{key}:{number}")


def _is_fact(field: PreparedField) -> bool:
    """Whether its entry says it, and shortly, so that it needs no line of its own."""
    return field.source == "entry" and not field.is_prose and not field.problem


def _said_facts(item: PreparedItem, facts: Sequence[PreparedField]) -> Iterator[Content]:
    """What its row above does not say already, and what that does."""
    above = {item.title, say_minutes(item.minutes) if item.minutes else "", written_out(item.day) if item.day else ""}
    for each in facts:
        if each.text not in above:
            yield Content.assemble(plain_line(each.label).stylize("$quiet"), " ", plain_line(each.text))
    same = [each.label for each in facts if each.text in above]
    if same:
        yield plain_line(f"{', '.join(same)} as above").stylize("$quiet")


def _add_missing(shown: Contents, rows: RecordRows, id_: str, place: Place, problem: str) -> None:
    shown.options.append(row(Answered(Content(), problem=plain(problem).stylize("$warning"), indent=_INDENT), id_))
    rows.places[id_] = place
    rows.missing.append(id_)


def _add_field(shown: Contents, rows: RecordRows, place: Place, field: PreparedField, id_: str) -> None:
    label = plain_line(field.label).stylize("$quiet")
    style = "$warning" if field.problem else "$quiet"
    if not field.text:
        short = Content(_empty(field)).stylize(style)
        right = Content.assemble(short, (f" · {field.count}", style)) if _has_limit(field) else short
        line = Answered(label, None, right, right_in_short=short, indent=_INDENT)
    else:
        said = plain_line(field.text[:_MOST_LETTERS])
        if field.source == "entry":
            said = Content.assemble(("from the entry  ", "$quiet"), said)
        line = Answered(
            label, said, Content(field.count).stylize(style), plain(field.problem).stylize("$warning"), indent=_INDENT
        )
    shown.options.append(row(line, id_))
    rows.places[id_] = place
    if field.problem:
        rows.missing.append(id_)


def _has_limit(field: PreparedField) -> bool:
    return bool(field.least_words or field.most_words or field.most_characters)


def _empty(field: PreparedField) -> str:
    if not field.problem:
        return "may stay empty"
    said = field.problem.partition(";")[0].rstrip(".")
    return said[:1].lower() + said[1:]


def _add_person(shown: Contents, rows: RecordRows, place: Place, person: PreparedPerson, id_: str) -> None:
    label = plain_line(person.label).stylize("$quiet")
    problem = plain(person.problem).stylize("$warning")
    if not person.required and not person.id:
        problem = Content("Nobody yet; it is advised, not required.").stylize("$quiet")
    mark = Content("✓").stylize("$accent") if person.id and not person.problem else Content()
    said = Content(" · ").join(_about_person(person))
    shown.options.append(row(Answered(label, said, mark, problem, indent=_INDENT), id_))
    rows.places[id_] = place
    if person.problem:
        rows.missing.append(id_)


def _about_person(person: PreparedPerson) -> Iterator[Content]:
    """Who it is, what their part means, and how they signed."""
    if person.about:
        yield plain_line(", ".join(text for _, text in person.about))
    yield plain_line(f"“{person.meaning}”").stylize("$quiet")
    if person.signed:
        yield Content.assemble(("signed: ", "$quiet"), plain_line(person.signed))


def _add_left_out(
    shown: Contents, part: PreparedPart, activities: Mapping[str, Entry], unfolded: Collection[str]
) -> None:
    if not part.left_out:
        return
    if part.items:
        shown.gap()
    shown.read(Content("Not in it; Space takes it in").stylize("$quiet"))
    every = len(part.left_out) <= _SHOWN_OUT or part.name in unfolded
    for id_ in part.left_out if every else part.left_out[:_SHOWN_OUT]:
        entry = activities[id_]
        length = say_minutes(entry.minutes) if entry.minutes else ""
        day, name = Content(say_day(entry.when.day, shown.day)), plain_line(name_of(entry))
        line = Line(
            day.stylize("$quiet"),
            name.stylize("$quiet"),
            Content(length).stylize("$quiet"),
            label_width=LABEL_WIDTH,
        )
        shown.add(line, entry, f"{OUT}:{part.name}")
    if not every:
        said = f"and {len(part.left_out) - _SHOWN_OUT} more; Enter shows them"
        shown.options.append(row(labelled("", said), f"{MORE}{part.name}"))
