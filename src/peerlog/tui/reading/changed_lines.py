"""How much of a text has changed, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.summary.differences import Mark, MarkedLine

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def say_changed(lines: Sequence[MarkedLine]) -> str:
    """`Two lines changed`, `One line changed, three are gone`; empty where none did. Empty lines do not count."""
    marks = [each.mark for each in lines if each.text.strip()]
    gone = marks.count(Mark.GONE)
    changed = marks.count(Mark.NEW) + marks.count(Mark.CHANGED)
    is_gone = "is gone" if gone == 1 else "are gone"
    if not gone:
        return f"{_count(changed)} changed" if changed else ""
    return f"{_count(changed)} changed, {_number(gone).lower()} {is_gone}" if changed else f"{_count(gone)} {is_gone}"


def _count(lines: int) -> str:
    return f"{_number(lines)} {'line' if lines == 1 else 'lines'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
