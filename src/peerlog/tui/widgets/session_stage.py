"""What everybody looks at in a session: the step, the time it has left, who may speak, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Digits, Static

from ...domain.group_session import GroupSession
from ...domain.session_clock import MINUTE, left, say_left, until_it_says_else, used_in_all
from ...domain.session_plan import Step, total_minutes
from ...domain.session_words import say_roles, say_voices
from ..commands.protocols import PauseSession
from ..keys.keymap import say_keys
from .line import Line
from .plain import plain_line

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class SessionStage(Vertical):
    """Shows a session as it is now; what has not changed is not drawn again."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, Content] = {}
        self._session: GroupSession | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="stage-step")
        with Horizontal(id="stage-now"):
            yield Digits(id="stage-left")
            with Vertical(id="stage-who"):
                yield Static(id="stage-voices")
                yield Static(id="stage-roles")
        yield Static(id="stage-script")
        yield Static(id="stage-next")

    def show(self, session: GroupSession) -> None:
        """Show how it stands, and from here on every second of it."""
        step = session.step
        self._put("stage-voices", _voices(step, session))
        self._put("stage-roles", plain_line(say_roles(step.roles, session.words)))
        self._put("stage-script", plain_line(step.script))
        self._put("stage-next", _next(session.following, session))
        self._session = session
        self.tick()

    def tick(self) -> None:
        """Show this second, and come back when the next one begins."""
        if self._timer:
            self._timer.stop()
        if self._session is None:
            return
        now = self.app.idle.now()
        self._show_time(self._session, now)
        wait = until_it_says_else(self._session.clock, now)
        self._timer = self.set_timer(wait + 0.002, self.tick) if wait is not None else None

    def _show_time(self, session: GroupSession, now: float) -> None:
        clock = session.clock
        remaining = left(clock, now)
        digits = self.query_one("#stage-left", Digits)
        said = say_left(remaining)
        if digits.value != said:
            digits.update(said)
        digits.set_class(remaining <= -1000 or not clock.is_running, "-quiet")
        number = min(clock.at + 1, len(session.steps))
        gone, planned = used_in_all(clock, now) // MINUTE, total_minutes(session.steps)
        right = f"step {number} of {len(session.steps)}"
        if clock.is_running:
            right += f" · {gone} of {planned} min"
        else:
            right = f"paused: {say_keys(PauseSession, self.app.settings.keys)} goes on · {right}"
        label = plain_line(session.step.label)
        if self._shown.get("stage-step") != Content(f"{label.plain}{right}"):
            self._shown["stage-step"] = Content(f"{label.plain}{right}")
            line = Line(label.stylize("bold $accent"), Content(), plain_line(right).stylize("$quiet"))
            self.query_one("#stage-step", Static).update(line)

    def _put(self, name: str, said: Content) -> None:
        if self._shown.get(name) != said:
            self._shown[name] = said
            place = self.query_one(f"#{name}", Static)
            place.update(said)
            place.display = bool(said)


def _voices(step: Step, session: GroupSession) -> Content:
    said = plain_line(say_voices(step, session.people)).stylize("bold")
    if not step.voices:
        return Content.assemble(said, ("   nobody speaks", "$quiet"))
    alone = len(step.voices) == 1
    return Content.assemble(said, ("   speaks" if alone else "   may speak", "$quiet"))


def _next(step: Step | None, session: GroupSession) -> Content:
    if step is None:
        return Content.assemble(("Next  ", "$quiet"), "F8 closes the session")
    who = say_voices(step, session.people)
    return Content.assemble(
        ("Next  ", "$quiet"), plain_line(step.label), (" · ", "$quiet"), plain_line(f"{who} · {step.minutes} min")
    )
