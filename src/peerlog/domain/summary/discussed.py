"""What was talked about, meeting by meeting, and what was asked of each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..kinds import AGENDA_ITEM
from .asks import asks
from .excerpt import title_of
from .material import Shared
from .prose import MOST_IN_A_SENTENCE, bullets, capital, paragraphs
from .talk import talk


def discussed(shared: Shared) -> str:
    taken_up = {origin for item in shared.of(AGENDA_ITEM.name) for origin in item.members("links")}
    told: list[tuple[str, str, str]] = []
    for meeting in shared.held():
        if said := talk(shared, meeting, len(told), taken_up):
            told.append((shared.day(meeting.when.day), title_of(meeting.title) if meeting.title else "", said))
    return paragraphs([_by_meeting(told), asks(shared)])


def _by_meeting(told: Sequence[tuple[str, str, str]]) -> str:
    if len(told) <= MOST_IN_A_SENTENCE:
        return paragraphs(f"On {day}, at {title}, {said}" if title else f"On {day} {said}" for day, title, said in told)
    items = [f"{day}, {title}: {capital(said)}" if title else f"{day}: {capital(said)}" for day, title, said in told]
    return paragraphs(["What we talked about, meeting by meeting:", bullets(items, "And {} more meetings.")])
