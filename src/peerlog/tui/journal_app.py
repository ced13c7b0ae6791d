"""What every screen needs of the app: asking the journal, settings, locking, what outlives a screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import events, work
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import Screen

from ..domain.problem import Problem
from ..errors import PeerlogError
from . import themes
from .life.countdown import Countdown
from .life.door import DOOR
from .life.idle import Idle
from .life.session import Locked, Session
from .life.terminal_input import guard
from .life.type_ahead import FOLLOWED, TypeAhead, Typed
from .life.watching import LOOK_SECONDS, Watch
from .messages import JournalChanged
from .telling_app import TellingApp

if TYPE_CHECKING:
    from ..journal.clock import Clock
    from ..journal.home import Home
    from ..journal.journal import Journal
    from ..settings import Settings
    from .keeping.undo import LastDone

T = TypeVar("T")

LEAST_WIDTH, LEAST_HEIGHT = 60, 16
"""The smallest terminal that is drawn on, in columns and rows."""

_TOUCHES = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class JournalApp(TellingApp, inherit_bindings=False):
    """An app around one journal, with a countdown to the lock.

    It has two modes, of which one exists at a time (see `door`). Whatever shows the journal goes with its mode.
    """

    DEFAULT_MODE = DOOR

    def __init__(
        self,
        home: Home,
        settings: Settings,
        settings_folder: Path,
        *,
        clock: Clock | None = None,
        idle: Idle | None = None,
    ) -> None:
        super().__init__()
        self.home = home
        self.settings = settings
        self.settings_folder = settings_folder
        self.clock = clock
        self.session = Session(home)
        self.idle = idle or Idle(settings.lock_after_minutes)
        self.tab = "today"
        self.was_writing = False
        self.kit_due = False
        self.countdown = Countdown(self)
        self.type_ahead = TypeAhead(self)
        self.watching = Watch(self)
        self._keys_checked = False
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        # Set without the watcher, and known to the stylesheet at once: it would be parsed once more otherwise.
        self.set_reactive(App.theme, settings.theme if settings.theme in themes.THEMES else themes.DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(settings.keys)

    @cached_property
    def last_done(self) -> LastDone:
        """What can be taken back."""
        from .keeping.undo import LastDone

        return LastDone(self)

    def get_driver_class(self) -> type[Driver]:
        return guard(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(themes.THEMES[themes.DEFAULT].variables)

    def get_default_screen(self) -> Screen[None]:
        if self._journal_exists():
            from .screens.unlock import UnlockScreen

            return UnlockScreen()
        from .screens.first_run import FirstRunScreen

        return FirstRunScreen()

    def _journal_exists(self) -> bool:
        if (self.home.vault / "vault.json").is_file():
            # The usual case, told without what opening a journal needs (see `warmup`).
            return True
        from ..journal.opening import journal_exists

        return journal_exists(self.home)

    def on_mount(self) -> None:
        self.set_interval(1.0, self._count_down)
        self.set_interval(LOOK_SECONDS, self.watching.look_in_passing)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, _TOUCHES):
            self.countdown.touch()
        if isinstance(event, Typed) and not event.is_forwarded:
            if not self.type_ahead.holds(event):
                async with self.type_ahead.following(event):
                    await super().on_event(event)
            return
        await super().on_event(event)

    async def ask(self, use: Callable[[Journal], T]) -> T | None:
        """The result of `use(journal)`, run in the journal's thread.

        None when the journal was locked meanwhile, and when it went wrong, which the person is told.
        """
        try:
            return await self.session.run(use)
        except Locked:
            return None
        except (PeerlogError, Problem) as error:
            self.tell_error(error)
            return None

    def say_key_complaints(self) -> None:
        """Name what is wrong with the keys in the settings, once."""
        from .commands import every_command
        from .keys.keymap import complaints

        if self._keys_checked or not self.settings.keys:
            return
        self._keys_checked = True
        for complaint in complaints(self.settings.keys, every_command()):
            self.notify(complaint, severity="warning", markup=False, timeout=12)

    def keep_setting(self, key: str, value: object) -> bool:
        """Change a setting, here and in the file; whether that worked."""
        from ..settings import change_setting

        try:
            self.settings = change_setting(self.settings_folder, key, value)
        except PeerlogError as error:
            self.tell_error(error)
            return False
        self.idle.minutes = self.settings.lock_after_minutes
        return True

    def forget_choices(self) -> None:
        """Forget what was chosen while the journal was open, for it is locked."""

    def on_journal_changed(self, message: JournalChanged) -> None:
        """Pass it on to whatever shows the journal."""
        for screen in self.screen_stack:
            for node in (screen, *screen.query("*")):
                if hasattr(node, "on_journal_changed"):
                    node.post_message(JournalChanged(message.written))

    @work(group="lock", exclusive=True)
    async def lock(self) -> None:
        """Lock as soon as what is unsaved has been kept."""
        from .life import locking

        await locking.lock(self)

    @work(group=FOLLOWED, description="")
    async def follow(self, task: Callable[[], Awaitable[object]]) -> None:
        """Do what outlives the screen that begins it. The next key waits for it."""
        await task()

    def on_unmount(self) -> None:
        self.session.end()

    def on_resize(self, event: events.Resize) -> None:
        self.fit(event.size)

    def fit(self, size: Size) -> None:
        """Cover everything while the terminal is too small to draw on; nothing beneath is lost."""
        from .screens.too_small import TooSmallScreen

        covered = isinstance(self.screen, TooSmallScreen)
        small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        if small and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not small:
            self.pop_screen()

    def _count_down(self) -> None:
        self.countdown.look()
