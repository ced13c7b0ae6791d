"""Answering a field of a body's record, with its length beside the limits while it is written."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from ...domain.entry import Draft, Entry
from ...domain.kinds import ANSWER
from ...domain.words_counted import length_of
from ...journal.cpd.answers import answers_of, set_answer
from ...journal.cpd.asked_in_record import Words, words_to_draw_on
from ...journal.cpd.writing_record import require_open_where
from ...journal.journal import Journal
from ..commands import bindings, cpd, editor, record
from ..forms.draft_keeper import DraftKeeper
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.own_words_beside import OwnWordsBeside
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import private_words
from ..widgets.standing_line import drawn
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...journal.cpd.asked import Asked
    from ..journal_app import JournalApp

_BAR = 20
_WIDE = 100


class AnswerScreen(Screen[bool]):
    """Leaving keeps the answer; an empty one takes it away. The result is whether to go on to the next."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        cpd.KeepAnswer, record.NextAnswer, record.OwnEntryWords, record.TakeEntryWords, editor.OutsideEditor
    )

    def __init__(
        self, item_id: str, asked: Asked, *, about: str = "", record_id: str = "", goes_on: bool = False
    ) -> None:
        """`item_id` is the activity, or the record, that the answer belongs to, and `about` what that is called.

        With a `record_id` nothing is kept where that record was handed in meanwhile.
        """
        super().__init__()
        self._item_id = item_id
        self._asked = asked
        self._about = about
        self._record_id = record_id
        self._goes_on = goes_on
        self._draft = secrets.token_hex(16)
        self._before: Entry | None = None
        self._words: list[Words] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._keeper = DraftKeeper(self, self.app, self._as_draft)

    def compose(self) -> ComposeResult:
        asked = self._asked
        with Horizontal(classes="page-top"):
            yield Static(plain_line(f"{asked.body}: {asked.part.label}"), classes="page-kind")
            yield LockNotice()
            yield Static(private_words(vent=False), classes="page-space")
        yield Static(self._question(), id="answer-question")
        yield Static(plain(self._hints()), id="answer-hint")
        with Horizontal(id="answer-sides"):
            yield TextEditor(asked.text, id="answer-text")
            yield OwnWordsBeside()
        yield Static(id="answer-length")
        yield KeyLine()

    def _question(self) -> Content:
        label = plain_line(self._asked.field.label).stylize("bold")
        return Content.assemble(label, "\n", plain_line(self._about).stylize("$quiet")) if self._about else label

    def _hints(self) -> str:
        asked = self._asked
        hints = [asked.field.hint]
        if asked.part.summary_only:
            hints.append("Only this is handed in, nothing else of the entry.")
        elif asked.field.draws == "evidence" and not asked.drawn:
            hints.append("A file that you keep with the entry is named here by itself.")
        elif asked.drawn and not asked.text:
            hints.append(f"While it is empty, it is taken from the entry: {asked.drawn}.")
        if not asked.field.confirmed:
            hints.append("Not confirmed: take it as a guide.")
        return "\n".join(each for each in hints if each)

    async def on_mount(self) -> None:
        self.query_one("#answer-hint").display = bool(self._hints())
        text = self.query_one(TextEditor)
        text.move_cursor(text.document.end)
        text.focus()
        self._say_length()
        await self._go_on()
        self._look_beside()

    async def _go_on(self) -> None:
        """Go on where somebody stopped without coming to an end."""

        def look(journal: Journal) -> tuple[Entry | None, Draft | None]:
            wanted = (self._asked.name, self._item_id)
            begun = [each for each in journal.entries.drafts() if each.kind == ANSWER.name]
            its = (each for each in begun if (each.fields.get("field"), each.fields.get("parent")) == wanted)
            draft = next(its, None)
            taken = journal.entries.take_over_draft(draft) if draft else None
            return answers_of(journal, self._item_id).get(self._asked.name), taken

        found = await self.app.ask(look)
        if found is None or not self.is_attached:
            return
        self._before, draft = found
        if draft is not None:
            self._draft = draft.id
            text = self.query_one(TextEditor)
            text.load(str(draft.fields.get("text") or ""))
            text.move_cursor(text.document.end)
            self.app.tell("You had begun this before: here is where you left it.")
            if self._before and draft.base != self._before.version and self._before.text.strip() not in text.text:
                self._take_in(self._before)

    # What can be drawn on

    @work(group="beside")
    async def _look_beside(self) -> None:
        """Show what one wrote about it beside the answer, where there is room."""
        if await self._fetch_words() and self.app.size.width >= _WIDE:
            self.query_one(OwnWordsBeside).display = True

    async def _fetch_words(self) -> bool:
        """Whether there is anything to draw on, which is fetched once."""
        async with self._one_at_a_time:
            if self._words is None:
                found = await self.app.ask(lambda journal: words_to_draw_on(journal, self._item_id))
                if not self.is_attached:
                    return False
                self._words = found or []
                self.query_one(OwnWordsBeside).show(self._words)
                self.refresh_bindings()
        return bool(self._words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_answer":
            return self._goes_on
        if action in ("own_entry_words", "take_entry_words"):
            return self._words is None or any(each.is_own or action == "own_entry_words" for each in self._words)
        return super().check_action(action, parameters)

    @work(group=FOLLOWED)
    async def action_own_entry_words(self) -> None:
        if await self._fetch_words():
            beside = self.query_one(OwnWordsBeside)
            beside.display = not beside.display

    @work(group=FOLLOWED)
    async def action_take_entry_words(self) -> None:
        await self._fetch_words()
        own = next((each for each in self._words or () if each.is_own), None)
        if own and self.is_attached:
            text = self.query_one(TextEditor)
            text.insert(own.text, text.cursor_location)
            text.focus()

    # Its length

    @on(TextArea.Changed)
    def _follow(self) -> None:
        self._say_length()
        if self._has_changed:
            self._keeper.note_change()

    def _say_length(self) -> None:
        length = length_of(self.query_one(TextEditor).text, self._asked.field)
        said = [Content(length.in_words).stylize("$warning" if length.is_over else "$quiet")]
        said += [drawn(length.share, _BAR)] if length.share >= 0 else []
        if most := self._asked.part.most_words:
            together = self._asked.others + length.words
            style = "$warning" if together > most else "$quiet"
            said.append(Content(f"with the others {together} of {most:,}").stylize(style))
        self.query_one("#answer-length", Static).update(Content("  ").join(said))

    # Keeping it

    @property
    def _has_changed(self) -> bool:
        return self.query_one(TextEditor).text.strip() != self._asked.text.strip()

    def _as_draft(self) -> Draft:
        text = self.query_one(TextEditor).text
        fields: dict[str, object] = {"field": self._asked.name, "parent": self._item_id, "text": text}
        id_, base = (self._before.id, self._before.version) if self._before else (None, 0)
        return Draft(self._draft, ANSWER.name, fields, "", id_, base)

    async def before_lock(self) -> bool:
        """Keep what is unsaved; whether that worked."""
        if self._has_changed:
            self._keeper.note_change()
        return await self._keeper.keep()

    async def action_keep_answer(self) -> None:
        await self._keep(goes_on=False)

    async def action_next_answer(self) -> None:
        await self._keep(goes_on=True)

    async def _keep(self, *, goes_on: bool) -> None:
        text, changed, known = self.query_one(TextEditor).text, self._has_changed, self._asked.text

        def keep(journal: Journal) -> tuple[Entry | None, bool]:
            """What was answered elsewhere while one wrote, where it is something else, and whether it was kept."""
            now = answers_of(journal, self._item_id).get(self._asked.name)
            if changed and now and now.text.strip() not in (known.strip(), text.strip()):
                return now, False
            if changed:
                require_open_where(journal, self._record_id)
                set_answer(journal, journal.entries.get(self._item_id), self._asked.name, text)
            journal.entries.drop_draft(self._draft)
            return None, True

        async with self._keeper.held():
            found = await self.app.ask(keep)
            if found is None:
                return
            elsewhere, kept = found
            if kept:
                self._keeper.end()
        if elsewhere:
            self._take_in(elsewhere)
            return
        if changed:
            self.app.post_message(JournalChanged())
        self.dismiss(goes_on)

    def _take_in(self, elsewhere: Entry) -> None:
        """Put what was answered elsewhere beneath what is written here, so that neither goes without being seen."""
        self._before, self._asked = elsewhere, replace(self._asked, text=elsewhere.text)
        text = self.query_one(TextEditor)
        text.insert(f"\n\n{elsewhere.text}", text.document.end)
        self.app.tell(
            "This was answered elsewhere while you wrote. Those words stand beneath yours now; once more keeps it.",
            seconds=12,
        )

    async def action_outside_editor(self) -> None:
        from ..forms.external_editor import write_outside

        await self.before_lock()
        await write_outside(self.app, self.query_one(TextEditor))
