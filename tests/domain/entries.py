"""Entries made of clean fields: shared by the tests of rules about them."""

from __future__ import annotations

from itertools import count

from peerlog.domain.entry import Entry
from peerlog.domain.field import clean_fields
from peerlog.domain.kinds import KINDS

_NUMBERS = count(1)


def entry(kind: str, **fields: object) -> Entry:
    """An entry of a kind, with what a new one starts with unless `fields` say otherwise."""
    about = KINDS[kind]
    allowed = dict(about.all_fields)
    if about.further:
        allowed |= {name: about.all_fields["text"] for name in fields if name.startswith(about.further.prefix)}
    cleaned = clean_fields({"when": "2026-11-10T09:30:00+00:00[Europe/London]", **about.starts_with, **fields}, allowed)
    return Entry(f"{next(_NUMBERS):064x}", kind, cleaned, "2026-11-10T09:30:00Z", "2026-11-10T09:30:00Z")
