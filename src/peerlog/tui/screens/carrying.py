"""Carrying the answers of a record across to a form or a website: one field at a time, one key for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.text import clean_text
from ...journal.cpd.identifiable import NOT_SURE
from ...journal.cpd.record_leaving import Leaving
from ...journal.cpd.writing_record import Place
from ..commands import bindings, record_leaving
from ..life.clipboard import Clipboard
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from ..widgets.standing_line import drawn
from ..widgets.topline import LockNotice
from .confirm import ConfirmScreen

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_BAR = 20
_WARNING = (
    "What is copied can be read by every other program on this machine, and a clipboard manager, or one that is shared "
    "between machines, keeps it. When you stop, peerlog empties the clipboard, but no such memory."
)
_BY_HAND = (
    "Where pasting brings nothing, your terminal does not let programs copy: mark the text with the mouse instead, "
    "while you hold Shift."
)


_STILL_THERE = "the clipboard may still hold the last field: copy something else over it."

FieldOf: TypeAlias = tuple[str, str, str]
"""A field, by its item's id, its own full name, and its label."""


class ClipboardWarning(ConfirmScreen):
    """What to know before private words lie in the clipboard; the result is whether to begin."""

    def __init__(self, leaving: Leaving, count: int) -> None:
        handing = leaving.whole.handing
        said = [handing.in_words if handing.is_field_by_field else "", _WARNING, _BY_HAND]
        if not leaving.findings:  # else they were read beside the names
            said.append(f"{NOT_SURE} {leaving.reminder}".strip())
        missing = len(leaving.whole.unsettled)
        if missing:
            said.append(f"{missing} {'thing is' if missing == 1 else 'things are'} still to see to in this record.")
        fields = "One field" if count == 1 else f"{count} fields, one key for each"
        super().__init__(
            f"{fields}, through the clipboard.", "begins", "goes back", about="\n\n".join(filter(None, said))
        )


class CarryScreen(Screen[FieldOf]):
    """The result is the field one stopped at; None after the last."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            record_leaving.CopyField,
            record_leaving.SkipField,
            record_leaving.FieldBefore,
            record_leaving.EndCarrying,
            record_leaving.FirstField,
        ),
        Binding("pagedown", "scroll_text(1)", show=False),
        Binding("pageup", "scroll_text(-1)", show=False),
    ]

    def __init__(self, leaving: Leaving, places: Sequence[Place], begin_at: FieldOf | None) -> None:
        super().__init__()
        self.record_id = ""  # nothing of what the record's page offers is offered here
        self._title = leaving.entry.title
        self._places = places
        ids = [_field_of(place) for place in places]
        self._at = ids.index(begin_at) if begin_at in ids else 0
        self._copied: Place | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(plain_line(self._title), classes="page-kind")
            yield LockNotice()
            yield Static(say_space(""), classes="page-space")
        yield Static(id="carry-place")
        yield Static(id="carry-field")
        with VerticalScroll(id="carry-text", can_focus=False):
            yield Static(id="carry-words")
        yield Static(id="carry-copied")
        yield KeyLine()

    def on_mount(self) -> None:
        self._clipboard = Clipboard(self.app)
        self._show()

    @property
    def _place(self) -> Place | None:
        """None when all have been carried across."""
        return self._places[self._at] if self._at < len(self._places) else None

    def _show(self) -> None:
        place, of = self._place, len(self._places)
        done = Content.assemble(f"{min(self._at + 1, of)} of {of}  ", drawn(self._at / of, _BAR))
        where = " · ".join(filter(None, (place.part, place.item))) if place else ""
        self.query_one("#carry-place", Static).update(Content.assemble(done, "   ", plain_line(where)))
        if place is None:
            self.query_one("#carry-field", Static).update(Content("That was the last field.").stylize("bold"))
            last = "Put it in first. Enter then empties the clipboard and goes back to the record."
            self.query_one("#carry-words", Static).update(Content(last))
        else:
            self.query_one("#carry-field", Static).update(_head(place))
            self.query_one("#carry-words", Static).update(plain(place.field.text))
        self.query_one("#carry-copied", Static).update(self._say_copied())
        self.query_one("#carry-text").scroll_home(animate=False)
        self.refresh_bindings()

    def _say_copied(self) -> Content:
        if self._copied is None:
            return Content("Enter copies this field. Put it in, come back, and go on with the next.").stylize("$quiet")
        label = plain_line(self._copied.field.label)
        return Content.assemble(("✓ ", "$accent"), f"{self._copied.number} is copied: ", label)

    async def action_copy_field(self) -> None:
        place = self._place
        if place is None:
            await self.action_end_carrying()
            return
        await self._clipboard.put(clean_text(place.field.text))
        self._copied = place
        self._go(1)

    def action_skip_field(self) -> None:
        if self._at + 1 < len(self._places) or (self._place and self._copied):
            self._go(1)

    def action_field_before(self) -> None:
        if self._at:
            self._go(-1)

    def action_first_field(self) -> None:
        self._go(-self._at)

    def _go(self, by: int) -> None:
        self._at += by
        self._show()

    def action_scroll_text(self, pages: int) -> None:
        text = self.query_one("#carry-text", VerticalScroll)
        text.scroll_relative(y=pages * (text.size.height - 1), animate=False)

    async def action_end_carrying(self) -> None:
        place = self._place
        if self._clipboard.holds_ours:
            is_gone = await self._clipboard.take_away()
            said = "the clipboard is empty again." if is_gone else _STILL_THERE
            said = f"Stopped at field {place.number}; {said}" if place else f"{said[:1].upper()}{said[1:]}"
            self.app.tell(said, seconds=6 if is_gone else 20)
        self.dismiss(_field_of(place) if place else None)

    async def on_unmount(self) -> None:
        """Also when the journal is locked or left from here."""
        await self._clipboard.take_away()


def _field_of(place: Place) -> FieldOf:
    return place.item_id, place.field.name, place.field.label


def _head(place: Place) -> Content:
    label = plain_line(place.field.label).stylize("bold")
    if place.field.problem:
        return Content.assemble(
            label, "   ", plain_line(f"{place.field.count} {place.field.problem}".strip()).stylize("$warning")
        )
    return Content.assemble(label, "   ", plain_line(place.field.count).stylize("$quiet"))
