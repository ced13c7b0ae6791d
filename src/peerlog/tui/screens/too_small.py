"""What stands in a terminal that is too small to draw on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static


class TooSmallScreen(ModalScreen[None]):
    """Covers the screens beneath, which stay as they are, unsaved text and all. Only leaving and locking work."""

    DEFAULT_CSS = """
    TooSmallScreen Static { padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__(classes="-cover")

    def compose(self) -> ComposeResult:
        yield Static(id="too-small")

    def on_mount(self) -> None:
        self._say()

    def on_resize(self) -> None:
        self._say()

    def _say(self) -> None:
        from ..journal_app import LEAST_HEIGHT, LEAST_WIDTH

        width, height = self.app.size
        self.query_one(Static).update(
            f"This terminal is {width}×{height}; peerlog needs {LEAST_WIDTH}×{LEAST_HEIGHT}. "
            "What you were writing is safe: make the window larger to go on."
        )
