"""The tags of the journal with how often each is used; any number can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..commands import bindings, search
from .line import Line
from .plain import plain_line
from .rows import Rows, row

_MOST = 200


class TagList(Rows):
    """Tags that contain some letters, the chosen ones first, then the most used."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(search.ToggleTag)

    def __init__(self, chosen: Iterable[str]) -> None:
        super().__init__(id="tags")
        self._chosen = {tag.casefold(): tag for tag in chosen}
        self._tags: list[tuple[str, int]] = []
        self._letters = ""

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(self._chosen.values())

    def show_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        known = {tag.casefold() for tag, _ in tags}
        self._tags = [*((tag, 0) for key, tag in self._chosen.items() if key not in known), *tags]
        self._show()

    def narrow(self, letters: str) -> None:
        self._letters = letters.strip().lstrip("#").casefold()
        self._show()

    def _show(self) -> None:
        fitting = [(tag, count) for tag, count in self._tags if self._letters in tag.casefold()]
        fitting.sort(key=lambda item: item[0].casefold() not in self._chosen)
        self.show([self._row(tag, count) for tag, count in fitting[:_MOST]])

    def _row(self, tag: str, count: int) -> Option:
        chosen = tag.casefold() in self._chosen
        label = Content.assemble("✓ " if chosen else "  ", plain_line(f"#{tag}")).stylize("bold" if chosen else "")
        return row(Line(label, Content(str(count)).stylize("$quiet"), label_width=30), f"tag:{tag}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_toggle_tag()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.highlighted is not None if action == "toggle_tag" else super().check_action(action, parameters)

    def action_row_up(self) -> None:
        """From the first tag back to the field above."""
        if self.highlighted:
            super().action_row_up()
        else:
            self.app.action_focus_previous()

    def choose_marked(self) -> None:
        """Choose the tag that is marked, if it is not chosen already."""
        option = self.highlighted_option
        if option and option.id and option.id.removeprefix("tag:").casefold() not in self._chosen:
            self.action_toggle_tag()

    def action_toggle_tag(self) -> None:
        option = self.highlighted_option
        if option is None or option.id is None:
            return
        tag = option.id.removeprefix("tag:")
        if self._chosen.pop(tag.casefold(), None) is None:
            self._chosen[tag.casefold()] = tag
        self._show()
