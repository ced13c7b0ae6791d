"""The course of a session, part by part: what is behind, what is on, what is to come."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from ...domain.group_session import GroupSession
from ...domain.session_words import Stretch, stretches
from .plain import plain_line


class SessionCourse(Static):
    """Steps of the part that is on stand beneath it."""

    def __init__(self) -> None:
        super().__init__(id="session-course")
        self._shown = Content()

    def show(self, session: GroupSession) -> None:
        lines: list[Content] = []
        for part in stretches(session.steps, session.people, session.words):
            lines.append(_line(part, session))
            if part.count > 1 and _is_on(part, session):
                lines += [_step(session, place) for place in range(part.first, part.first + part.count)]
        said = Content("\n").join(lines)
        if said != self._shown:
            self._shown = said
            self.update(said)


def _is_on(part: Stretch, session: GroupSession) -> bool:
    return part.first <= session.clock.at < part.first + part.count


def _line(part: Stretch, session: GroupSession) -> Content:
    behind = session.clock.at >= part.first + part.count
    mark = "✓" if behind else "▸" if _is_on(part, session) else " "
    label = plain_line(part.label).truncate(26, ellipsis=True, pad=True)
    said = Content.assemble(f"{mark} ", label, f" {part.minutes:3}")
    return said.stylize("bold" if mark == "▸" else "$quiet" if behind else "")


def _step(session: GroupSession, place: int) -> Content:
    clock, step = session.clock, session.steps[place]
    mark = "–" if place in clock.skipped else "✓" if place < clock.at else "▸" if place == clock.at else " "
    # In a round the steps differ by who speaks, in a turn by what is done.
    said = step.label if step.turn else "".join(step.voices)
    label = plain_line(said).truncate(24, ellipsis=True, pad=True)
    return Content.assemble(f"  {mark} ", label, f" {step.minutes:3}").stylize("" if place == clock.at else "$quiet")
