"""The keys that drive a session's clock, and what follows from how it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from ...domain.group_session import GroupSession
from ...domain.session_clock import SessionClock, back, extend, go_on, pause, resume, skip, used_in

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Press = Callable[[SessionClock, float], SessionClock]
"""What a key does to a clock at a moment, in seconds."""

_FORGOTTEN_SECONDS = 3 * 60 * 60
"""No step takes so long: somebody has gone home."""


class ClockedSession(Screen[None]):
    """Whoever builds on it shows the session in `show_session`, and reads into `standing` what is typed."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    def __init__(self, session: GroupSession) -> None:
        super().__init__()
        self.standing = session

    @property
    def session(self) -> GroupSession:
        """How it stands, with all that is typed."""
        raise NotImplementedError

    def show_session(self) -> None:
        """Show how it stands, and keep it."""
        raise NotImplementedError

    def action_end_session(self) -> None:
        """Ask what is to become of it: its clock is through, or somebody wants to close it."""
        raise NotImplementedError

    @property
    def holds_lock(self) -> bool:
        """While the clock runs, idleness hides the screen and locks nothing; a session left running is forgotten."""
        clock = self.standing.clock
        return clock.is_running and used_in(clock, clock.at, self.now()) < _FORGOTTEN_SECONDS * 1000

    def now(self) -> float:
        """The moment that clocks go by, in seconds."""
        return self.app.idle.now()

    def changed(self, change: Press) -> GroupSession:
        """The session, with all that is typed, after a change of its clock."""
        session = self.session
        return replace(session, clock=change(session.clock, self.now()))

    def press(self, change: Press) -> None:
        """Change the clock and show it."""
        self.standing = self.changed(change)
        self.show_session()
        if self.standing.clock.is_through:
            self.action_end_session()

    def action_pause_session(self) -> None:
        self.press(pause if self.standing.clock.is_running else resume)

    def action_next_step(self) -> None:
        self.press(go_on)

    def action_skip_step(self) -> None:
        self.press(skip)

    def action_step_back(self) -> None:
        self.press(back)

    def action_minute_more(self) -> None:
        self.press(extend)
