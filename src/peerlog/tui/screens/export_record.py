"""Writing a record to a file that is handed in: in which format, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...domain.text import clean_line
from ...journal.cpd.identifiable import NOT_SURE
from ...journal.cpd.record_files import Written, cautions_for, file_name, path_said, place_for, write_record
from ...journal.cpd.record_formats import WHAT_FOR
from ...journal.cpd.record_leaving import Leaving
from ..commands import bindings, confirm, record_leaving
from ..life.type_ahead import FOLLOWED
from ..widgets.field_row import show_beside
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.path_line import PathLine
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from .dialogue import Dialogue
from .keep_file import dropped

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

CARRY = "carry"
_LABEL = 15
_FIELD_BY_FIELD = "copied one by one, as this body asks for it"
_OPEN = "A file or a folder. It is not encrypted there. Tab completes a name."


class ExportRecordScreen(Dialogue[str]):
    """The result is the path that was written, `CARRY` for the way through the clipboard, None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-roomy")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        record_leaving.WriteRecord, record_leaving.NextFormat, record_leaving.FormatBefore, confirm.CloseWindow
    )

    def __init__(self, leaving: Leaving) -> None:
        super().__init__()
        self._entry = leaving.entry
        self._record = leaving.record
        self._about = "" if leaving.findings else f"{NOT_SURE} {leaving.reminder}".strip()
        self._formats = ([CARRY] if self._record.handing.is_field_by_field else []) + list(WHAT_FOR)
        self._busy = False
        self._path = PathLine(str(Path("~") / file_name(self._record, "pdf")), ending="", id="record-path")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="export-record"):
            yield Static(plain_line(f"Export: {self._entry.title}"), classes="dialogue-title")
            yield Static(plain(self._record.handing.in_words).stylize("$quiet"), id="record-handing")
            yield Rows()
            yield Static("Where to", classes="ask", id="record-where")
            yield self._path
            yield Static(classes="field-said")
            yield Static(plain(self._about), classes="about", id="record-about")
        yield KeyLine()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.can_focus = False
        rows.show([_row(each) for each in self._formats])
        self.query_one("#record-about").display = bool(self._about)
        self._path.focus()
        self._say(_OPEN)

    @property
    def _format(self) -> str:
        return self._formats[self.query_one(Rows).highlighted or 0]

    def action_next_format(self) -> None:
        self._go(1)

    def action_format_before(self) -> None:
        self._go(-1)

    def _go(self, by: int) -> None:
        rows = self.query_one(Rows)
        rows.highlighted = ((rows.highlighted or 0) + by) % len(self._formats)

    @on(OptionList.OptionHighlighted)
    def _follow_format(self) -> None:
        """The name takes the ending of the format, where it had that of another."""
        is_carried = self._format == CARRY
        for place in (self._path, self.query_one("#record-where"), self.query_one(".field-said")):
            place.display = not is_carried
        stem, dot, ending = self._path.value.rpartition(".")
        if dot and not is_carried and ending.casefold() in WHAT_FOR and ending.casefold() != self._format:
            self._path.value = f"{stem}.{self._format}"
            self._path.cursor_position = len(self._path.value)
        if not is_carried:
            self._path.focus()
            self._path.call_after_refresh(self._path.scroll_visible, animate=False)

    @on(Input.Changed, "#record-path")
    def _follow_path(self, event: Input.Changed) -> None:
        """An ending that somebody types chooses its format."""
        ending = event.value.rpartition(".")[2].strip().casefold()
        if self._format != CARRY and ending in WHAT_FOR and ending != self._format:
            self.query_one(Rows).highlighted = self._formats.index(ending)

    async def action_write_record(self) -> None:
        if self._format == CARRY:
            self.dismiss(CARRY)
            return
        typed = dropped(await self._path.typed_so_far())
        if typed and not self._busy:
            self._look_at(typed)

    @work(group=FOLLOWED, exclusive=True)
    async def _look_at(self, typed: str) -> None:
        """Ask about what else there is to know of the place before anything is written."""
        format_ = self._format

        def look(_: object) -> tuple[Path, bool, tuple[str, ...]]:
            target = place_for(path_said(typed), self._record, format_, force=True)
            return target, target.exists(), cautions_for(target)

        found = await self.app.ask(look)
        if found is None or not self.is_attached:
            return
        target, is_there, cautions = found
        if is_there or cautions:
            self._ask_about(target, format_, is_there=is_there, cautions=cautions)
        else:
            await self._write(target, format_, force=False)

    def _ask_about(self, target: Path, format_: str, *, is_there: bool, cautions: tuple[str, ...]) -> None:
        from .confirm import ConfirmScreen

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_worker(self._write(target, format_, force=is_there), group=FOLLOWED)

        question = f"There is a “{clean_line(target.name)}” already." if is_there else "Write it there all the same?"
        yes = "writes over it" if is_there else "writes it"
        self.app.push_screen(ConfirmScreen(question, yes, "goes back", about="\n".join(cautions)), answered)

    async def _write(self, target: Path, format_: str, *, force: bool) -> None:
        record = self._record
        self._busy = True
        self._say(f"Writing the {WHAT_FOR[format_][0]} …")
        written = await self.app.ask(lambda journal: write_record(journal, record, target, format_, force=force))
        self._busy = False
        if self.is_attached:
            self._say(_OPEN)
            if written is not None:
                self._say_written(written)
                self.dismiss(str(written.path))

    def _say_written(self, written: Written) -> None:
        said = f"It is in {clean_line(str(written.path))}, not encrypted. H on its page notes that you handed it in."
        self.app.tell("\n".join([said, *written.warnings]), seconds=12)

    def _say(self, said: str) -> None:
        show_beside(self.query_one(".field-said", Static), said, wrong=False)

    def action_close_window(self) -> None:
        if not self._busy:
            self.dismiss(None)


def _row(format_: str) -> Option:
    label, about = WHAT_FOR.get(format_, ("Field by field", _FIELD_BY_FIELD))
    return row(Line(Content(label), Content(about).stylize("$quiet"), label_width=_LABEL), format_)
