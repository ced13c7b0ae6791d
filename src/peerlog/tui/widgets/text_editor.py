"""A text to write in: soft-wrapped Markdown in which only function keys and Ctrl mean something else than letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from ...domain.problem import Problem
from ...domain.text import MOST_BYTES, check_length, clean_text
from .plain import plain

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_QUIET_MARKDOWN = TextAreaTheme(
    "quiet-markdown",
    syntax_styles={
        "heading": Style(bold=True),
        "heading.marker": Style(bold=True, dim=True),
        "list.marker": Style(bold=True),
        "link.label": Style(underline=True),
        "link.uri": Style(underline=True, dim=True),
        "inline_code": Style(dim=True),
        "bold": Style(bold=True),
        "italic": Style(italic=True),
    },
)
"""Markdown told apart without colours, so that it suits every theme."""

_MOST_COLOURED = 32 * 1024
"""A text that begins with more characters is not coloured: every key would be felt."""


def _without_f6_and_f7() -> list[Binding]:
    """Textual's own keys but those two, which select a line and everything; here F6 links."""
    kept = (each for each in TextArea.BINDINGS if isinstance(each, Binding))
    return [each for each in kept if each.key not in ("f6", "f7")]


class TextEditor(TextArea, inherit_bindings=False):
    """A text area whose content is always fit to be shown: what is pasted is cleaned as it would be on saving."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS = [*_without_f6_and_f7()]

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        cleaned = clean_text(text)
        super().__init__(
            cleaned,
            language="markdown" if len(cleaned) <= _MOST_COLOURED else None,
            tab_behavior="focus",
            highlight_cursor_line=False,
            compact=True,
            placeholder=plain(placeholder),
            id=id,
        )
        self.register_theme(_QUIET_MARKDOWN)
        self.theme = _QUIET_MARKDOWN.name
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the handlers of all base classes unless told that this one is enough.
        event.prevent_default()
        event.stop()
        try:
            check_length(event.text, "text with what you paste")
            pasted = clean_text(event.text)
            if len(self.text) + len(pasted) > MOST_BYTES // 4:
                check_length(self.text + pasted, "text with what you paste")
        except Problem as problem:
            self.app.tell_error(problem)
            return
        result = self._replace_via_keyboard(pasted, *self.selection)
        if result:
            self.move_cursor(result.end_location)

    def load(self, text: str) -> None:
        """Begin with this text: Ctrl-Z does not go back beyond it."""
        cleaned = clean_text(text)
        if len(cleaned) > _MOST_COLOURED:
            self.language = None
        self.load_text(cleaned)
        self.move_cursor(self.document.end)

    def prompt(self, said: str) -> None:
        """What stands there while nothing is written; a plain string would be read as markup."""
        self.placeholder = plain(said)

    def put(self, text: str) -> None:
        """Replace everything in one step that Ctrl-Z takes back."""
        self.history.checkpoint()
        self.replace(clean_text(text), self.document.start, self.document.end)
        self.history.checkpoint()

    def action_delete_left(self) -> None:
        """Backspace takes a whole emoji: a flag, a family, a hand with its colour."""
        row, column = self.cursor_location
        if self.read_only or not self.selection.is_empty or column == 0:
            super().action_delete_left()
            return
        line = self.document[row]
        self._delete_via_keyboard((row, start_of_character(line, column)), (row, column))


def start_of_character(line: str, end: int) -> int:
    """Where the character that ends at `end` begins, as it is seen: a flag is two code points, a family up to eleven.

    A letter is taken from its marks one by one, as writers of scripts with many marks expect.
    """
    start = end - 1
    if _is_flag_half(line[start]):
        run = start
        while run > 0 and _is_flag_half(line[run - 1]):
            run -= 1
        return start - (start - run) % 2
    while start > 0 and (_clings(line[start]) or line[start - 1] == "\u200d"):
        start -= 1
    return start


def _clings(character: str) -> bool:
    """Whether it shows nothing by itself but changes what stands before it."""
    return (
        character in "\u200d\u20e3"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
