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

from ...errors import PeerlogError
from ...journal.home import expanded
from ...journal.journal import Journal
from ..commands import bindings, keeping
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.plain import plain
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...journal.safekeeping.upkeep import RecoveryKey
    from ..journal_app import JournalApp

_FIRST = "Your first words are saved. "
_WHY = (
    "These 24 words open your journal when the passphrase is forgotten. Write them down, column by column, and keep "
    "them where you keep your passport: whoever has them and a copy of your journal can read it. They count once you "
    "have typed two of them back."
)
_NOT_YET = "These words do not open anything yet."
_COLUMN = 17
_ASKED = 2


_SHOWN_WITH = {
    "written_down": "words",
    "kit_to_file": "words",
    "later": "words",
    "write_kit": "file",
    "next_word": "check",
}
"""The part of the screen that must be shown for what can be done with it."""


class RecoveryKitScreen(Screen[None]):
    """Shows new recovery words. They open the journal only after two of them have been typed back."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    AUTO_FOCUS = "#kit"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        keeping.WrittenDown, keeping.WriteKit, keeping.NextWord, keeping.KitToFile, keeping.Later, keeping.WordsAgain
    )

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
        self._make()

    @work(exclusive=True)
    async def _make(self) -> None:
        """The words that were shown before while the journal was open, for they may be on paper already."""
        from ...journal.safekeeping.upkeep import new_recovery_key

        session = self.app.session
        key = session.shown_key or await self.app.ask(lambda journal: new_recovery_key())
        if key is None or not self.is_attached:
            return
        self._key = session.shown_key = key
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
        if action in _SHOWN_WITH:
            return self.is_mounted and self._shown == _SHOWN_WITH[action]
        if action == "words_again":
            return self.is_mounted and self._shown != "words"
        return True

    def action_written_down(self) -> None:
        self._ask_back()

    def _ask_back(self) -> None:
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
        waits = "The recovery kit waits on Today." if self._first else "They stay the same until you lock."
        self.app.tell(f"{_NOT_YET} {waits}")
        self.dismiss()

    def action_words_again(self) -> None:
        self._back_to_words()
        self._say(_NOT_YET)

    def action_write_kit(self) -> None:
        try:
            path = expanded(Path(self.query_one("#path", Input).value.strip()))
        except PeerlogError as error:
            self.app.tell_error(error)
        else:
            self._write(path)

    def action_next_word(self) -> None:
        if self.focused is self.query_one(f"#word-{_ASKED - 1}"):
            self._check()
        else:
            self.focus_next()

    @work(exclusive=True)
    async def _write(self, path: Path) -> None:
        from ...journal.private_files import write_private
        from ...journal.safekeeping.upkeep import recovery_kit

        key = self._key
        if key is None:
            return

        def write(journal: Journal) -> bool:
            write_private(path, recovery_kit(journal, key, journal.time.today()))
            return True

        if await self.app.ask(write):
            self._ask_back()
            self._say(f"The kit is in {path}. Print it, then delete the file. {_NOT_YET} Type two of them.")

    @work(exclusive=True)
    async def _check(self) -> None:
        from ...journal.safekeeping.upkeep import keep_recovery_key

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
            self.app.session.shown_key = None
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
