"""What people share, made for the tests of what is composed from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from peerlog.domain.entry import Entry
from peerlog.domain.summary import SECTIONS, Material, compose

from .entries import entry

SPACE = "5am"
SINCE, UNTIL = date(2026, 6, 1), date(2026, 11, 30)
NAMES = tuple(section.name for section in SECTIONS)


def shared(kind: str, day: str = "2026-07-01", **fields: Any) -> Entry:
    """An entry that others read, at ten o'clock that day."""
    when = f"{day}T10:00:00+00:00[Europe/London]"
    return replace(entry(kind, **{"when": when, **fields}), space=SPACE)


def material(members: Iterable[str], entries: Iterable[Entry], authors: Mapping[str, str] | None = None) -> Material:
    return Material(tuple(members), tuple(entries), authors or {})


def composed(found: Material) -> dict[str, str]:
    return compose(found, NAMES, SINCE, UNTIL)


def golden(name: str) -> str:
    """A text that was read and found good."""
    return (Path(__file__).with_name("golden") / "summary" / f"{name}.md").read_text(encoding="utf-8").rstrip("\n")
