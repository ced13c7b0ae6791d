"""One line that offers to go on with what was being written when the journal was locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Draft
from ...domain.text import clean_line, first_line, shorten
from ..commands.everywhere import GoOn
from ..keys.keymap import say_keys
from ..messages import DraftOpened

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


class Offer(Static):
    """Hidden until there is something to offer; a click or Ctrl-O takes it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    DEFAULT_CSS = """
    Offer { display: none; height: 1; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None

    @work(exclusive=True)
    async def look(self) -> None:
        """Offer the draft that was written last, if there is one."""
        drafts = await self.app.ask(lambda journal: journal.entries.drafts())
        if drafts and self.is_attached:
            self._show(drafts[0])

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        title = str(draft.fields.get("title") or "") or first_line(str(draft.fields.get("text") or ""))
        said = shorten(clean_line(title), 40) or f"a {draft.kind}"
        keys = say_keys(GoOn, self.app.settings.keys)
        self.update(Content.assemble(("Unfinished: ", "$quiet"), Content(said), (f"   {keys} ", "bold"), "goes on"))
        self.display = True

    def on_journal_changed(self) -> None:
        self.display = False

    def on_click(self) -> None:
        if self._draft:
            self.app.post_message(DraftOpened(self._draft))
