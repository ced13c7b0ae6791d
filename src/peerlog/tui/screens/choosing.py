"""Choosing one of several things by its name: typing narrows them down, and beneath stands what the marked one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...journal.journal import Journal
from ..commands import bindings, confirm
from ..life.type_ahead import caught_up
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class Named(Protocol):
    """What can be chosen: its name is the result."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def source(self) -> str: ...


T = TypeVar("T", bound=Named)


class _Words(LineInput, inherit_bindings=True):
    """What is looked for; the arrows go along what was found without leaving it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.go(1)", show=False),
        Binding("up", "screen.go(-1)", show=False),
    ]


class ChoosingScreen(Dialogue[str], Generic[T]):
    """The result is a name. Typing finds by name and by what it is for."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    question: ClassVar[str]
    label_width: ClassVar[int]

    def __init__(self) -> None:
        super().__init__()
        self._things: Sequence[T] = ()
        self._shown_for: str | None = None

    def fetch(self, journal: Journal) -> tuple[Sequence[T], Sequence[str]]:
        """What there is, in its order, and sentences about what could not be read."""
        raise NotImplementedError

    def say(self, thing: T) -> Sequence[str]:
        """The lines beneath the list."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall choosing"):
            yield Static(self.question, classes="dialogue-title")
            yield _Words(placeholder="type a part of its name, or go down", classes="choosing-words")
            yield Rows()
            yield Static(classes="about")
            yield Static(classes="choosing-problems")
        yield KeyLine()

    async def on_mount(self) -> None:
        self.query_one(_Words).focus()
        found = await self.app.ask(self.fetch)
        if found is None:
            self.dismiss(None)
            return
        self._things, problems = found
        said = self.query_one(".choosing-problems", Static)
        said.update(plain("\n".join(problems)))
        said.display = bool(problems)
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show()

    def _show(self) -> None:
        """Show what has the words that are typed; nothing when that is what stands there already."""
        typed = self.query_one(_Words).value
        if typed == self._shown_for or not self._things:
            return
        self._shown_for = typed
        words = typed.casefold().split()
        found = [each for each in self._things if all(word in _searched(each) for word in words)]
        found.sort(key=lambda each: not all(word in each.label.casefold() for word in words))
        rows = self.query_one(Rows)
        rows.highlighted = None
        rows.show([self._row(each) for each in found])
        if not found:
            self._say_about(Content("Nothing here is called that."))
        self.refresh_bindings()

    def _row(self, thing: T) -> Option:
        about = plain_line(thing.about).stylize("$quiet")
        return row(Line(plain_line(thing.label), about, label_width=self.label_width), thing.name)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        thing = next((each for each in self._things if each.name == event.option_id), None)
        if thing:
            self._say_about(plain("\n".join(filter(None, self.say(thing)))))

    def _say_about(self, said: Content) -> None:
        self.query_one(".about", Static).update(said)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.query_one(Rows).highlighted is not None if action == "choose" and self.is_mounted else True

    def action_go(self, step: int) -> None:
        rows = self.query_one(Rows)
        (rows.action_cursor_down if step > 0 else rows.action_cursor_up)()

    async def action_choose(self) -> None:
        # Enter has priority: what was typed before it may still be on its way to the words.
        await caught_up(self.query_one(_Words))
        self._show()
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss(None)


def _searched(thing: Named) -> str:
    return f"{thing.label} {thing.name} {thing.about} {thing.source}".casefold()
