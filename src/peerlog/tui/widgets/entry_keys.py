"""What can be done in the journal with the entry that is read or marked, and what can be written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.kinds import REFLECTION
from ..keeping.kept_files import ask_for_file
from ..kind_pages import has_page
from ..messages import EntryOpened, ReflectionBegun, WritingBegun
from ..signing.signable import Signable

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_OF_ANY = frozenset({"edit_entry", "delete_entry", "earlier_versions", "keep_file"})


class EntryKeys(Signable):
    """A pane that knows which entry its keys are for."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is being read, else the one that is marked."""
        raise NotImplementedError

    @property
    def is_reading(self) -> bool:
        raise NotImplementedError

    async def show_what_is_left(self) -> None:
        """Show the journal after an entry has been deleted."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        current = self.current_entry
        if action in _OF_ANY:
            return current is not None
        if action == "open_page":
            return current is not None and has_page(current)
        if action == "share_a_part":
            return current is not None and not current.with_whom
        if action == "comment_here":
            return self.is_reading and bool(current and current.with_whom)
        return super().check_action(action, parameters)

    def action_new_entry(self) -> None:
        self.app.post_message(WritingBegun("note"))

    def action_new_other(self) -> None:
        from ..screens.new_page import KindScreen

        self.app.push_screen(KindScreen(), self._begin)

    def _begin(self, kind: str | None) -> None:
        if kind == REFLECTION.name:
            self.app.post_message(ReflectionBegun())
        elif kind:
            self.app.post_message(WritingBegun(kind))

    def action_edit_entry(self) -> None:
        from ..screens.editor import EditorScreen

        if self.current_entry:
            self.app.push_screen(EditorScreen(entry=self.current_entry))

    async def action_share_a_part(self) -> None:
        await self.app.run_action("share_a_part")

    def action_comment_here(self) -> None:
        if self.current_entry:
            self.app.post_message(WritingBegun("comment", {"parent": self.current_entry.id}))

    async def action_delete_entry(self) -> None:
        from ..keeping.deleting import delete

        doomed = self.current_entry
        if doomed and await delete(self.app, doomed):
            await self.show_what_is_left()

    def action_keep_file(self) -> None:
        ask_for_file(self.app, self.current_entry)

    def action_open_page(self) -> None:
        if self.current_entry:
            self.app.post_message(EntryOpened(self.current_entry.id))

    def action_earlier_versions(self) -> None:
        from ..screens.versions import VersionsScreen

        if self.current_entry:
            self.app.push_screen(VersionsScreen(self.current_entry))
