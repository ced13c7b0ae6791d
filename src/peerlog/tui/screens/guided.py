"""Reflecting by a model: one question at a time, and beside it what is written so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Draft, Entry
from ...domain.field import Value
from ...domain.walk import Walk
from ...journal.journal import Journal
from ..commands import bindings, editor, reflecting
from ..forms.draft_keeper import DraftKeeper
from ..forms.guided_form import GuidedForm
from ..forms.guided_writing import Guided, begin_reflection, go_on_reflecting, reflect_again
from ..keys.keymap import say_keys
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.linked_entries import LinkedEntries
from ..widgets.meta_line import MetaLine
from ..widgets.plain import plain, plain_line
from ..widgets.so_far import Progress, SoFar, whole
from ..widgets.text_editor import TextEditor
from ..widgets.topline import LockNotice
from .editor import EditorScreen


class GuidedScreen(EditorScreen, inherit_bindings=False):
    """A new reflection, one to go on with, or one to go through again. What `EditorScreen` promises holds here too."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        editor.SaveAndClose,
        reflecting.NextStage,
        reflecting.StageBefore,
        reflecting.LookAtDepth,
        reflecting.AskFurther,
        reflecting.FinishLater,
        editor.EntryDetails,
        editor.LinkEntry,
        editor.Discard,
        editor.SaveAndStay,
        editor.OutsideEditor,
    )

    def __init__(
        self,
        model: str = "",
        *,
        start: Mapping[str, Value] | None = None,
        entry: Entry | None = None,
        draft: Draft | None = None,
    ) -> None:
        """A new one by `model` begins with the fields `start`."""
        super().__init__("reflection", start=start, entry=entry, draft=draft)
        self._model = model
        self._guided: GuidedForm | None = None
        self._asked_further = 0

    def compose(self) -> ComposeResult:
        with Horizontal(id="editor-top"):
            yield Static(id="editor-title")
            yield LockNotice()
            yield Static(id="editor-space")
        yield MetaLine()
        with Horizontal(id="guided"):
            with Vertical(id="guided-page"):
                yield Static(id="guided-progress")
                yield Static(id="guided-about")
                yield Static(id="guided-question")
                yield Static(id="guided-hint")
                yield Static(id="guided-further")
                yield TextEditor(id="editor-text")
                with VerticalScroll(id="guided-end"):
                    yield Static(id="guided-whole")
                yield LinkedEntries()
            yield SoFar(id="guided-so-far")
        yield KeyLine()

    # Beginning

    async def on_mount(self, event: events.Mount) -> None:  # type: ignore[override]
        event.prevent_default()  # or Textual would call that of `EditorScreen` as well
        self.query_one("#editor-text", TextEditor).read_only = True
        guided = await self.app.ask(self._fetched)
        if guided:
            await self._begin_guided(guided)
        elif self.is_attached:
            # The model is not here any more: its fields are shown as they are.
            self.app.switch_screen(EditorScreen("reflection", start=self.start, entry=self.entry, draft=self.draft))

    def _fetched(self, journal: Journal) -> Guided | None:
        if self.draft is not None:
            return go_on_reflecting(journal, self.draft)
        if self.entry is not None:
            return reflect_again(journal, self.entry.id)
        return begin_reflection(journal, self._model, self.start or {})

    async def _begin_guided(self, guided: Guided) -> None:
        self.form = self._guided = form = GuidedForm(self, guided)
        await form.build()
        self.keeper = DraftKeeper(self, self.app, lambda: form.writing.as_draft(form.typed()))
        self.show_top()
        await self._show_walk(form.walk)

    # Going along the questions

    async def _go(self, walk: Walk) -> None:
        if self._guided is None or self.keeper is None:
            return
        self._asked_further = 0
        self._guided.go(walk)
        if self._guided.has_changed():
            self.keeper.note_change()
        await self._show_walk(walk)

    async def _show_walk(self, walk: Walk) -> None:
        at_end = walk.stage is None
        self.set_class(at_end, "-at-end")
        self.set_class(len(walk.model.stages) == 1, "-single")
        self.query_one("#guided-progress", Static).update(Progress(walk))
        self._show_about(walk)
        question = Content("That was the last question.") if at_end else plain_line(walk.question)
        self.query_one("#guided-question", Static).update(question)
        _fill(self.query_one("#guided-hint", Static), self._last_words() if at_end else _hint(walk))
        self._show_further(walk)
        if at_end:
            self.query_one("#guided-whole", Static).update(whole(walk))
            self.query_one("#guided-end").focus()
        else:
            self.query_one("#editor-text").focus()
        await self.query_one(SoFar).show(walk)
        self.refresh_bindings()

    def _show_about(self, walk: Walk) -> None:
        said = self._guided.writing.said("about") if self._guided else ""
        lines = [f"About: {said}"] if said else []
        if walk.asked and walk.question != walk.asked:
            lines.append(walk.asked)
        _fill(self.query_one("#guided-about", Static), Content("\n").join(map(plain_line, lines)))

    def _show_further(self, walk: Walk) -> None:
        asked = walk.stage.follow_ups[: self._asked_further] if walk.stage else ()
        _fill(self.query_one("#guided-further", Static), Content("\n").join(map(plain_line, asked)))

    def _last_words(self) -> Content:
        keys = self.app.settings.keys
        save, back, look = (
            say_keys(each, keys) for each in (editor.SaveAndClose, reflecting.StageBefore, reflecting.LookAtDepth)
        )
        return plain(f"{save} saves it, {back} goes back, {look} asks how deep it went, for you alone.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        walk = self._guided.walk if self._guided else None
        stage = walk.stage if walk else None
        if action == "next_stage":
            return stage is not None
        if action == "stage_before":
            return walk is not None and walk.at > 0
        if action == "ask_further":
            return stage is not None and self._asked_further < len(stage.follow_ups)
        if action in ("look_at_depth", "finish_later"):
            return walk is not None and (stage is None) == (action == "look_at_depth")
        if action == "outside_editor":
            return stage is not None
        return action != "let_off_steam"

    async def action_next_stage(self) -> None:
        if self._guided:
            await self._go(self._guided.taken().forward())

    async def action_stage_before(self) -> None:
        if self._guided:
            await self._go(self._guided.taken().back())

    def action_ask_further(self) -> None:
        if self._guided:
            self._asked_further += 1
            self._show_further(self._guided.walk)
            self.refresh_bindings()

    def action_look_at_depth(self) -> None:
        from .depth import DepthScreen

        self.app.push_screen(DepthScreen())

    def action_entry_details(self) -> None:
        if self.query_one(MetaLine).has_focus_within and self._guided and self._guided.walk.stage is None:
            self.query_one("#guided-end").focus()
        else:
            super().action_entry_details()

    # Leaving

    async def action_save_and_close(self) -> None:
        form = self._guided
        if form and not form.writing.entry and form.says_nothing():
            await self.end_without_saving()
        else:
            await super().action_save_and_close()

    async def action_finish_later(self) -> None:
        form = self._guided
        if form is None or (not form.writing.entry and form.says_nothing()):
            await self.end_without_saving()
        elif await self.before_lock():
            self.app.tell("It is kept and waits on Today. Ctrl-O goes on with it, too.")
            self.app.post_message(JournalChanged())
            await self.leave()


def _hint(walk: Walk) -> Content:
    return plain_line(walk.stage.hint) if walk.stage else Content()


def _fill(place: Static, content: Content) -> None:
    place.update(content)
    place.display = bool(content)
