"""Putting a text forward: exactly what all of them are asked to sign, for what, for whom, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from ...domain.dates import written_out
from ...domain.field import Field, Shape
from ...domain.moment import Moment
from ...domain.said_names import listed
from ...domain.text import clean_line
from ...journal.agreeing.proposing import ToPropose, propose, to_propose
from ...journal.agreeing.put_forward_typed import keep_typed
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from ..commands import bindings, texts_to_agree
from ..forms.form_rows import FormRows
from ..life.type_ahead import FOLLOWED
from ..signing.signing_effects import what_it_voids
from ..signing.signing_words import KINDS, ordinal
from ..style_sheets import STYLES
from ..widgets.field_row import FieldRows
from ..widgets.footer import KeyLine
from ..widgets.marked_text import unmarked
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from ..widgets.text_to_read import TextToRead
from ..widgets.topline import LockNotice
from .passphrase_again import PassphraseAgainScreen

if TYPE_CHECKING:
    from textual import getters

    from ...domain.entry import Entry
    from ..journal_app import JournalApp

_FIELDS = (
    Field("purpose", "For", Shape.LINE),
    Field("release", "May have it", Shape.NAMES, hint="names, with commas"),
    Field("answer_by", "Answer by", Shape.DAY),
)


class PutForwardScreen(Screen[TextToAgree]):
    """The result is the text as it was put forward; None when it was left. What was typed is kept until then."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(texts_to_agree.SignAndPutForward, texts_to_agree.NotYet),
    ]

    def __init__(self, shown: ToPropose, me: str, now: Moment, typed: Mapping[str, str]) -> None:
        """`me` is my name among those who sign, `typed` what was typed here when it was left."""
        super().__init__()
        self._shown = shown
        self._me = me
        start = {
            "purpose": shown.purpose,
            "release": ", ".join(shown.release),
            "answer_by": written_out(shown.answer_by),
        }
        asked = _FIELDS if self._others else _FIELDS[:2]
        self._start = {each.name: start[each.name] for each in asked}
        self._form = FormRows(asked, {**self._start, **typed}, {"release": _in_their_order})
        self._form.now = now
        self._busy = False

    @property
    def _others(self) -> list[str]:
        return [each for each in self._shown.members if each != self._me]

    @property
    def current_entry(self) -> Entry | None:
        return self._shown.document

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static(f"Put forward: {KINDS[self._shown.kind]}", classes="page-kind")
            yield LockNotice()
            yield Static(say_space(self._shown.document.with_whom), classes="page-space")
        yield Static(id="signing-title")
        yield Static(id="signing-about")
        yield TextToRead(id="signing-text")
        with FieldRows(id="put-forward-form"):
            yield from self._form.rows
        yield Static(id="signing-facts")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(TextToRead).focus()
        self._show()

    def _show(self) -> None:
        shown, others = self._shown, self._others
        version = f", {ordinal(shown.revision)} version" if shown.revision > 1 else ""
        asks = f", and ask {listed(others)} to sign" if others else ""
        about = [plain(f"Exactly this is what you sign{asks}.")]
        if voids := what_it_voids(shown.voids, self._me, shown.revision):
            about.append(plain(voids).stylize("$warning"))
        if shown.replaces:
            same = "Its words are those that you have agreed already. " if shown.is_as_agreed else ""
            holds = "What you agreed before holds until all of you have signed this."
            about.append(Content(f"{same}{holds}").stylize("$quiet"))
        self.query_one("#signing-title", Static).update(plain_line(f"{shown.title}{version}").stylize("bold"))
        self.query_one("#signing-about", Static).update(Content("\n").join(about))
        self.query_one(TextToRead).show(unmarked(shown.text))
        where = f"in {listed(others)}'s journal" if len(others) == 1 else "in their journals"
        said = f"Tab changes these lines. Once it has left, this text stays {where}."
        self.query_one("#signing-facts", Static).update(plain(said).stylize("$quiet"))

    @on(Input.Changed)
    def _say_back(self, event: Input.Changed) -> None:
        self._form.say_back(event.input)

    def on_journal_changed(self) -> None:
        self._read_again()

    @work(group="put-forward", exclusive=True)
    async def _read_again(self) -> None:
        """Show the text as it has become meanwhile."""
        made = await self.app.ask(lambda journal: self._made(journal, {}))
        if made is not None and self.is_attached:
            self._shown = made
            self._show()

    def _made(self, journal: Journal, values: Mapping[str, object]) -> ToPropose:
        day, names = values.get("answer_by"), values.get("release")
        return to_propose(
            journal,
            journal.entries.get(self._shown.document.id),
            kind=self._shown.kind,
            purpose=str(values.get("purpose", "")),
            release=[str(each) for each in names] if isinstance(names, tuple) else (),
            answer_by=date.fromisoformat(day) if isinstance(day, str) else None,
        )

    @work(group=FOLLOWED, exclusive=True)
    async def action_sign_and_put_forward(self) -> None:
        now = await self.app.ask(lambda journal: journal.time.moment())
        values = self._form.values(now) if now else None
        if values is None:
            return
        made = await self.app.ask(lambda journal: self._made(journal, values))
        if made is None or not self.is_attached:
            return
        if made.text != self._shown.text or made.members != self._shown.members:
            self._shown = made
            self._show()
            self.app.tell("The draft was changed meanwhile. Look once more, then sign.", seconds=8)
            return

        def sign(journal: Journal, passphrase: str) -> TextToAgree:
            text = propose(journal, made, passphrase)
            keep_typed(journal, made.document.id, made.kind, {})
            return text

        others = self._others
        about = f"You sign exactly what you have read, and {listed(others)} can sign it too." if others else _ALONE
        self.app.push_screen(PassphraseAgainScreen(f"Sign “{made.title}”", about, sign), self._signed)

    def _signed(self, text: TextToAgree | None) -> None:
        if text is not None:
            self.dismiss(text)

    async def before_lock(self) -> bool:
        """Keep what is typed for the next time; whether that worked."""
        typed = {name: str(value) for name, value in self._form.typed.items() if str(value) != self._start.get(name)}
        document, kind = self._shown.document.id, self._shown.kind
        return bool(await self.app.ask(lambda journal: keep_typed(journal, document, kind, typed)))

    @work(group=FOLLOWED, exclusive=True)
    async def action_not_yet(self) -> None:
        if await self.before_lock():
            self.dismiss(None)


def _in_their_order(about: Field, typed: str, now: Moment) -> tuple[str, ...]:
    """Names as they were typed: the text says them in this order."""
    return tuple(name for each in typed.split(",") if (name := clean_line(each)))


_ALONE = "You sign that exactly these words of yours may be quoted."
