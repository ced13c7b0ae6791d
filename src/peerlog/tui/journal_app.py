"""What every screen needs of the app: asking the journal, telling the person, settings, locking, leaving."""

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
from . import crash, themes
from .countdown import Countdown
from .idle import Idle
from .messages import JournalChanged, WritingBegun
from .session import Locked, Session
from .terminal_input import guard
from .type_ahead import FOLLOWED, TypeAhead, Typed
from .watching import LOOK_SECONDS, Watch

if TYPE_CHECKING:
    from ..journal.clock import Clock
    from ..journal.home import Home
    from ..journal.journal import Journal
    from ..settings import Settings
    from .undo import LastDone

T = TypeVar("T")

LEAST_WIDTH, LEAST_HEIGHT = 60, 16
"""The smallest terminal that is drawn on, in columns and rows."""

DOOR, JOURNAL = "door", "journal"
_SHEETS = (
    *("journal", "writing", "windows", "history", "pages", "meeting", "looking_back", "reflecting", "agreement"),
    *(
        "goals",
        "planning",
        "asking",
        "turns",
        "two_versions",
        "exchanging",
        "sharing",
        "devices",
        "signing",
        "files",
        "summary",
        "cpd",
        "record_leaving",
    ),
)
STYLES = [
    Path(__file__).with_name("peerlog.tcss"),
    *(Path(__file__).parent / "styles" / f"{name}.tcss" for name in _SHEETS),
]
"""The styles of everything behind the door; of two rules of one weight the later wins."""

_TOUCHES = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class JournalApp(App[object], inherit_bindings=False):
    """An app around one journal, with a countdown to the lock.

    It has two modes, of which one exists at a time: the door, where the journal is made or unlocked, and the open
    journal. Whatever shows the journal goes with its mode.
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
        from .undo import LastDone

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

    def tell(self, message: str, *, seconds: float | None = None, besides: bool = False) -> None:
        """Say something in passing, in the place of what was said before or `besides`; never read as markup."""
        from .widgets.plain import plain

        if not besides:
            self.clear_notifications()
        self.notify(plain(message).plain, markup=False, timeout=seconds)

    def tell_error(self, error: PeerlogError | Problem) -> None:
        """Say what went wrong and what to do about it."""
        from .widgets.plain import plain

        said = plain(f"{error.message}\n{error.hint}".rstrip()).plain
        self.clear_notifications()
        self.notify(said, severity="error", markup=False, timeout=10)

    def say_key_complaints(self) -> None:
        """Name what is wrong with the keys in the settings, once."""
        from .commands import every_command
        from .keymap import complaints

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

    def read_styles(self) -> None:
        """Read the styles of the open journal while nobody waits for them."""
        for path in STYLES:
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)

    async def begin(self, *, writing: str = "") -> None:
        """Show the journal that has just been opened, at the tab where one was, or an empty page of the kind `writing`.

        To be awaited in a worker of the app: the screen that asked for the passphrase goes.
        """
        from .screens.main import MainScreen

        self.idle.touch()
        self.watching.start_anew()
        offer_draft, self.was_writing = self.was_writing, False
        await self._go_over(DOOR, JOURNAL, lambda: MainScreen(self.tab, offer_draft=offer_draft))
        if writing:
            self.post_message(WritingBegun(writing))
        self._look_after()

    @work(group="backup")
    async def _look_after(self) -> None:
        from .daily_backup import back_up
        from .external_editor import take_in_left_behind
        from .vents_due import let_them_go

        await take_in_left_behind(self)
        await let_them_go(self)
        await back_up(self)

    async def shut_the_door(self) -> None:
        """Take away every screen of the journal, which is closed by now, and ask for the passphrase."""
        from .screens.unlock import UnlockScreen

        await self._go_over(JOURNAL, DOOR, lambda: UnlockScreen(after_lock=True))
        self.clear_notifications()
        # Fields of text watch the theme, and watchers that are no more are let go of only when it is set.
        self.mutate_reactive(App.theme)
        self.type_ahead.forget()
        self.last_done.forget()
        self.forget_choices()
        self._clipboard = ""
        self.mouse_over = self.hover_over = self._mouse_down_widget = self._last_focused_on_app_blur = None

    def forget_choices(self) -> None:
        """Forget what was chosen while the journal was open, for it is locked."""

    async def _go_over(self, before: str, after: str, screen: Callable[[], Screen[None]]) -> None:
        if before not in self._modes:
            self.add_mode(before, self.get_default_screen)

        def styled() -> Screen[None]:
            # As it is new, its styles are; Textual would read all of them again, twice.
            made = screen()
            made._css_update_count = self._css_update_count
            return made

        self.add_mode(after, styled)
        await self.switch_mode(after)
        await self.remove_mode(before)
        self.fit(self.size)

    def on_journal_changed(self, message: JournalChanged) -> None:
        """Pass it on to whatever shows the journal."""
        for screen in self.screen_stack:
            for node in (screen, *screen.query("*")):
                if hasattr(node, "on_journal_changed"):
                    node.post_message(JournalChanged(message.written))

    @work(group="lock", exclusive=True)
    async def lock(self) -> None:
        """Lock as soon as what is unsaved has been kept."""
        from . import locking

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

    def _fatal_error(self) -> None:
        """Textual's own report shows local variables, which hold what people wrote."""
        self._exit_renderables.append(crash.report())
        self._close_messages_no_wait()
