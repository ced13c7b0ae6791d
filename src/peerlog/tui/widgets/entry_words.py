"""What the reader says about an entry before its text: kind, space, date, tags and the fields of its form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from ...domain.entry import Entry
from ...domain.field import Field, Fields, Shape, Value
from ...domain.kinds import STRUCTURE
from ...domain.kinds.kind import LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN
from ...domain.minutes import say_minutes
from ...domain.moment import Moment
from ..reading.filter_words import short_day
from ..reading.reading import Reading
from .entry_line import kind_of, label_from
from .line import Line
from .plain import plain, plain_line
from .space_words import say_space
from .when import say_full_day

_SHOWN_APART = {field.name for field in (LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN)} | STRUCTURE | {"vent"}


def say_kind_and_space(reading: Reading) -> Line:
    """`Reflection`, and at the right edge who shares it."""
    entry = reading.entry
    more = reading.follows or ("letting off steam" if entry.fields.get("vent") else "")
    kind = plain_line(f"{kind_of(entry)} · {more}" if more else kind_of(entry)).stylize("$quiet")
    return Line(Content(), kind, space_words(entry))


def say_two_versions(labels: tuple[str, ...]) -> Content:
    """`TWO VERSIONS of Title · V settles it`; nothing for what has one."""
    if not labels:
        return Content()
    of = plain_line(", ".join(labels))
    end = Content.assemble(" · ", ("V", "bold"), " settles it").stylize_before("$quiet")
    return Content.assemble(("TWO VERSIONS", "bold $warning"), Content.assemble(" of ", of).stylize("$quiet"), end)


def space_words(entry: Entry) -> Content:
    """The space in words and in its colour."""
    return say_space(entry.with_whom, vent=bool(entry.fields.get("vent")))


def say_facts(reading: Reading) -> Content:
    """`Tuesday 17 November, 19:40 · 35 min · #chairing #sets`."""
    entry = reading.entry
    facts = [say_full_moment(reading.when, entry.when, reading.today)]
    if entry.minutes:
        facts.append(say_minutes(entry.minutes))
    if entry.tags:
        facts.append(" ".join(f"#{tag}" for tag in entry.tags))
    return plain_line(" · ".join(facts)).stylize("$quiet")


def say_full_moment(when: Moment, written: Moment, today: date) -> str:
    """A moment in full on the journal's clock, and on the clock where it was written when that shows another time."""
    year = "" if when.day.year == today.year else f" {when.day.year}"
    said = f"{say_full_day(when.day)}{year}, {when.local:%H:%M}"
    if written.local.replace(tzinfo=None) == when.local.replace(tzinfo=None):
        return said
    place = written.zone.rpartition("/")[2].replace("_", " ") or f"UTC{written.local:%z}"
    return f"{said} (there {written.local:%H:%M}, {place})"


def say_fields(reading: Reading) -> Content:
    """The fields of the form, each with its label; long ones under theirs."""
    lines: list[Content] = []
    for name, field in known_and_unknown(reading.form, reading.entry.fields).items():
        value = reading.entry.fields.get(name)
        if value is None:
            continue
        said = say_value(field, value, reading.today)
        if field.shape is Shape.PROSE:
            lines += [Content(), plain_line(field.label).stylize("bold"), said]
        else:
            lines.append(Content.assemble((plain_line(field.label).plain + ": ", "$quiet"), said))
    return Content("\n").join(lines)


def known_and_unknown(form: Mapping[str, Field], values: Fields) -> dict[str, Field]:
    """The fields to show in their order: those of the form, then any that this release or template does not know."""
    known = {name: field for name, field in form.items() if name not in _SHOWN_APART}
    stray = sorted(set(values) - set(form) - _SHOWN_APART)
    return known | {name: Field(name, label_from(name), Shape.PROSE) for name in stray}


def say_value(field: Field, value: Value, today: date) -> Content:
    """A field's value in the words of the screen."""
    if field.shape is Shape.DAY and isinstance(value, str):
        day = date.fromisoformat(value)
        return Content(f"{day:%a} {short_day(day, today)}")
    said = field.label_of(value)
    return plain(said) if field.shape is Shape.PROSE else plain_line(said)
