"""All entries of a kind in one reading."""

from __future__ import annotations

from datetime import date

from peerlog.domain.field import Value
from peerlog.vault.entries import Entries
from peerlog.vault.kind_fields import fields_of_kind, parents_of_kind, timed_of_kind
from peerlog.vault.space import Space

NOW = "2026-11-21T09:00:00Z"
PARENT = "ab" * 32


def test_it_has_what_counts_by_day_and_shares_what_is_the_same(space: Space) -> None:
    entries = Entries(space)

    def write(day: str, **fields: Value) -> str:
        return entries.add("activity", {"when": f"{day}T23:30:00+01:00", **fields}, NOW).id

    first = write("2026-01-31", type="visit", minutes=90, parent=PARENT, title="A")
    second = write("2026-02-01", type="visit", title="B")
    gone = write("2026-02-02", type="visit")
    entries.delete(gone, NOW)
    entries.add("note", {"when": "2026-02-01T09:00:00Z", "text": "activity"}, NOW)
    found = list(timed_of_kind(space, "activity"))
    assert [each[:4] for each in found] == [(first, "2026-01-31", 90, PARENT), (second, "2026-02-01", 0, "")]
    assert found[0].rest is found[1].rest
    assert found[0].rest == {"type": "visit"}
    days = (date(2026, 2, 1), date(2026, 2, 1))
    assert [each.id for each in timed_of_kind(space, "activity", *days)] == [second]
    assert parents_of_kind(space, "activity") == {PARENT}
    assert [each.has_text for each in fields_of_kind(space, "note")] == [True]
    assert [each.fields["type"] for each in fields_of_kind(space, "activity")] == ["visit", "visit"]
