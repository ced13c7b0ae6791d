"""What has left, as text."""

from __future__ import annotations

from collections.abc import Iterable

from ..journal.exchanging import SentUpdate
from . import terminal
from .exchange_lines import listed, size_words


def write_sent(sent: Iterable[SentUpdate]) -> None:
    """Write where each update is and for whom."""
    for each in sent:
        terminal.put(f"Update {each.number} for {listed(each.readers)}, {size_words(each.size)}: {each.path}")
