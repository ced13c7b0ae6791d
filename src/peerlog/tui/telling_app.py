"""An app that says something in passing, and that never shows what people wrote where it goes wrong."""

from __future__ import annotations

from textual.app import App

from ..domain.problem import Problem
from ..errors import PeerlogError
from .life import crash


class TellingApp(App[object], inherit_bindings=False):
    """What it says is never read as markup."""

    def tell(self, message: str, *, seconds: float | None = None, besides: bool = False) -> None:
        """Say something in passing, in the place of what was said before or `besides`."""
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

    def _fatal_error(self) -> None:
        """Textual's own report shows local variables, which hold what people wrote."""
        self._exit_renderables.append(crash.report())
        self._close_messages_no_wait()
