"""How the tests call a reader: one zone, one moment, items and skipped apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from peerlog.domain.moment import Moment
from peerlog.domain.template import PageTemplate
from peerlog.importing.item import Item, Skipped

ZONE = "Europe/Berlin"
NOW = Moment.parse("2026-11-21T21:54:56+01:00[Europe/Berlin]")
DATA = Path(__file__).parent / "data"


class Reader(Protocol):
    def __call__(
        self, path: Path, *, zone: str, now: Moment, templates: Mapping[str, PageTemplate] = ...
    ) -> Iterator[Item | Skipped]: ...


def everything(
    reader: Reader, path: Path, templates: Mapping[str, PageTemplate] | None = None, zone: str = ZONE
) -> tuple[list[Item], list[Skipped]]:
    """All that `reader` yields of `path`."""
    found = list(reader(path, zone=zone, now=NOW, templates=templates or {}))
    return [each for each in found if isinstance(each, Item)], [each for each in found if isinstance(each, Skipped)]


def only(reader: Reader, path: Path, templates: Mapping[str, PageTemplate] | None = None) -> Item:
    """The one item that `path` holds."""
    items, skipped = everything(reader, path, templates)
    assert not skipped
    assert len(items) == 1
    return items[0]
