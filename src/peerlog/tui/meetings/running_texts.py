"""The two texts of a meeting that runs, from what is typed to what is in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...journal.meeting import running
from ..forms.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import TextArea

    from ..journal_app import JournalApp
    from ..widgets.text_editor import TextEditor


class RunningTexts:
    """Keeps both as drafts while they are typed, and saves them together."""

    def __init__(
        self, screen: Screen[None], app: JournalApp, run: running.Running, notes: TextEditor, private: TextEditor
    ) -> None:
        self._app = app
        self.run = run
        self._notes, self._private = notes, private
        for text, words in ((notes, run.notes), (private, run.private)):
            text.load(words.text)
            text.read_only = False
        self._notes_keeper = DraftKeeper(screen, app, lambda: self.run.notes_draft(notes.text))
        self._private_keeper = DraftKeeper(screen, app, lambda: self.run.private_draft(private.text))

    def note_change(self, text: TextArea) -> None:
        """Something was typed in one of them."""
        if text is self._notes and text.text != self.run.notes.text:
            self._notes_keeper.note_change()
        elif text is self._private and text.text != self.run.private.text:
            self._private_keeper.note_change()

    async def keep(self) -> bool:
        """Keep both as drafts; whether that worked."""
        for text in (self._notes, self._private):
            self.note_change(text)
        return all([await keeper.keep() for keeper in (self._notes_keeper, self._private_keeper)])

    async def save(self) -> bool:
        """Save both; whether they are in the journal now. The meeting goes on."""
        run, notes, private = self.run, self._notes.text, self._private.text
        async with self._notes_keeper.held(), self._private_keeper.held():
            kept = await self._app.ask(lambda journal: running.keep_words(journal, run, notes, private))
            if kept is None:
                return False
            self.run = kept
            if self._notes.text == notes:
                self._notes_keeper.note_saved()
            if self._private.text == private:
                self._private_keeper.note_saved()
        return True

    def end(self) -> None:
        """Keep nothing any more: the meeting runs no longer."""
        self._notes_keeper.end()
        self._private_keeper.end()
