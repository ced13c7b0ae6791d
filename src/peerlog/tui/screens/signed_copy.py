"""Where a signed copy of an agreed text goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from ...domain.text import clean_line
from ...journal.agreeing.signed_copy import CopyWritten, copy_name, write_signed_copy
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from ..commands import bindings, confirm, texts_to_agree
from ..life.type_ahead import FOLLOWED
from ..widgets.field_row import show_beside
from ..widgets.footer import KeyLine
from ..widgets.path_line import PathLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_WHAT = (
    "A new folder with the text, as a page and as a PDF too, everybody's signature, and how anybody can check them "
    "without peerlog. A name that ends in .zip makes one file of it."
)
_OPEN = "It is not encrypted: whoever has it can read it. Tab completes a name."
_EARLIER = "A later version has been agreed since; the copy says so."


class SignedCopyScreen(Dialogue[CopyWritten]):
    """The result is what was written; None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(texts_to_agree.WriteSignedCopy, confirm.CloseWindow)

    def __init__(self, text: TextToAgree) -> None:
        super().__init__()
        self._text = text
        self._busy = False
        self._path = PathLine(str(Path("~") / copy_name(text)), ending=".zip", id="copy-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue"):
            yield Static(plain_line(f"A signed copy of “{self._text.name}”"), classes="dialogue-title")
            yield Static(_WHAT)
            yield Static("Where to", classes="ask")
            yield self._path
            yield Static(classes="field-said")
            earlier = f"{_EARLIER} " if self._text.state == "superseded" else ""
            yield Static(f"{earlier}{_OPEN}", classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._path.focus()

    async def action_write_signed_copy(self) -> None:
        typed = (await self._path.typed_so_far()).strip()
        if typed and not self._busy:
            self._write(Path(typed))

    @work(group=FOLLOWED, exclusive=True)
    async def _write(self, target: Path) -> None:
        """Write it, off the thread that draws: the PDF takes its time."""
        said, text = self.query_one(".field-said", Static), self._text

        def write(journal: Journal) -> CopyWritten:
            zipped, earlier = target.suffix.lower() == ".zip", text.state == "superseded"
            return write_signed_copy(journal, text, target, zipped=zipped, earlier=earlier)

        self._busy = True
        show_beside(said, "Writing …", wrong=False)
        written = await self.app.ask(write)
        self._busy = False
        if not self.is_attached:
            return
        show_beside(said, "", wrong=False)
        if written is not None:
            self.app.tell("\n".join([f"It is in {clean_line(str(written.path))}.", *written.warnings]), seconds=12)
            self.dismiss(written)

    def action_close_window(self) -> None:
        if not self._busy:
            self.dismiss(None)
