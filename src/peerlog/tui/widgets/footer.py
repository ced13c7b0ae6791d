"""The bottom line: at most five keys that matter here, then help and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.keys import format_key
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from ..keys.keymap import say_key

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


MOST = 5
_ALWAYS = ("help", "here")
_GAP = 3


class KeyLine(Widget):
    """Keys and words, each of which can be clicked."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 1fr; padding: 0 1; color: $quiet; }
    """
    ALLOW_SELECT = False

    def on_mount(self) -> None:
        self.auto_links = False
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def _bindings_updated(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> RenderResult:
        here, always = self._worth_showing()
        last = [self._item(binding) for binding in always]
        shown: list[Content] = []
        room = self.content_size.width + _GAP - sum(item.cell_length + _GAP for item in last)
        for item in map(self._item, here):
            if room >= item.cell_length + _GAP:
                room -= item.cell_length + _GAP
                shown.append(item)
        return Content(" " * _GAP).join([*shown, *last])

    def spare(self, width: int) -> int:
        """How many cells stay free at this width of the screen with everything shown; negative where some is not."""
        here, always = self._worth_showing()
        items = [self._item(binding).cell_length for binding in (*here, *always)]
        return width - self.gutter.width - sum(items) - _GAP * max(0, len(items) - 1)

    def _worth_showing(self) -> tuple[list[Binding], list[Binding]]:
        """What matters here, and what is always there, for which there always is room."""
        here: dict[str, Binding] = {}
        always: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            name = binding.id or binding.action
            if not active.enabled or self._is_typed(active):
                continue
            if name in _ALWAYS:
                always.setdefault(name, binding)
            elif binding.show and (name not in here or binding.key == "enter"):
                here[name] = binding
        return list(here.values())[:MOST], [always[name] for name in _ALWAYS if name in always]

    def _is_typed(self, active: ActiveBinding) -> bool:
        """Whether the key is a character that goes into the text; Textual does not know them all by their names."""
        focused, character = self.screen.focused, format_key(active.binding.key)
        if focused is None or active.node is focused or len(character) != 1 or not character.isascii():
            return False
        return focused.check_consume_key(active.binding.key, character)

    def _item(self, binding: Binding) -> Content:
        click = Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"})
        return Content.assemble((say_key(binding.key), "bold $foreground"), " ", binding.description).stylize(click)
