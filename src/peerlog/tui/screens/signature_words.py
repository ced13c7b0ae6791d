"""The eight words by which it is known whose signature came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...journal.countersigning.countersignatures import Countersigned
from ...journal.journal import Journal
from ..commands import bindings, sharing
from ..messages import JournalChanged
from ..type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_WHY = (
    "Whoever signed saw these words then. Ask for them on the phone, or face to face; not by the way that the file "
    "came. The same words mean that it is their signature."
)


class SignatureWordsScreen(Dialogue[None]):
    """Shows them in two rows; one key says how it went."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.SameWords, sharing.DifferentWords, sharing.WordsLater)

    def __init__(self, one: Countersigned, words: tuple[str, ...]) -> None:
        super().__init__()
        self._one = one
        self._words = words

    def compose(self) -> ComposeResult:
        half = len(self._words) // 2
        with Vertical(classes="dialogue"):
            yield Static(Content.assemble("You and ", plain_line(self._one.who)), classes="dialogue-title")
            yield Static(_WHY)
            yield Static(
                Content("\n\n").join(
                    Content("   ".join(part)).stylize("bold $accent")
                    for part in (self._words[:half], self._words[half:])
                ),
                id="signature-words",
            )
            yield Static(
                Content.assemble(
                    ("s", "bold"), " the same     ", ("d", "bold"), " different     ", ("Esc", "bold"), " later"
                ).stylize_before("$quiet")
            )
        yield KeyLine()

    @work(group=FOLLOWED, exclusive=True)
    async def action_same_words(self) -> None:
        from ...journal.countersigning.taking_countersignatures import same_words

        if await self.app.ask(lambda journal: same_words(journal, self._one)) and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell(f"You know now that it is {plain_line(self._one.who).plain}.")
            self.dismiss(None)

    def action_different_words(self) -> None:
        from .confirm import ConfirmScreen

        about = "Then somebody else may have made it. What you asked waits for an answer again."
        self.app.push_screen(
            ConfirmScreen("The words are different?", "take it away", "look again", about=about), self._differ
        )

    def _differ(self, sure: bool | None) -> None:
        if sure:
            self._take_away()

    @work(group=FOLLOWED, exclusive=True)
    async def _take_away(self) -> None:
        from ...journal.countersigning.taking_countersignatures import different_words

        def differ(journal: Journal) -> bool:
            different_words(journal, self._one)
            return True

        if await self.app.ask(differ) and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell("It is gone. Ask them to sign once more.", seconds=10)
            self.dismiss(None)

    def action_words_later(self) -> None:
        self.dismiss(None)
