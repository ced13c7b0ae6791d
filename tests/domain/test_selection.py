"""Selections, and what a list or a search gives back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Hit, Page, Selection

NARROWER: list[dict[str, Any]] = [
    {"kinds": frozenset({"note"})},
    {"tags": frozenset({"chairing"})},
    {"since": date(2026, 11, 21)},
    {"until": date(2026, 11, 21)},
    {"linked_to": "0" * 64},
    {"parent": "0" * 64},
    {"states": frozenset({"open"})},
    {"deleted": True},
    {"marks": frozenset({"vent"})},
]


def test_an_empty_selection_is_everything() -> None:
    assert Selection().is_everything
    assert Selection(frozenset(), frozenset(), None, None, None, None, frozenset(), False, False).is_everything


@pytest.mark.parametrize("narrower", NARROWER, ids=lambda narrower: next(iter(narrower)))
def test_whatever_narrows_is_not_everything(narrower: dict[str, Any]) -> None:
    selection = Selection(**narrower)
    assert not selection.is_everything
    assert selection == Selection(**narrower)
    assert hash(selection) == hash(Selection(**narrower))
    assert selection != Selection()


def test_a_page_gives_its_entries_in_order() -> None:
    entries = [Entry(digit * 64, "note", {}, "", "") for digit in "210"]
    page = Page(tuple(Hit(entry, "a snippet", ((2, 9),)) for entry in entries), after=5)
    assert page.entries == tuple(entries)
    assert page.after == 5
    assert Page(()).entries == ()
    assert Page(()).after is None
    assert Hit(entries[0]).marks == ()
