"""A short form of rows in a window: what is typed in it, read as it is kept, and what is wrong said beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.widgets import Input

from ...domain.dates import say_day
from ...domain.field import Field, Value
from ...domain.moment import Moment
from ...domain.problem import Problem
from ..widgets.field_row import FieldRow
from .typed_field import read_typed, say_back

Read = Callable[[Field, str, Moment], object]
"""Reads what is typed in a field; raises `Problem`."""


class FormRows:
    """The rows of some fields. `read` is for fields that are not read as their shape says, by their names."""

    def __init__(
        self, fields: Sequence[Field], typed: Mapping[str, object], read: Mapping[str, Read] | None = None
    ) -> None:
        self.rows = [FieldRow(about, str(typed.get(about.name) or "")) for about in fields]
        self._read = read or {}
        self.now: Moment | None = None

    @property
    def typed(self) -> dict[str, object]:
        """What is typed, without what is empty."""
        return {row.about.name: row.typed for row in self.rows if row.typed.strip()}

    def values(self, now: Moment) -> dict[str, object] | None:
        """What the fields say, without the empty ones; None when one cannot be understood, which is then said there."""
        found: dict[str, object] = {}
        wrong: FieldRow | None = None
        for row in self.rows:
            try:
                value = self._value(row, now)
            except Problem as problem:
                row.say(f"{problem.message} {problem.hint}".strip(), wrong=True)
                wrong = wrong or row
            else:
                if value is not None:
                    found[row.about.name] = value
        if wrong is not None:
            wrong.focus_control()
            wrong.call_after_refresh(wrong.scroll_visible, animate=False)
            return None
        return found

    def say_back(self, control: Input) -> None:
        """Show how a date is understood as far as it is typed; not yet what is wrong with it."""
        row = next((each for each in control.ancestors if isinstance(each, FieldRow)), None)
        if row is None or self.now is None:
            return
        try:
            value = self._value(row, self.now)
        except Problem:
            value = None
        if isinstance(value, Moment):
            row.say(say_moment(value, self.now))
        else:
            row.say(say_back(row.about, _plain(value), self.now.day))

    def _value(self, row: FieldRow, now: Moment) -> object:
        read = self._read.get(row.about.name)
        if read and row.typed.strip():
            return read(row.about, row.typed, now)
        return read_typed(row.about, row.typed, now)


def say_moment(moment: Moment, now: Moment) -> str:
    """`Today, 09:12`, on the clock of `now`."""
    local = moment.in_zone(now.zone).local if now.zone else moment.local
    return f"{say_day(local.date(), now.day)}, {local:%H:%M}"


def _plain(value: object) -> Value | None:
    return value if isinstance(value, (str, int, tuple)) else None
