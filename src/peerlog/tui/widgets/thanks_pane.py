"""The page of a thank-you, and whether it may be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.quoting import said_about_quoting
from ...domain.text import clean_line
from ...journal.giving import set_quotable
from ...journal.journal import Journal
from ..commands import asking, bindings, texts_to_agree
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..signing.signed_rows import TEXT, signed_rows
from ..together.asking_words import beginning
from .given_pane import GivenPane
from .list_pane import Contents
from .plain import plain_line

if TYPE_CHECKING:
    from ..actions.agreeing_texts import AgreeingTextActions

_MOST_LINES = 30


class ThanksPane(GivenPane):
    heading = "Thanks"
    BINDINGS: ClassVar[list[BindingType]] = bindings(asking.MayBeQuoted, texts_to_agree.PutForward)

    def page(self, journal: Journal, entry: Entry) -> Contents:
        quotable = bool(entry.fields.get("quotable"))
        quoting = said_about_quoting(entry.line("source"), quotable=quotable)
        shown = self.headed(journal, entry, plain_line(quoting).stylize("$accent" if quotable else "$quiet"))
        if entry.text:
            shown.add(beginning(entry.text, _MOST_LINES), entry, "text")
        signed_rows(journal, entry).add_to(shown)
        return shown

    def open_other(self, option_id: str) -> None:
        if option_id.startswith(TEXT):
            cast("AgreeingTextActions", self.app).show_text(option_id.removeprefix(TEXT))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "put_forward":
            thanks = self.entry
            return bool(thanks and thanks.with_whom and thanks.fields.get("quotable"))
        return super().check_action(action, parameters)

    def action_put_forward(self) -> None:
        cast("AgreeingTextActions", self.app).put_forward(self.entry)

    def open_entry(self, entry: Entry) -> None:
        self.action_edit_entry()

    def action_may_be_quoted(self) -> None:
        thanks = self.entry
        if thanks is None:
            return
        author = clean_line(thanks.line("source"))
        if not author or thanks.fields.get("quotable"):
            self._set(thanks, quotable=not thanks.fields.get("quotable"))
            return
        from ..screens.confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._set(thanks, quotable=True)

        asked = f"Did {author} say that this may be quoted?"
        about = f"Only {author} decides that. If you have not asked yet, ask first."
        self.app.push_screen(ConfirmScreen(asked, "said so", "not yet", about=about), answered)

    @work(group=FOLLOWED)
    async def _set(self, thanks: Entry, *, quotable: bool) -> None:
        """Whoever comes here has written it, or says that its author said so."""
        if await self.app.ask(lambda journal: set_quotable(journal, thanks.id, quotable=quotable, they_said_so=True)):
            self.app.tell(said_about_quoting(clean_line(thanks.line("source")), quotable=quotable), seconds=4)
            self.app.post_message(JournalChanged())
