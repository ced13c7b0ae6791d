"""The line above the list: the words one searches for, and the filters in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from ..commands import bindings, search
from .line_input import LineInput
from .plain import plain_line


class SearchWords(LineInput):
    """The words; from here it goes down to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(search.ToResults, search.ClearSearch)

    found = True
    """Whether there is anything to go down to."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.found if action == "to_results" else True

    def action_to_results(self) -> None:
        self.post_message(SearchLine.Left())

    def action_clear_search(self) -> None:
        self.post_message(SearchLine.Cleared())


class SearchLine(Horizontal):
    """Hidden while nothing is searched for and nothing filtered."""

    @dataclass
    class Searched(Message):
        """The words have changed."""

        words: str

    class Left(Message):
        """The person wants to go on to what was found."""

    class Cleared(Message):
        """The person takes a step back out of the search."""

    def __init__(self) -> None:
        super().__init__()
        self._words = SearchWords(placeholder="words", id="search-words")
        self._filters = Static(id="search-filters")

    def compose(self) -> ComposeResult:
        yield Static("/", id="search-mark")
        yield self._words
        yield self._filters

    @property
    def words(self) -> str:
        return self._words.value

    def clear_words(self) -> None:
        self._words.value = ""

    def say_found(self, found: bool) -> None:
        """Whether the words and filters have found anything."""
        self._words.found = found
        self.refresh_bindings()

    def focus_words(self) -> None:
        self._words.focus()

    def show_filters(self, said: str) -> None:
        self._filters.update(plain_line(said))
        self._filters.display = bool(said)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.say_found(True)  # until it is known, for somebody who types faster than that
        self.post_message(self.Searched(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
