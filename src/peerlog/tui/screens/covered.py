"""What stands over a meeting while nobody types: screens are shared, and people look up."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static


class CoveredScreen(ModalScreen[None]):
    """Covers the screens beneath, which stay as they are. Any key and any click takes it away, and does nothing else.

    Locking and leaving work as everywhere.
    """

    DEFAULT_CSS = """
    CoveredScreen Static { padding: 1 2; max-width: 64; }
    """

    def __init__(self) -> None:
        super().__init__(classes="-cover")

    def compose(self) -> ComposeResult:
        yield Static("Hidden, for nobody has typed for a while.\n\nThe meeting goes on. Any key brings it back.")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._uncover()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._uncover()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self._uncover()

    def _uncover(self) -> None:
        if self.is_current:
            self.dismiss()
