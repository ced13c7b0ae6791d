"""A field of a form: its label, what it takes, and beside it how that was understood or what is wrong with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from ...domain.field import Choice, Field, Shape
from .choices import Choices
from .line_input import LineInput
from .plain import plain, plain_line
from .text_editor import TextEditor

_YES = (Choice("yes", "yes"),)


class FieldRow(Vertical):
    """One field, on one line where it can be."""

    def __init__(self, about: Field, said: str) -> None:
        """`said` is the field's value as typed."""
        super().__init__(classes="-prose" if about.shape is Shape.PROSE else "-line")
        self.about = about
        self._control = _control(about, said)

    def compose(self) -> ComposeResult:
        yield Static(plain_line(self.about.label), classes="field-label")
        yield self._control
        yield Static(classes="field-said")

    @property
    def typed(self) -> str:
        return typed_in(self._control)

    def focus_control(self) -> None:
        self._control.focus()

    def say(self, said: str, *, wrong: bool = False) -> None:
        """Say something beside the field, or under it what is wrong with it; nothing takes back what was said."""
        self.set_class(bool(said) and wrong, "-wrong")
        show_beside(self.query_one(".field-said", Static), said, wrong=wrong)


class FieldRows(Vertical):
    """Fields below one another; Enter goes on from one to the next."""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()


def _control(about: Field, said: str) -> Widget:
    if about.shape is Shape.CHOICE:
        return Choices(about.choices, said)
    if about.shape is Shape.YES:
        return Choices(_YES, said)
    if about.shape is Shape.PROSE:
        return TextEditor(said, placeholder=plain_line(about.hint).plain)
    return LineInput(said, placeholder=plain_line(about.hint).plain)


def typed_in(control: Widget) -> str:
    """What stands in an input, a text or a choice."""
    if isinstance(control, TextEditor):
        return control.text
    return control.value if isinstance(control, (Input, Choices)) else ""


def show_beside(place: Static, said: str, *, wrong: bool) -> None:
    place.update(Content.assemble("→ " if said and not wrong else "", plain(said)))
    place.set_class(wrong, "wrong")
    place.display = bool(said)
