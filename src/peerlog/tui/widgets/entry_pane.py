"""What the page of one entry shows: rows of what belongs to it, and on wide screens a look at what is marked."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from ...domain.entry import Entry
from ...domain.kinds import ACTIVITY, REQUEST
from ...journal.countersigning.countersignatures import countersignatures_of
from ...journal.cpd.activity_files import files_about
from ...journal.cpd.own_days import own_day_in_words
from ...journal.cpd.quiet_marks import mark_of
from ...journal.journal import Journal
from ...journal.shared.shared_facts import shared_facts
from ...journal.versions.two_versions import two_versions_of
from ..commands import bindings, entry
from ..keeping.kept_files import ask_for_file, file_of, file_rows, open_file
from ..messages import EntryOpened
from ..reading.reading import comments_on
from ..reading.shared_words import say_shared
from ..signing.countersigned_rows import countersigned_id, countersigned_rows
from ..signing.signable import Signable
from .entry_words import say_two_versions
from .line import LABEL_WIDTH, labelled
from .list_pane import Contents, ListPane
from .plain import plain_line
from .when import say_when


class EntryPane(ListPane, Signable):
    """A list about one entry. What it shows comes from `page`, which runs in the journal's thread."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(entry.EditEntry, entry.DeleteEntry)

    class Gone(Message):
        """The entry is not there any more."""

    class Shown(Message):
        """It is on the screen, as it is now."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, entry_id: str) -> None:
        super().__init__(id="page")
        self.entry_id = entry_id
        self.entry: Entry | None = None

    def page(self, journal: Journal, entry: Entry) -> Contents:
        raise NotImplementedError

    def contents(self, journal: Journal) -> Contents:
        found = journal.entries.find(self.entry_id)
        if found is None or found.deleted:
            return Contents(Content(), journal.time.today(), journal.time.zone, is_gone=True)
        shown = self.page(journal, found)
        shown.entry = found
        if found.kind != REQUEST.name:  # there they are the answers, which the page is about
            _add_comments(shown, journal, found)
        _add_countersignatures(shown, journal, found)
        _add_files(shown, journal, found)
        apart = say_two_versions(tuple(each.label for each in two_versions_of(journal, found)))
        if apart:
            shown.about = Content("\n").join([apart, shown.about] if shown.about else [apart])
        mark = mark_of(journal, found) if found.kind != ACTIVITY.name else None  # its page says so in a row of its own
        for words in filter(None, (mark.in_words if mark else "", own_day_in_words(journal, found))):
            quiet = plain_line(words).stylize("$quiet")
            shown.about = Content("\n").join([shown.about, quiet] if shown.about else [quiet])
        facts = shared_facts(journal, found)
        if facts:
            said = say_shared(facts, shown.day)
            shown.about = Content("\n").join([shown.about, said] if shown.about else [said])
        return shown

    def show(self, shown: Contents) -> None:
        self.entry = shown.entry
        if shown.is_gone:
            self.post_message(self.Gone())
        else:
            if shown.entry:
                self.post_message(self.Shown(shown.entry))
            super().show(shown)

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is marked, else the one that the page is about."""
        return super().current_entry or self.entry

    def action_edit_entry(self) -> None:
        from ..screens.editor import EditorScreen

        if self.entry:
            self.app.push_screen(EditorScreen(entry=self.entry))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a file that is kept with it, or a signature; any other row is opened as in every list."""
        if signed := countersigned_id(event.option_id):
            event.stop()
            event.prevent_default()
            self.app.post_message(EntryOpened(signed))
            return
        file = file_of(event.option_id, self.shown.files if self.shown else ())
        if file and self.shown:
            event.stop()
            event.prevent_default()
            open_file(self.app, file, self.shown.zone, self.shown.day)

    def action_keep_file(self) -> None:
        ask_for_file(self.app, self.entry)

    async def action_delete_entry(self) -> None:
        """Delete what is marked where it is a part of this page, else all of it."""
        from ..keeping.deleting import delete

        marked = super().current_entry
        doomed = marked if marked and marked.parent == self.entry_id else self.entry
        if doomed:
            await delete(self.app, doomed)


def _add_countersignatures(shown: Contents, journal: Journal, entry: Entry) -> None:
    found = countersignatures_of(journal, entry.id)
    if found:
        shown.gap()
        shown.options += countersigned_rows(found, LABEL_WIDTH)


def _add_files(shown: Contents, journal: Journal, entry: Entry) -> None:
    shown.files = files_about(journal, entry)
    if shown.files:
        shown.gap()
        shown.options += file_rows(shown.files, LABEL_WIDTH, shown.day, shown.zone)


def _add_comments(shown: Contents, journal: Journal, entry: Entry) -> None:
    comments = comments_on(journal, entry)
    if comments:
        shown.head("Comments")
    for who, comment in comments:
        when = say_when(journal.entries.when_of(comment), shown.day)
        shown.add(labelled(who, comment.headline or "suggests other words", when), comment, "comment")
