"""Which entries have two versions: enough for lists, without reading any of them."""

from __future__ import annotations

from ..journal import Journal
from ..shared.shared_rules import is_put_away


def ids_with_two_versions(journal: Journal) -> frozenset[str]:
    """The ids of all entries that have two versions, where one still writes."""
    return frozenset(
        bytes(id_).hex()
        for space in journal.spaces.values()
        if space.is_shared and not is_put_away(space)
        for (id_,) in space.rows("SELECT entry FROM two_versions")
    )


def two_versions_to_settle(journal: Journal) -> int:
    """How many entries have two versions that their reader can settle."""
    if not ids_with_two_versions(journal):
        return 0
    from .two_versions import all_two_versions

    return len({each.entry.id for each in all_two_versions(journal) if each.may_settle})
