"""Going in and out: the door, where the journal is made or unlocked, and the open journal are modes of the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from ..messages import WritingBegun

if TYPE_CHECKING:
    from ..journal_app import JournalApp

DOOR, _JOURNAL = "door", "journal"


async def go_in(app: JournalApp, *, writing: str = "") -> None:
    """Show the journal that has just been opened, at the tab where one was, or an empty page of the kind `writing`.

    To be awaited in a worker of the app: the screen that asked for the passphrase goes.
    """
    from ..screens.main import MainScreen

    app.idle.touch()
    app.watching.start_anew()
    offer_draft, app.was_writing = app.was_writing, False
    await _go_over(app, DOOR, _JOURNAL, lambda: MainScreen(app.tab, offer_draft=offer_draft))
    if writing:
        app.post_message(WritingBegun(writing))
    app.run_worker(_look_after(app), group="backup")


async def _look_after(app: JournalApp) -> None:
    from ..forms.external_editor import take_in_left_behind
    from .daily_backup import back_up
    from .vents_due import let_them_go

    await take_in_left_behind(app)
    await let_them_go(app)
    await back_up(app)


async def shut_the_door(app: JournalApp) -> None:
    """Take away every screen of the journal, which is closed by now, and ask for the passphrase."""
    from ..screens.unlock import UnlockScreen

    await _go_over(app, _JOURNAL, DOOR, lambda: UnlockScreen(after_lock=True))
    app.clear_notifications()
    # Fields of text watch the theme, and watchers that are no more are let go of only when it is set.
    app.mutate_reactive(App.theme)
    app.type_ahead.forget()
    app.last_done.forget()
    app.forget_choices()
    app._clipboard = ""
    app.mouse_over = app.hover_over = app._mouse_down_widget = app._last_focused_on_app_blur = None


async def _go_over(app: JournalApp, before: str, after: str, screen: Callable[[], Screen[None]]) -> None:
    if before not in app._modes:
        app.add_mode(before, app.get_default_screen)

    def styled() -> Screen[None]:
        # As it is new, its styles are; Textual would read all of them again, twice.
        made = screen()
        made._css_update_count = app._css_update_count
        return made

    app.add_mode(after, styled)
    await app.switch_mode(after)
    await app.remove_mode(before)
    app.fit(app.size)
