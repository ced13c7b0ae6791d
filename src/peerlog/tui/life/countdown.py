"""What happens when nobody touches a key: the journal locks, and while a meeting runs everything is hidden instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..meetings.meeting_clock import FORGOTTEN_SECONDS
from .idle import WARNING_SECONDS

if TYPE_CHECKING:
    from ..journal_app import JournalApp
    from ..meetings.meeting_clock import MeetingClock


class Countdown:
    """Looks once a second how long nobody has been there, and says so in the last half minute."""

    def __init__(self, app: JournalApp) -> None:
        self._app = app
        self._said: int | None = None
        self.meeting: MeetingClock | None = None
        """The meeting that goes on, whichever screen is shown."""

    @property
    def hides(self) -> bool:
        """Whether what is on the screen is hidden after a while, and not locked: people are talking.

        A meeting goes on, or a screen that is open says so (`holds_lock`); not for hours without a key.
        """
        left = self._app.idle.left()
        if left is not None and left < -FORGOTTEN_SECONDS:
            return False
        if self.meeting is not None and not self.meeting.is_forgotten:
            return True
        return any(getattr(screen, "holds_lock", False) for screen in self._app.screen_stack)

    def touch(self) -> None:
        """Somebody is there."""
        self._app.idle.touch()
        self._say(None)

    def look(self) -> None:
        app = self._app
        left = app.idle.left() if app.session.is_open else None
        self._say(max(0, round(left)) if left is not None and left <= WARNING_SECONDS else None)
        if left is None or left > 0:
            return
        if self.hides:
            self._cover()
        else:
            app.idle.touch()
            app.lock()

    def _cover(self) -> None:
        from ..screens.covered import CoveredScreen
        from ..screens.too_small import TooSmallScreen

        app = self._app
        if not isinstance(app.screen, (CoveredScreen, TooSmallScreen)):
            app.clear_notifications()
            app.push_screen(CoveredScreen(), lambda _: app.fit(app.size))

    def _say(self, seconds: int | None) -> None:
        if seconds == self._said:
            return
        from ..widgets.topline import LockNotice

        self._said = seconds
        for notice in self._app.screen.query(LockNotice):
            notice.show(seconds, hides=self.hides)
