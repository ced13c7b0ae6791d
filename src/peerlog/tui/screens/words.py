"""The words that two who have just met say to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...journal.journal import Journal
from ..commands import bindings, sharing
from ..messages import JournalChanged
from ..type_ahead import FOLLOWED
from ..widgets.big_words import big_words
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...journal.circle.circles import Circle, Member
    from ..journal_app import JournalApp

_WHY = (
    "Say them to each other on the call, or face to face; not by the way that the files came. The same words mean "
    "that nobody stands between you."
)
_LATER = "can do this any time. Until then it says beside the name that it has not been done."


class WordsScreen(Dialogue[None]):
    """Shows them large; one key says how it went."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.SameWords, sharing.DifferentWords, sharing.WordsLater)

    def __init__(self, circle: Circle, member: Member) -> None:
        super().__init__()
        self._circle, self._member = circle, member
        self._longer = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="words"):
            yield Static(Content.assemble("You and ", plain_line(self._member.name)), classes="dialogue-title")
            yield Static(_WHY)
            yield Static(id="the-words")
            yield Static(
                Content.assemble(
                    ("s", "bold"), " the same     ", ("d", "bold"), " different     ", ("Esc", "bold"), " later"
                ).stylize_before("$quiet")
            )
            yield Static(Content.assemble("You ", _LATER), classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._look_up()

    @work(group=FOLLOWED, exclusive=True)
    async def _look_up(self) -> None:
        from ...journal.first_meeting.comparing import words_with

        words = await self.app.ask(lambda journal: words_with(journal, self._circle, self._member, longer=self._longer))
        if words is not None and self.is_attached:
            self.query_one("#the-words", Static).update(big_words(words))

    @work(group=FOLLOWED, exclusive=True)
    async def action_same_words(self) -> None:
        from ...journal.first_meeting.comparing import confirm_words

        def confirm(journal: Journal) -> Circle:
            return confirm_words(journal, self._circle, self._member)

        if await self.app.ask(confirm) and self.is_attached:
            self.app.post_message(JournalChanged())
            self.app.tell(f"You know now that it is {plain_line(self._member.name).plain}.")
            self.dismiss(None)

    def action_different_words(self) -> None:
        from .confirm import ConfirmScreen

        name = plain_line(self._member.name).plain
        about = (
            f"Then a file may have been swapped on its way, and what you take for {name} may be somebody else. From "
            "here on nothing of yours goes there, and you meet anew by another way, such as in person."
        )
        self.app.push_screen(
            ConfirmScreen("The words are different?", "put it away", "look again", about=about), self._differ
        )

    def _differ(self, sure: bool | None) -> None:
        if sure:
            self._put_away()

    @work(group=FOLLOWED, exclusive=True)
    async def _put_away(self) -> None:
        from ...journal.first_meeting.comparing import what_differing_words_mean, words_differ

        done = await self.app.ask(lambda journal: (words_differ(journal, self._circle, self._member),))
        if done and self.is_attached:
            self.app.post_message(JournalChanged())
            told = [each for each in what_differing_words_mean(done[0], self._member) if "“peerlog " not in each]
            self.app.tell("\n".join([*told, "Begin anew, and bring the file yourself if you can."]), seconds=20)
            self.dismiss(None)

    def action_words_later(self) -> None:
        self.dismiss(None)
