"""The ways to meet, in running text."""

from __future__ import annotations

from ..entry import Entry
from ..kinds.meeting import WRITTEN

SPOKEN = {"coffee": "over coffee", "video": "by video", "phone": "by phone", "visit": "in person"}
IN_WRITING = {"e-mail": "by e-mail", "messages": "by message"}


def is_talk(meeting: Entry) -> bool:
    """Whether people spoke; so also where nobody says how they met."""
    return meeting.line("channel") not in WRITTEN
