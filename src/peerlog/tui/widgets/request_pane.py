"""The page of a request: what is asked, the text, and the answers in order."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.help_wanted import help_wanted, wants_edits
from ...domain.kinds.request import STATES
from ...domain.suggested_edit import changes
from ...journal.asking import answers, move_on
from ...journal.journal import Journal
from ..commands import asking, bindings
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged, WritingBegun
from ..together.asking_words import beginning, by_whom, needed_by, who_asks_whom
from .entry_pane import EntryPane
from .list_pane import Contents
from .plain import plain, plain_line
from .when import say_when

_MOST_LINES = 14
_LABELS = {state.value: state.label for state in STATES}
_NO_ANSWER = Content.assemble(
    ("No answer yet. ", "$quiet"), ("a", "bold $accent"), (" writes yours, or what somebody told you.", "$quiet")
)


class RequestPane(EntryPane):
    """Enter on an answer that suggests changes goes through them; on the text it opens the form."""

    heading = "Request"
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        asking.AnswerRequest, asking.SuggestChanges, asking.ChangeRequestState
    )

    def page(self, journal: Journal, entry: Entry) -> Contents:
        today = journal.time.today()
        shown = Contents(plain_line(entry.title or "A second pair of eyes").stylize("bold"), today, journal.time.zone)
        shown.about = _about(entry, today)
        if entry.text:
            shown.add(beginning(entry.text, _MOST_LINES), entry, "text")
        comments = answers(journal, entry)
        shown.head("Answers")
        if not comments:
            shown.read(_NO_ANSWER)
        for place, comment in enumerate(comments):
            if place:
                shown.gap()
            when = say_when(journal.entries.when_of(comment), today)
            shown.add(_answer(entry, comment, when), comment, "answer")
        return shown

    def open_entry(self, entry: Entry) -> None:
        if entry.id == self.entry_id:
            self.action_edit_entry()
        elif self.entry and _changes(self.entry, entry):
            self._go_through(self.entry, entry)
        else:
            super().open_entry(entry)

    def _go_through(self, request: Entry, comment: Entry) -> None:
        from ..screens.suggested_edit import SuggestedEditScreen

        self.app.push_screen(SuggestedEditScreen(request, comment))

    def action_answer_request(self) -> None:
        if self.entry and wants_edits(self.entry):
            self.action_suggest_changes()
        else:
            self.app.post_message(WritingBegun("comment", {"parent": self.entry_id}))

    def action_suggest_changes(self) -> None:
        if self.entry and self.entry.text:
            self.app.post_message(WritingBegun("comment", {"parent": self.entry_id, "suggestion": self.entry.text}))
        else:
            self.app.tell("There is no text to change yet.")

    @work(group=FOLLOWED)
    async def action_change_request_state(self) -> None:
        changed = await self.app.ask(lambda journal: move_on(journal, self.entry_id))
        if changed is not None:
            self.app.tell(f"It is {_LABELS[changed.state]} now.", seconds=3)
            self.app.post_message(JournalChanged())


def _about(request: Entry, today: date) -> Content:
    facts = [who_asks_whom(request), needed_by(request, today), _LABELS.get(request.state, request.state)]
    return Content("\n").join(
        [
            plain_line(" · ".join(each for each in facts if each)).stylize("$quiet"),
            plain_line(help_wanted(request)).stylize("$accent"),
        ]
    )


def _answer(request: Entry, comment: Entry, when: str) -> Content:
    parts = [Content.assemble(by_whom(comment), (f"  {when}", "$quiet"))]
    if comment.text:
        parts.append(plain(comment.text))
    if comment.line("suggestion"):
        parts.append(_suggestion(_changes(request, comment)))
    return Content("\n").join(parts)


def _suggestion(found: int) -> Content:
    if not found:
        return Content("The text reads as suggested.").stylize("$quiet")
    said = "suggests a change" if found == 1 else f"suggests {found} changes"
    return Content.assemble((said, "$accent"), ("   Enter goes through them" if found > 1 else "   Enter", "$quiet"))


def _changes(request: Entry, comment: Entry) -> int:
    """How many changes an answer suggests to the text as it stands."""
    suggestion = comment.line("suggestion")
    return len(changes(request.text, suggestion)) if suggestion else 0
