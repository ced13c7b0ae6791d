"""The top line of a meeting that runs: its name, its time, and whether the private side can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Entry
from ...domain.meeting_name import meeting_name
from ...domain.text import shorten
from .plain import plain_line
from .topline import LockNotice

if TYPE_CHECKING:
    from ..meetings.meeting_clock import MeetingClock

_TICK_SECONDS = 1.0
_LONGEST_NAME = 40


class RunningTop(Horizontal):
    """Looks at the clock once a second, and is painted when the time reads differently: once a minute."""

    DEFAULT_CSS = """
    RunningTop { height: 1; padding: 0 1; }
    RunningTop #run-title { width: 1fr; }
    RunningTop LockNotice { dock: none; }
    RunningTop #run-side { width: auto; padding: 0 0 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = Static(id="run-title")
        self._side = Static(id="run-side")
        self._meeting: Entry | None = None
        self._clock: MeetingClock | None = None
        self._saying = ""

    def compose(self) -> ComposeResult:
        yield self._title
        yield LockNotice()
        yield self._side

    def on_mount(self) -> None:
        self.set_interval(_TICK_SECONDS, self._tick)

    def show(self, meeting: Entry, clock: MeetingClock) -> None:
        self._meeting, self._clock, self._saying = meeting, clock, ""
        self._tick()

    def show_private(self, *, shown: bool) -> None:
        self._side.update(Content("private: shown" if shown else "private: hidden").stylize("$space-private"))

    def _tick(self) -> None:
        if self._meeting is None or self._clock is None:
            return
        said = self._clock.say(self._meeting.minutes)
        if said != self._saying:
            self._saying = said
            name = plain_line(shorten(meeting_name(self._meeting), _LONGEST_NAME)).stylize("bold")
            self._title.update(Content.assemble(name, (f" · {said}", "$quiet")))
