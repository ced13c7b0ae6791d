"""How an entry read before: its earlier versions, and what changed from each to now."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.entry import Entry, Version
from ...domain.word_difference import Piece, State
from ..commands import bindings, confirm, entry, today
from ..messages import JournalChanged
from ..reading.past_versions import FieldDifference, PastVersions, count_words, differences, read_versions
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from ..widgets.topline import LockNotice
from ..widgets.when import say_when

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_STYLES = {State.SAME: "", State.GONE: "strike $error", State.NEW: "underline bold $accent"}
_LEGEND = Content.assemble(
    ("struck out", _STYLES[State.GONE]), " stood here then   ", ("underlined", _STYLES[State.NEW]), " is here now"
)


class _VersionRows(Rows):
    """Enter goes on to what changed, which may be longer than the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [replace(today.OpenRow.binding(), description="read on")]


class VersionsScreen(Screen[None]):
    """Versions at the left, newest first; at the right what leads from the marked one to now."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.CloseWindow, entry.RestoreVersion)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.current_entry = entry
        self._past: PastVersions | None = None
        # Held here, and not looked up, for work that ends while the screen goes away.
        self._rows = _VersionRows(id="version-rows")
        self._difference = VerticalScroll(id="difference")
        self._text = Static(id="difference-text")
        self._legend = Static(id="difference-legend")

    def compose(self) -> ComposeResult:
        yield LockNotice()
        yield Static(id="versions-title")
        with Horizontal(id="versions"):
            yield self._rows
            with self._difference:
                yield self._text
                yield self._legend
        yield KeyLine()

    async def on_mount(self) -> None:
        self._rows.focus()
        name = plain_line(name_of(self.current_entry))
        self.query_one("#versions-title", Static).update(
            Content.assemble(("Earlier versions of ", "$quiet"), name.stylize("bold"))
        )
        await self._read()

    @work(exclusive=True, group="versions")
    async def _read_again(self) -> None:
        await self._read()

    async def _read(self) -> None:
        entry_id = self.current_entry.id
        past = await self.app.ask(lambda journal: read_versions(journal, entry_id))
        if past is None or not self.is_attached:
            return
        self._past = past
        self._rows.show([_row(past, place) for place in range(len(past.versions))])
        if not past.versions:
            self._text.update("It reads as it was first written.")
            self._legend.display = False
        self.refresh_bindings()

    def on_journal_changed(self) -> None:
        self._read_again()

    @property
    def _marked(self) -> Version | None:
        option = self._rows.highlighted_option
        if self._past is None or option is None:
            return None
        return next((version for version, _ in self._past.versions if str(version.number) == option.id), None)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        version = self._marked
        if version is not None:
            self._compare(version)

    @work(exclusive=True, group="compare")
    async def _compare(self, version: Version) -> None:
        past = self._past
        if past is None:
            return
        found = await asyncio.to_thread(differences, past, version)
        if self.is_attached and self._marked == version:
            self._text.update(_said(found))
            self._legend.update(_LEGEND)
            self._difference.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._difference.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._past and self._past.versions) if action == "restore_version" else True

    async def action_restore_version(self) -> None:
        version = self._marked
        if version is None:
            return
        entry_id, number = self.current_entry.id, version.number
        if await self.app.ask(lambda journal: journal.entries.restore_version(entry_id, number)) is None:
            return
        self.app.tell("These words are the newest again. What they replaced is an earlier version now.")
        self.app.post_message(JournalChanged())
        self.dismiss()

    def action_close_window(self) -> None:
        """From the words to the list, from the list out of here."""
        if self._difference.has_focus:
            self._rows.focus()
        else:
            self.dismiss()


def _row(past: PastVersions, place: int) -> Option:
    version, saved = past.versions[place]
    words = count_words(version.fields)
    size = Content(f"{words} {'word' if words == 1 else 'words'}").stylize("$quiet")
    return row(Line(Content(), plain_line(say_when(saved, past.today)), size), str(version.number))


def _said(found: list[FieldDifference]) -> Content:
    if not found:
        return Content("Nothing is different now.")
    parts: list[Content] = []
    for each in found:
        parts += [plain_line(each.label).stylize("$quiet"), _in_pieces(each.pieces), Content()]
    return Content("\n").join(parts)


def _in_pieces(pieces: list[Piece]) -> Content:
    said: list[Content] = []
    for place, piece in enumerate(pieces):
        if piece.state is State.NEW and place and not said[-1].plain[-1:].isspace():
            said.append(Content(" "))  # what came instead would cling to what went
        said.append(plain(piece.text).stylize(_STYLES[piece.state]))
    return Content("").join(said)
