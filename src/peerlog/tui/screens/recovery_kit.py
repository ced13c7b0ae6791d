"""The recovery kit: 24 words on the screen, of which two are asked back before they count."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from ...journal.journal import Journal
from ..commands import bindings, keeping
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...journal.upkeep import RecoveryKey
    from ..journal_app import JournalApp

_FIRST = "Your first words are saved. "
_WHY = (
    "These 24 words open your journal when the passphrase is forgotten. Write them down, column by column, and keep "
    "them where you keep your passport: whoever has them and a copy of your journal can read it."
)
_COLUMN = 17
_ASKED = 2


class RecoveryKitScreen(Screen[None]):
    """Shows new recovery words. They open the journal only after two of them have been typed back."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    AUTO_FOCUS = "#kit"
    BINDINGS: ClassVar[list[BindingType]] = bindings(keeping.WrittenDown, keeping.KitToFile, keeping.Later)

    def __init__(self, *, first: bool = False) -> None:
        """`first` says that it comes by itself, after the first saved entry."""
        super().__init__()
        self._first = first
        self._key: RecoveryKey | None = None
        self._asked: list[int] = []

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with VerticalScroll(id="kit"):
            yield Static("Recovery kit", classes="screen-title")
            yield Static((_FIRST if self._first else "") + _WHY, id="why")
            yield Static(id="words")
            with Vertical(id="check"):
                yield Static("Look at your paper: which words are these?", classes="ask")
                for number in range(_ASKED):
                    yield Input(compact=True, id=f"word-{number}")
            with Vertical(id="file"):
                yield Static("The new file for the kit. Print it, then delete it.", classes="ask")
                yield Input(compact=True, id="path")
            yield Static(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show("words")
        self.run_worker(self._make, thread=True)

    def _make(self) -> None:
        from ...journal.upkeep import new_recovery_key

        self.app.call_from_thread(self._show_words, new_recovery_key())

    def _show_words(self, key: RecoveryKey) -> None:
        self._key = key
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """The words down four columns, or three where the terminal is narrow."""
        if self._key is None:
            return
        words = self._key.words
        rows = len(words) // (4 if self.query_one("#kit").content_size.width >= 4 * _COLUMN else 3)
        lines = [
            Content("").join(_cell(place + 1, words[place]) for place in range(row, len(words), rows))
            for row in range(rows)
        ]
        self.query_one("#words", Static).update(Content("\n").join(lines))

    def _show(self, part: str) -> None:
        """Show the words, the two questions or the field for a file; never the words beside the questions."""
        for each in ("words", "check", "file"):
            self.query_one(f"#{each}").display = each == part
        self._say()
        self.refresh_bindings()

    def _back_to_words(self) -> None:
        self._show("words")
        self.query_one("#kit").focus()

    @property
    def _shown(self) -> str:
        return next(part for part in ("words", "check", "file") if self.query_one(f"#{part}").display)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._shown == "words" if action in ("written_down", "kit_to_file") else True

    def action_written_down(self) -> None:
        if self._key is None:
            return
        self._asked = sorted(secrets.SystemRandom().sample(range(len(self._key.words)), _ASKED))
        for number, place in enumerate(self._asked):
            field = self.query_one(f"#word-{number}", Input)
            field.clear()
            field.placeholder = f"word {place + 1}"
        self._show("check")
        self.query_one("#word-0", Input).focus()

    def action_kit_to_file(self) -> None:
        self._show("file")
        path = self.query_one("#path", Input)
        path.value = path.value or str(Path("~") / "peerlog-recovery-kit.txt")
        path.focus()

    def action_later(self) -> None:
        if self._shown != "words":
            self._back_to_words()
            return
        if self._first:
            self.app.tell("The recovery kit waits on Today.")
        self.dismiss()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "path":
            self._write(Path(event.value).expanduser())
        elif event.input.id == f"word-{_ASKED - 1}":
            self._check()
        else:
            self.focus_next()

    @work(exclusive=True)
    async def _write(self, path: Path) -> None:
        from ...journal.private_files import write_private
        from ...journal.upkeep import recovery_kit

        key = self._key
        if key is None:
            return

        def write(journal: Journal) -> bool:
            write_private(path, recovery_kit(journal, key, journal.time.today()))
            return True

        if await self.app.ask(write):
            self._back_to_words()
            self._say(f"The kit is in {path}. Print it, then delete the file.")

    @work(exclusive=True)
    async def _check(self) -> None:
        from ...journal.upkeep import keep_recovery_key

        key = self._key
        if key is None:
            return
        typed = [self.query_one(f"#word-{number}", Input).value.strip().casefold() for number in range(_ASKED)]
        wrong = [place for place, said in zip(self._asked, typed, strict=True) if not _is(said, key.words[place])]
        if wrong:
            self.query_one(f"#word-{self._asked.index(wrong[0])}", Input).focus()
            self._say(f"Word {wrong[0] + 1} is another one. Esc shows the words again.")
            return

        def keep(journal: Journal) -> bool:
            keep_recovery_key(journal, key)
            return True

        if await self.app.ask(keep):
            self.app.tell("Your recovery kit is made: from now on these words open your journal.")
            self.app.post_message(JournalChanged())
            self.dismiss()

    def _say(self, said: str = "") -> None:
        self.query_one("#answer", Static).update(plain(said))


def _is(typed: str, word: str) -> bool:
    """No two words of the list share their first four letters."""
    return typed == word or (len(typed) >= 4 and word.startswith(typed))


def _cell(number: int, word: str) -> Content:
    return Content.assemble((f"{number:>4}. ", "$quiet"), f"{word:<11}")
