"""The clock of everybody in the story."""

from __future__ import annotations

from datetime import datetime


class StoryClock:
    """Shows what the story says."""

    def __init__(self, first: datetime) -> None:
        self.shows = first

    def now(self) -> datetime:
        return self.shows
