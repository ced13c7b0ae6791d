"""Screens that are painted when somebody is about to look: at each stillness, not at each frame before it.

Without a terminal nobody sees the frames in between, and painting them took a quarter of the time of these tests.
Whatever a test waits for is painted whole, in the screen's own turn, so that what fails in painting fails the test.
"""

from __future__ import annotations

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual.screen import Screen

_due: dict[Compositor, None] = {}
_painting: list[Compositor] = []


def paint() -> bool:
    """Ask the screens that changed to paint themselves; whether any has to."""
    asked = [each.root for each in _due]
    _due.clear()
    on_top = [each for each in asked if isinstance(each, Screen) and each.is_running and each.is_current]
    for screen in on_top:
        screen.call_next(_paint, screen)
    return bool(on_top)


def _paint(screen: Screen[object]) -> None:
    _painting.append(screen._compositor)
    try:
        screen._compositor_refresh()
    finally:
        _painting.pop()


def use(patch: pytest.MonkeyPatch) -> None:
    """Let what has to be painted wait for `paint`."""
    render_update = Compositor.render_update

    def postponed(
        self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        if full or self in _painting:
            return render_update(self, full=full, screen_stack=screen_stack, simplify=simplify)
        if self._dirty_regions:
            _due[self] = None
        return None

    _due.clear()
    patch.setattr(Compositor, "render_update", postponed)
