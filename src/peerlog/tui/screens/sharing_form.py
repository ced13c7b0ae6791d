"""What somebody says of themselves before they share: in the invitation that they write, or in their answer to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.entry import Entry
from ...domain.field import Choice, Field, Shape
from ...domain.kinds import CARD
from ...journal.journal import Journal
from ...journal.meeting_partners import Written
from ..commands import bindings, sharing
from ..form_rows import FormRows
from ..type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...exchange.handshake.invitation import Invitation
    from ..journal_app import JournalApp

_MOST = 8
NAME = Field("name", "Called", Shape.LINE, hint="such as “Kim and Sam”, or your group's name")
SEATS = Field("seats", "How many", Shape.CHOICE, tuple(Choice(str(n), str(n)) for n in range(2, _MOST + 1)))
FOCUS = Field("focus", "Focus", Shape.LINE, hint="what you work on together, in one sentence; can wait")
ABOUT_ME = (
    Field("title", "My name", Shape.LINE),
    Field("offers", "I offer", Shape.NAMES, hint="one thing at least"),
    Field("seeks", "I seek", Shape.NAMES, hint="one thing at least"),
)


class SharingForm(Dialogue[Written]):
    """The result is the file that came of it; None when it was left. What cannot be taken stays as it was typed."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.GoOnHere, sharing.LeaveForm)

    title: ClassVar[str]
    foot: ClassVar[str]

    def __init__(self, fields: Sequence[Field], start: Mapping[str, object]) -> None:
        super().__init__()
        self._form = FormRows(fields, start)
        self._start = self._form_typed_at_start(start)
        self._busy = False

    @staticmethod
    def _form_typed_at_start(start: Mapping[str, object]) -> dict[str, str]:
        return {name: str(value) for name, value in start.items() if value}

    def say_first(self) -> Iterator[Content]:
        """The paragraphs above the form."""
        raise NotImplementedError

    def make(self, journal: Journal, said: Mapping[str, object]) -> Written:
        """The file; in the journal's thread."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue", id="sharing-form"):
            yield Static(self.title, classes="dialogue-title")
            with VerticalScroll(can_focus=False):
                for paragraph in self.say_first():
                    yield Static(paragraph, classes="sharing-first")
                yield from self._form.rows
                yield Static(self.foot, classes="about")
        yield KeyLine()

    def on_mount(self) -> None:
        empty = next((row for row in self._form.rows if not row.typed.strip()), self._form.rows[0])
        empty.focus_control()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on, in the last field to the end."""
        event.stop()
        if event.input in self._form.rows[-1].query(Input):
            self.action_go_on_here()
        else:
            self.focus_next()

    @work(group=FOLLOWED, exclusive=True)
    async def action_go_on_here(self) -> None:
        if self._busy:
            return
        now = await self.app.ask(lambda journal: journal.time.moment())
        said = self._form.values(now) if now else None
        if said is None:
            return
        self._busy = True
        try:
            made = await self.app.ask(lambda journal: self.make(journal, said))
        finally:
            self._busy = False
        if made is not None and self.is_attached:
            self.dismiss(made)

    async def before_lock(self) -> bool:
        """Keep what is typed as an unfinished note; whether that worked."""
        typed = {name: str(value) for name, value in self._form.typed.items()}
        if typed == self._start:
            return True
        labels = {row.about.name: row.about.label for row in self._form.rows}
        words = "\n".join(f"{labels[name]}: {value}" for name, value in typed.items())

        def keep(journal: Journal) -> bool:
            journal.entries.keep_words(f"{self.title}\n\n{words}")
            return True

        return bool(await self.app.ask(keep))

    @work(group=FOLLOWED, exclusive=True)
    async def action_leave_form(self) -> None:
        typed = {name: str(value) for name, value in self._form.typed.items()}
        if await self.before_lock():
            if typed != self._start:
                self.app.tell("What you typed waits on Today, as an unfinished note.")
            self.dismiss(None)


class BeginForm(SharingForm):
    """For whoever invites."""

    title = "Share with somebody"
    foot = "They read your name and what you offer and seek, and nothing else until you share it. F5 goes on."

    def __init__(self, card: Entry | None, name: str) -> None:
        super().__init__((NAME, SEATS, FOCUS, *ABOUT_ME), {"seats": "2", **_from_card(card, name)})

    def say_first(self) -> Iterator[Content]:
        yield Content(
            "You write an invitation, they answer it, you send one file back, and on a call you compare four words. "
            "Nothing goes anywhere by itself."
        )

    def make(self, journal: Journal, said: Mapping[str, object]) -> Written:
        """Begin, with the first invitation."""
        from ...journal.circles import create_circle
        from ...journal.meeting_partners import make_invitation

        card = {name: said[name] for name in ("title", "offers", "seeks") if name in said}
        circle = create_circle(
            journal, str(said.get("name", "")), int(str(said.get("seats", 2))), str(said.get("focus", "")), card
        )
        return make_invitation(journal, circle)


class JoinForm(SharingForm):
    """For whoever was invited: who invites to what stands first."""

    title = "An invitation"
    foot = "F5 writes your answer, for nobody else to read. Esc leaves everything as it is."

    def __init__(self, file: bytes, invitation: Invitation, card: Entry | None, name: str) -> None:
        super().__init__(ABOUT_ME, _from_card(card, name))
        self._file = file
        self._invitation = invitation

    def say_first(self) -> Iterator[Content]:
        from ...exchange.handshake.invitation import ToCircle

        to, by = self._invitation.to, self._invitation.by.name
        if isinstance(to, ToCircle):
            who = "the two of you" if to.seats == 2 else f"{to.seats} people, you included"
            yield Content.assemble(
                (plain_line(by).plain, "bold"), " invites you to share “", plain_line(to.name), f"”: {who}."
            )
            if to.focus:
                yield Content.assemble(("Focus: ", "$quiet"), plain(to.focus))
        yield Content("Everybody here gives and takes: name one thing of each.").stylize("$quiet")

    def make(self, journal: Journal, said: Mapping[str, object]) -> Written:
        """Answer it."""
        from ...journal.meeting_partners import answer_invitation

        return answer_invitation(journal, self._file, said)


def _from_card(card: Entry | None, name: str) -> dict[str, object]:
    """What one's own card says first, and the name."""
    if card is None:
        return {"title": name}
    first = {each: CARD.all_fields[each].label_of(card.members(each)[:1]) for each in ("offers", "seeks")}
    return {"title": card.title or name, **{each: said for each, said in first.items() if said}}


