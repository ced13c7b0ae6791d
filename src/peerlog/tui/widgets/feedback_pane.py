"""The page of a piece of feedback: situation, behaviour, impact, and from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.kinds import FEEDBACK
from ...journal.giving import toggle_accepted
from ...journal.journal import Journal
from ..commands import asking, bindings
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from .given_pane import GivenPane
from .list_pane import Contents
from .plain import plain, plain_line

if TYPE_CHECKING:
    from ..actions.reflecting import ReflectingActions

_QUESTIONS = ("situation", "behaviour", "impact", "wish", "text")
_IN = "In your own record."
_OUT = "Not in your own record yet."


class FeedbackPane(GivenPane):
    heading = "Feedback"
    BINDINGS: ClassVar[list[BindingType]] = bindings(asking.AcceptFeedback, asking.ReflectOnFeedback)

    def page(self, journal: Journal, entry: Entry) -> Contents:
        accepted = bool(entry.fields.get("accepted"))
        how = Content(_IN).stylize("$accent") if accepted else Content(_OUT).stylize("$quiet")
        shown = self.headed(journal, entry, how)
        for name in _QUESTIONS:
            if said := entry.line(name):
                shown.gap()
                label = FEEDBACK.all_fields[name].label if name != "text" else "Besides"
                shown.add(Content.assemble((label, "$quiet"), "\n", plain(said)), entry, name)
        reflections = journal.entries.linking_to(entry)
        if reflections:
            shown.head("What came of it")
        for each in reflections:
            shown.add(plain_line(each.headline or each.kind), each, "linked")
        return shown

    def open_entry(self, entry: Entry) -> None:
        if entry.id == self.entry_id:
            self.action_edit_entry()
        else:
            super().open_entry(entry)

    @work(group=FOLLOWED)
    async def action_accept_feedback(self) -> None:
        changed = await self.app.ask(lambda journal: toggle_accepted(journal, self.entry_id))
        if changed is not None:
            self.app.tell(_IN if changed.fields.get("accepted") else "Taken out of your own record.", seconds=3)
            self.app.post_message(JournalChanged())

    def action_reflect_on_feedback(self) -> None:
        if self.entry:
            cast("ReflectingActions", self.app).reflect(about=self.entry)
