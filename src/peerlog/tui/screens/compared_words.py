"""Words that two compare aloud, so that both know that nobody stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...journal.journal import Journal
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..widgets.big_words import big_words
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

Differed = TypeVar("Differed")
"""What is known once it has been noted that the words differ."""


class ComparedWordsScreen(Dialogue[None], Generic[Differed]):
    """Shows the words large; one key says how it went. Whoever builds on it binds the three keys."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    why: ClassVar[str]
    """How they are compared, and what the same words mean."""
    stop: ClassVar[str]
    """What the answer does that the words are different."""
    about_later: ClassVar[str] = ""
    """What holds until they have been compared."""

    def __init__(self, whose: str, words: tuple[str, ...] = ()) -> None:
        """`whose` heads the dialogue; words that are not known yet are shown with `show_words`."""
        super().__init__()
        self._whose = whose
        self._words = words

    # What whoever builds on it says

    def in_large(self, words: tuple[str, ...]) -> Content:
        return big_words(words)

    def note_same(self, journal: Journal) -> object:
        """Note that the words are the same."""
        raise NotImplementedError

    def note_different(self, journal: Journal) -> Differed:
        """Note that the words differ."""
        raise NotImplementedError

    @property
    def said_same(self) -> str:
        """What is told after `note_same`."""
        raise NotImplementedError

    @property
    def if_different(self) -> str:
        """What words that differ mean, for somebody who is about to say so."""
        raise NotImplementedError

    def said_different(self, noted: Differed) -> str:
        """What is told after `note_different`."""
        raise NotImplementedError

    # The dialogue

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="compared"):
            yield Static(plain_line(self._whose), classes="dialogue-title")
            yield Static(self.why)
            yield Static(self.in_large(self._words), classes="compared-words")
            yield Static(
                Content.assemble(
                    ("s", "bold"), " the same     ", ("d", "bold"), " different     ", ("Esc", "bold"), " later"
                ).stylize_before("$quiet")
            )
            if self.about_later:
                yield Static(self.about_later, classes="about")
        yield KeyLine()

    def show_words(self, words: tuple[str, ...]) -> None:
        self.query_one(".compared-words", Static).update(self.in_large(words))

    @work(group=FOLLOWED, exclusive=True)
    async def action_same_words(self) -> None:
        if await self.app.ask(lambda journal: (self.note_same(journal),)) and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell(self.said_same)
            self.dismiss(None)

    def action_different_words(self) -> None:
        from .confirm import ConfirmScreen

        asked = ConfirmScreen("The words are different?", self.stop, "look again", about=self.if_different)
        self.app.push_screen(asked, self._answered)

    def _answered(self, they_differ: bool | None) -> None:
        if they_differ:
            self._stop()

    @work(group=FOLLOWED, exclusive=True)
    async def _stop(self) -> None:
        noted = await self.app.ask(lambda journal: (self.note_different(journal),))
        if noted and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell(self.said_different(noted[0]), seconds=20)
            self.dismiss(None)

    def action_words_later(self) -> None:
        self.dismiss(None)
