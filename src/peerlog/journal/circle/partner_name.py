"""What the tab of those one shares with is called."""

from __future__ import annotations

from ...domain.entry import PRIVATE
from ..journal import Journal


def partner_name(journal: Journal) -> str:
    """What the only ones are called whom one shares with; empty for nobody, and for several.

    Read from the settings alone, for it stands on every tab.
    """
    labels = [
        space.label for name, space in journal.spaces.items() if name != PRIVATE and not space.value("archived", "")
    ]
    return labels[0] if len(labels) == 1 else ""
