"""Finding entries: by words, by kind, tag and link, by day, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import replace

from ..domain.kinds import PARTS
from ..domain.selection import Hit, Page, Selection
from .position import first_of_day
from .rows import COLUMNS, entry_in
from .snippets import CLOSE, OPEN, found_hit
from .space import Row, Space
from .tokens import PARENT_IN_KEYS, selection_query, text_query, without_machinery, without_parts

_PARTS = ", ".join(f"'{kind}'" for kind in PARTS)


def page(space: Space, selection: Selection, words: str = "", *, after: int | None = None, limit: int = 50) -> Page:
    """The newest `limit` entries of a selection that contain all `words`, older than the position `after`."""
    expression = " AND ".join(part for part in (text_query(words), selection_query(selection)) if part)
    if expression and selection.leaves_out_parts and not words.strip():
        expression = without_parts(expression)
    if words.strip() and expression:
        expression = without_machinery(expression)
    if words.strip() and not text_query(words):
        return Page(())
    if selection.deleted:
        rows = _trash(space, selection, after, limit)
    elif expression:
        rows = _matching(space, expression, selection, after, limit, marked=bool(words.strip()))
    else:
        rows = _listed(space, selection, after, limit)
    older = rows[limit - 1][0] if len(rows) > limit else None
    if words.strip() and not selection.deleted:
        found = ((found_hit(entry_in(space, row[4:]), row[1:4], words), row[0]) for row in rows[:limit])
        return Page(tuple(replace(hit, position=position) for hit, position in found), older)
    return Page(tuple(Hit(entry_in(space, row[1:]), position=row[0]) for row in rows[:limit]), older)


def count(space: Space, selection: Selection) -> int:
    """How many entries a selection has."""
    expression = selection_query(selection)
    if expression and selection.leaves_out_parts:
        expression = without_parts(expression)
    bounds, parameters = _bounds(selection, None)
    if selection.deleted:
        row = space.row(f"SELECT count(*) FROM entry WHERE deleted IS NOT NULL {_by_itself(selection)}")
    elif expression:
        row = space.row(
            f"SELECT count(*) FROM search WHERE search MATCH ? {bounds.replace('pos', 'rowid')}",
            (expression, *parameters),
        )
    else:
        row = space.row(f"SELECT count(*) FROM entry WHERE deleted IS NULL {_chosen(selection)} {bounds}", parameters)
    return int(row[0]) if row else 0


def days_written(space: Space, since: int, until: int) -> dict[int, int]:
    """How many entries each calendar day has, by its proleptic ordinal, between two positions."""
    rows = space.rows(
        "SELECT pos / 1440000, count(*) FROM entry"
        f" WHERE pos >= ? AND pos < ? AND deleted IS NULL AND kind NOT IN ({_PARTS}) GROUP BY 1",
        (since, until),
    )
    return dict(rows)


def _listed(space: Space, selection: Selection, after: int | None, limit: int) -> list[Row]:
    bounds, parameters = _bounds(selection, after)
    return space.rows(
        f"SELECT pos, {COLUMNS} FROM entry WHERE deleted IS NULL {_chosen(selection)} {bounds}"
        " ORDER BY pos DESC LIMIT ?",
        (*parameters, limit + 1),
    )


def _trash(space: Space, selection: Selection, after: int | None, limit: int) -> list[Row]:
    return space.rows(
        f"SELECT pos, {COLUMNS} FROM entry INDEXED BY entry_deleted WHERE deleted IS NOT NULL AND pos < ?"
        f" {_by_itself(selection)} ORDER BY pos DESC LIMIT ?",
        (after if after is not None else 1 << 62, limit + 1),
    )


def _by_itself(selection: Selection) -> str:
    """What went to the trash with its parent stands behind it there."""
    if not selection.leaves_out_parts:
        return ""
    return (
        "AND NOT EXISTS (SELECT 1 FROM entry AS parent WHERE parent.deleted = entry.deleted"
        f" AND parent.id = {PARENT_IN_KEYS})"
    )


def _matching(
    space: Space, expression: str, selection: Selection, after: int | None, limit: int, *, marked: bool
) -> list[Row]:
    bounds, parameters = _bounds(selection, after)
    columns = ", ".join(f"entry.{name}" for name in COLUMNS.split(", "))
    marks = ""
    if marked:
        marks = (
            ", highlight(search, 0, ?1, ?2) AS a, snippet(search, 1, ?1, ?2, '…', 16) AS b,"
            " snippet(search, 2, ?1, ?2, '…', 16) AS c"
        )
        columns = f"a, b, c, {columns}"
    return space.rows(
        f"SELECT found.pos, {columns} FROM (SELECT rowid AS pos{marks} FROM search WHERE search MATCH ?3"
        f" {bounds.replace('pos', 'rowid')} ORDER BY rowid DESC LIMIT ?) AS found"
        " JOIN entry ON entry.pos = found.pos ORDER BY found.pos DESC",
        (OPEN, CLOSE, expression, *parameters, limit + 1),
    )


def _chosen(selection: Selection) -> str:
    return f"AND kind NOT IN ({_PARTS})" if selection.leaves_out_parts else ""


def _bounds(selection: Selection, after: int | None) -> tuple[str, tuple[int, ...]]:
    conditions: list[str] = []
    parameters: list[int] = []
    if selection.since:
        conditions.append("AND pos >= ?")
        parameters.append(first_of_day(selection.since))
    if selection.until:
        conditions.append("AND pos < ?")
        parameters.append(first_of_day(selection.until) + 1_440_000)
    if after is not None:
        conditions.append("AND pos < ?")
        parameters.append(after)
    return " ".join(conditions), tuple(parameters)
