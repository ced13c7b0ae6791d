"""A text to agree: exactly what is signed, what has changed in it, and what each has said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...journal.journal import Journal
from ..commands import bindings, texts_to_agree
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..signing.review import Review, review
from ..signing.signing_effects import who_signs_again
from ..signing.signing_words import KINDS, facts_of, states_of, title_of, where_it_is
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.plain import plain_line
from ..widgets.space_words import say_space
from ..widgets.text_to_read import TextToRead
from ..widgets.title_with_parts import TitleWithParts
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...domain.entry import Entry
    from ..app import PeerlogApp


class SigningScreen(Screen[None]):
    """Shows one version, whatever has become of it; what can be done with it stands on keys."""

    if TYPE_CHECKING:
        app = getters.app(PeerlogApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        texts_to_agree.SignText,
        texts_to_agree.EditDraft,
        texts_to_agree.DeclineText,
        texts_to_agree.SaveSignedCopy,
        texts_to_agree.WhatChanged,
        texts_to_agree.TakeTheWay,
        texts_to_agree.WithdrawText,
        texts_to_agree.LeaveText,
    )

    def __init__(self, text_id: str) -> None:
        super().__init__()
        self.text_id = text_id
        self._found: Review | None = None
        self._is_comparing = False

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(classes="page-kind")
            yield LockNotice()
            yield Static(classes="page-space")
        yield Static(id="signing-title")
        yield Static(id="signing-about")
        yield TextToRead(id="signing-text")
        yield Static(id="signing-facts")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(TextToRead).focus()
        self.read_again()

    def on_journal_changed(self) -> None:
        self.read_again()

    @property
    def current_entry(self) -> Entry | None:
        """The draft that it was made from, for “Who can see this?”."""
        return self._found.document if self._found else None

    @property
    def space_here(self) -> str | None:
        return self._found.text.space if self._found else None

    @work(group=FOLLOWED, exclusive=True)
    async def read_again(self) -> None:
        """Read again what is shown."""
        id_, before = self.text_id, self._found.before if self._found else None

        def look(journal: Journal) -> Review:
            return review(journal, id_, before)

        found = await self.app.ask(look)
        if not self.is_attached:
            return
        if found is None:
            self.dismiss()
            return
        is_first = self._found is None
        self._found = found
        self._is_comparing = self._is_comparing and found.has_changes
        self._show(found)
        if is_first:
            self.app.post_message(JournalChanged())  # it is no news any more

    def _show(self, found: Review) -> None:
        text = found.text
        self.query_one(".page-kind", Static).update(f"Text to agree: {KINDS[text.kind]}")
        self.query_one(".page-space", Static).update(say_space(text.label))
        self.query_one("#signing-title", Static).update(TitleWithParts(title_of(text), states_of(found)))
        self._show_text(found)
        self.query_one("#signing-facts", Static).update(TitleWithParts(Content(), facts_of(found)))
        self._name_keys(found)

    def on_resize(self) -> None:
        if self._found:
            self._name_keys(self._found)

    def _name_keys(self, found: Review) -> None:
        """Let the footer say what a key comes to for this text, as far as there is room."""
        self._relabel("e", "edit")
        self._relabel("escape", "later" if found.text.waits_for_me else "back")
        self._relabel("v", "as it is" if self._is_comparing else "what changed")
        again = plain_line(f"edit ({who_signs_again(found.text)})")
        if who_signs_again(found.text) and self.query_one(KeyLine).spare(self.size.width) >= again.cell_length - _EDIT:
            self._relabel("e", again.plain)
        self.refresh_bindings()

    def _show_text(self, found: Review) -> None:
        about, shown = self.query_one("#signing-about", Static), self.query_one(TextToRead)
        if self._is_comparing and found.before:
            said = f"What has changed since version {found.before.revision}: struck out is gone, underlined is new."
            about.update(Content.assemble(said, " ", ("v", "bold $accent"), " shows the text as it is."))
            shown.show(found.lines, with_words=True)
        else:
            about.update(Content("\n").join(where_it_is(found)))
            shown.show(found.lines)

    def _relabel(self, key: str, words: str) -> None:
        known = self._bindings.key_to_bindings
        known[key] = [replace(each, description=words) for each in known[key]]

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        found = self._found
        if found is None:
            return action == "leave_text" or action not in _OWN
        text = found.text
        may = {
            "sign_text": text.waits_for_me and found.hindrance is None and not self._is_comparing,
            "decline_text": text.waits_for_me and bool(text.text),
            "edit_draft": found.document is not None and not found.document.deleted,
            "what_changed": found.has_changes,
            "take_the_way": bool(found.hindrance and found.hindrance.way),
            "withdraw_text": text.is_agreed and text.me is not None and text.me.said != "withdrew",
            "save_signed_copy": text.is_agreed and text.state != "withdrawn",
        }
        return may.get(action, super().check_action(action, parameters))

    def action_sign_text(self) -> None:
        if self._found:
            self.app.sign_text(self._found.text)

    def action_decline_text(self) -> None:
        if self._found:
            self.app.decline_text(self._found.text)

    def action_withdraw_text(self) -> None:
        if self._found:
            self.app.withdraw_text(self._found.text)

    def action_save_signed_copy(self) -> None:
        from .signed_copy import SignedCopyScreen

        if self._found:
            self.app.push_screen(SignedCopyScreen(self._found.text))

    def action_edit_draft(self) -> None:
        if self._found and self._found.document:
            self.app.edit_draft(self._found.document, self._found.text.kind)

    def action_what_changed(self) -> None:
        if self._found:
            self._is_comparing = not self._is_comparing
            self._show_text(self._found)
            self._name_keys(self._found)

    def action_take_the_way(self) -> None:
        found = self._found
        if found is None or found.hindrance is None:
            return
        if found.hindrance.way == "newer":
            self.text_id, self._found, self._is_comparing = found.newest.id, None, False
            self.read_again()
        elif found.hindrance.way == "again":
            self.app.put_forward(found.document, found.text.kind)
        else:
            self.app.take_the_way(found.hindrance.way, found.text.space)

    def action_leave_text(self) -> None:
        self.dismiss()


_EDIT = len("edit")
_OWN = frozenset(
    {"sign_text", "decline_text", "edit_draft", "what_changed", "take_the_way", "withdraw_text", "save_signed_copy"}
)
