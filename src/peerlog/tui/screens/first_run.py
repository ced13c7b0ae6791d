"""The first run: a passphrase, the same again, the journal is open, type."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ...domain.problem import Problem
from ...errors import PeerlogError
from .. import themes
from ..commands import devices, everywhere, opening
from ..life.door import go_in
from ..widgets.cycle import Cycle
from ..widgets.footer import KeyLine
from ..widgets.new_passphrase import NewPassphrase
from ..widgets.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import getters

    from ...journal.journal import Journal
    from ..actions.devices import DeviceActions


_WELCOME = "Welcome. Your journal will be a folder that only your passphrase opens:"
_ELSEWHERE = (
    "The file that “Your devices” on the other machine has written (there: Ctrl-P, your devices, a). Your name comes "
    "with it; the passphrase above is for this machine, and may be the same."
)
_MAKING = "Making your journal. It takes a moment, so that guessing your passphrase takes ages."


class FirstRunScreen(Screen[None]):
    """Makes the journal. Name, time zone and colours are filled in and can be changed, or left alone."""

    if TYPE_CHECKING:
        app = getters.app(DeviceActions)

    BINDINGS: ClassVar[list[BindingType]] = [
        opening.MakeJournal.binding(),
        devices.JoinOtherMachine.binding(),
        # The way out, named here because nothing else on the screen tells it; before the app's own, which is silent.
        replace(everywhere.Quit.binding(), key="ctrl+q", action="app.quit", show=True, priority=True, id=None),
    ]

    DEFAULT_CSS = """
    FirstRunScreen #door { padding: 2 4 0 4; max-width: 84; height: 1fr; }
    FirstRunScreen #name { text-style: bold; color: $accent; margin-bottom: 1; }
    FirstRunScreen #answer { margin-top: 1; }
    FirstRunScreen #where { color: $quiet; margin-bottom: 1; }
    FirstRunScreen .ask { color: $quiet; }
    FirstRunScreen #about-you { height: 1; }
    FirstRunScreen #elsewhere { margin-top: 1; height: auto; display: none; }
    FirstRunScreen.-elsewhere #elsewhere { display: block; }
    FirstRunScreen #about-you .ask { width: auto; margin-right: 1; }
    FirstRunScreen #about-you Input { width: 1fr; margin-right: 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_making = False
        self._zone_is_due = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="door", can_focus=False):
            yield Static("peerlog", id="name")
            yield Static(_WELCOME, id="welcome")
            yield Static(plain(_short(self.app.home.data)), id="where")
            yield NewPassphrase()
            with Horizontal(id="about-you"):
                yield Static("Name", classes="ask")
                yield Input(compact=True, max_length=80, id="person")
                yield Static("Zone", classes="ask")
                yield Input("UTC", compact=True, max_length=64, id="zone")
                yield Static("Colours", classes="ask")
                yield Cycle(list(themes.THEMES), self.app.theme, id="theme")
            yield Vertical(id="elsewhere")
            yield Static(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        self.call_after_refresh(self._get_ready)

    def _get_ready(self) -> None:
        from ..life.warmup import warm_up
        from ..style_sheets import read_styles

        read_styles(self.app)
        self.run_worker(self._ask_the_machine, thread=True, group="machine")
        self.run_worker(warm_up, thread=True, group="warm-up")

    def _ask_the_machine(self) -> None:
        from ...journal.clock import system_zone
        from ...journal.owner import system_name
        from ...journal.synced import synced_by

        name, zone, service = system_name(), system_zone(), synced_by(self.app.home.data)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._fill_in, name, zone, service)

    def _fill_in(self, name: str, zone: str, service: str | None) -> None:
        person = self.query_one("#person", Input)
        person.value = person.value or name
        self.query_one("#zone", Input).value = zone
        if service:
            where = f"{_short(self.app.home.data)}\n{service} seems to copy this folder; --home names another."
            self.query_one("#where", Static).update(plain(where))

    def on_cycle_changed(self, event: Cycle.Changed) -> None:
        self.app.theme = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "invitation":
            empty = [each for each in self.query_one(NewPassphrase).query(Input) if not each.value]
            empty[0].focus() if empty else self.action_make_journal()
        elif event.input.id == "zone" and self._zone_is_due:
            self.action_make_journal()
        else:
            self.focus_next()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if event.widget.id == "zone" and not self._is_making:
            self._look_at_zone()

    def _look_at_zone(self) -> None:
        """Say that there is no such zone, or take that back."""
        from ...domain.moment import zone_named

        try:
            zone_named(self.query_one("#zone", Input).value.strip())
        except Problem as problem:
            self._say(f"{problem.message} {problem.hint}", "trouble")
        else:
            self._say("")

    def action_make_journal(self) -> None:
        self.query_one(NewPassphrase).choose()

    def on_new_passphrase_chosen(self, message: NewPassphrase.Chosen) -> None:
        self.app.follow(partial(self._make, message.passphrase))

    async def action_join_other_machine(self) -> None:
        """Ask for the file of the other machine, or think better of it."""
        from ..widgets.path_line import PathLine

        elsewhere = not self.has_class("-elsewhere")
        self.set_class(elsewhere, "-elsewhere")
        self._say("")
        place = self.query_one("#elsewhere", Vertical)
        if not place.children:
            await place.mount(Static(_ELSEWHERE, classes="ask"), PathLine("~/", id="invitation"))
        if elsewhere:
            self.query_one("#invitation").focus()
            place.scroll_visible(animate=False)

    def _opening(self, passphrase: str, name: str, zone: str) -> Callable[[], Journal]:
        """What makes the journal: a new one, or one that another machine fills."""
        app = self.app
        elsewhere = self.query_one_optional("#invitation", Input)
        typed = elsewhere.value if elsewhere else ""

        def make() -> Journal:
            from ...journal.opening import create_journal

            return create_journal(app.home, passphrase, name=name, zone=zone, clock=app.clock)

        def join() -> Journal:
            from ...journal.first_meeting.meeting_files import read_meeting_file
            from ...journal.own_devices.joining_device import join_as_device

            file = read_meeting_file(typed)
            return join_as_device(app.home, file, passphrase, zone=zone, clock=app.clock)[0]

        return join if self.has_class("-elsewhere") else make

    async def _make(self, passphrase: str) -> None:
        app = self.app
        name, zone = self.query_one("#person", Input).value, self.query_one("#zone", Input).value.strip()
        self._say(_MAKING)
        self._is_making = True
        self.query_one("#door").disabled = True
        try:
            await app.session.open(self._opening(passphrase, name, zone))
        except (PeerlogError, Problem) as error:
            self.query_one("#door").disabled = self._is_making = False
            self._zone_is_due = isinstance(error, Problem)
            self._say(f"{error.message} {error.hint}".strip(), "trouble")
            if isinstance(error, Problem):
                self.query_one("#zone", Input).focus()
            elif self.has_class("-elsewhere"):
                self.query_one("#invitation", Input).focus()
                self.query_one("#answer").scroll_visible(animate=False)
            else:
                self.query_one(NewPassphrase).complain()
            return
        self.query_one(NewPassphrase).forget()
        if app.theme != (app.settings.theme or themes.DEFAULT):
            app.keep_setting("theme", app.theme)
        app.kit_due = True
        if self.has_class("-elsewhere"):
            await go_in(app)
            app.action_show_devices()
            app.give_device_answer()
        else:
            await go_in(app, writing="note")

    def _say(self, said: str, tone: str = "") -> None:
        answer = self.query_one("#answer", Static)
        answer.update(plain(said))
        answer.set_classes(tone)


def _short(path: Path) -> str:
    try:
        return str("~" / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
