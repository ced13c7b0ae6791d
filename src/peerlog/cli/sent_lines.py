"""What has left, as text."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.said_names import listed
from ..domain.said_size import say_size
from ..journal.updates.exchanging import SentUpdate
from . import terminal


def write_sent(sent: Iterable[SentUpdate]) -> None:
    """Write where each update is and for whom."""
    for each in sent:
        terminal.put(f"Update {each.number} for {listed(each.readers)}, {say_size(each.size)}: {each.path}")
