"""One item as a text that somebody outside can read and sign: its title, its day, and what its owner chose of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.field import Field, Shape
from ...domain.kinds import AGREEMENT, KINDS
from ...domain.kinds.kind import MINUTES, TAGS, TEXT, TITLE
from ...domain.minutes import say_minutes
from ...domain.problem import Problem
from ...domain.text import clean_line, shorten
from ..journal import Journal
from ..shared.sharing import choices

_IN_HEAD = (TITLE.name, MINUTES.name, TEXT.name)
_LONGEST_TITLE = 120


def item_parts(entry: Entry) -> tuple[str, ...]:
    """The stored names of the fields that can stand in the text; the day always does."""
    return tuple(name for name in choices(entry) if name != TAGS.name)


def item_text(journal: Journal, entry: Entry, only: Iterable[str] = ()) -> str:
    """The text as Markdown that also reads well as it is, without a newline at its end.

    `only` are the names of the fields in it, else all of `item_parts`. An agreement that has ended becomes its closing
    statement. Raises `Problem` for a name that is none of them.
    """
    possible, chosen = item_parts(entry), tuple(only)
    if unknown := next((name for name in chosen if name not in possible), ""):
        raise Problem(f"There is no “{unknown}” in this entry.", f"There is: {', '.join(possible)}.")
    if entry.kind == AGREEMENT.name and entry.state == "ended" and not chosen:
        from ..partnership import statement_of

        return statement_of(journal, entry).rstrip()
    return _text(journal, entry, chosen or possible)


def item_title(entry: Entry) -> str:
    """What the item is called, in one line that is never empty."""
    kind = KINDS[entry.kind].label if entry.kind in KINDS else entry.kind
    return shorten(clean_line(entry.headline), _LONGEST_TITLE) or kind


def item_digest(entry: Entry, parts: Iterable[str]) -> str:
    """A digest of what an entry says in these fields and of its day, to tell later whether that has changed."""
    said = [[name, entry.fields.get(name)] for name in ("when", *sorted(parts))]
    plain = json.dumps(said, ensure_ascii=False, default=list)
    return sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def _text(journal: Journal, entry: Entry, names: Iterable[str]) -> str:
    kept = set(names)
    form = journal.forms.form_of(entry.kind, entry.fields)
    minutes = f", {say_minutes(entry.minutes)}" if entry.minutes and MINUTES.name in kept else ""
    lines = [f"# {clean_line(entry.title)}"] if TITLE.name in kept and entry.title else []
    lines.append(f"{written_out(journal.entries.when_of(entry).day)}{minutes}")
    short: list[str] = []
    long: list[str] = []
    for name in [*form, *sorted(set(entry.fields) - set(form))]:
        if name not in kept or name in _IN_HEAD or name not in entry.fields:
            continue
        label, said, is_long = _said(form.get(name), name, entry)
        if is_long:
            long.append(f"## {label}\n\n{said}")
        else:
            short.append(f"- {label}: {said}")
    lines += ["\n".join(short)] if short else []
    lines += [entry.text] if TEXT.name in kept and entry.text else []
    return "\n\n".join(each.rstrip() for each in (*lines, *long))


def _said(field: Field | None, name: str, entry: Entry) -> tuple[str, str, bool]:
    """Label and words of a field, and whether they are more than a line."""
    value = entry.fields[name]
    label = clean_line(field.label if field else name)
    said = field.label_of(value) if field else ", ".join(value) if isinstance(value, tuple) else str(value)
    return label, said, "\n" in said or bool(field and field.shape is Shape.PROSE)
