"""Choosing several things of a list, with the space bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ..commands import bindings, confirm, sharing
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to choose: an id, what it is called, and a word beside it.

    Of those with the same `one_of` only one can be chosen.
    """

    id: str
    label: str
    about: str = ""
    one_of: str = ""


class PickingScreen(Dialogue[tuple[str, ...]]):
    """The result are the ids of what was chosen, in the order of the list; None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        sharing.TogglePick, sharing.PickAll, sharing.TakePicked, confirm.CloseWindow
    )

    def __init__(self, question: str, about: str, picks: Sequence[Pick], chosen: Collection[str], nothing: str) -> None:
        """`nothing` is said when somebody goes on with nothing chosen; empty where that may be."""
        super().__init__()
        self._question = question
        self._about = about
        self._picks = picks
        self._chosen = set(chosen)
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall"):
            yield Static(plain_line(self._question), classes="dialogue-title")
            if self._about:
                yield Static(plain(self._about), classes="pick-about")
            yield Rows()
            yield Static(classes="about", id="picked")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()
        self.query_one(Rows).focus()

    def _show(self) -> None:
        self.query_one(Rows).show([row(self._line(each), each.id) for each in self._picks])
        self.query_one("#picked", Static).update(Content(f"{len(self._chosen)} of {len(self._picks)} chosen"))

    def _line(self, pick: Pick) -> Line:
        is_chosen = pick.id in self._chosen
        mark = Content("[x]").stylize("$accent") if is_chosen else Content("[ ]").stylize("$quiet")
        label = plain_line(pick.label)
        return Line(mark, label if is_chosen else label.stylize("$quiet"), plain_line(pick.about).stylize("$quiet"))

    def on_option_list_option_selected(self, event: object) -> None:
        """A click chooses, as the space bar does."""
        self.action_toggle_pick()

    def action_toggle_pick(self) -> None:
        option = self.query_one(Rows).highlighted_option
        if option and option.id:
            self._chosen = (self._chosen - self._instead_of(option.id)) ^ {option.id}
            self._show()

    def _instead_of(self, id_: str) -> set[str]:
        """What cannot be chosen beside it."""
        group = next(each.one_of for each in self._picks if each.id == id_)
        return {each.id for each in self._picks if group and each.one_of == group} - {id_}

    def action_pick_all(self) -> None:
        every = {each.id for each in self._picks if not each.one_of}
        self._chosen = set() if self._chosen == every else every
        self._show()

    def action_take_picked(self) -> None:
        if not self._chosen and self._nothing:
            self.app.notify(plain(self._nothing).plain, markup=False)
            return
        self.dismiss(tuple(each.id for each in self._picks if each.id in self._chosen))

    def action_close_window(self) -> None:
        self.dismiss(None)
