"""Texts to agree from every screen: putting one forward, reading, signing, declining and withdrawing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from ...domain.said_names import listed
from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.agreeing.hindrances import Hindrance, Way
    from ...journal.agreeing.texts_to_agree import TextToAgree
    from ...journal.circle.circles import Circle
    from ...journal.journal import Journal

_KINDS = frozenset({"summary", "agreement", "thanks"})


class AgreeingTextActions(JournalApp, inherit_bindings=False):
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "put_forward":
            entry = self._entry_here
            return entry is not None and entry.kind in _KINDS and bool(entry.with_whom)
        return super().check_action(action, parameters)

    @property
    def _entry_here(self) -> Entry | None:
        return getattr(self.screen, "current_entry", None)

    # Reading

    def show_text(self, text_id: str) -> None:
        """Show one version of a text to agree."""
        from ..screens.signing import SigningScreen

        if not (isinstance(self.screen, SigningScreen) and self.screen.text_id == text_id):
            self.clear_notifications()  # nothing may cover what is signed
            self.push_screen(SigningScreen(text_id))

    async def show_signed(self, paper: Entry) -> bool:
        """Show the text that an entry holds a signature or an answer about; it is never opened as a form."""
        from ...journal.agreeing.signed_for import signed_for

        found = await self.ask(lambda journal: (signed_for(journal, paper),))
        if found and found[0]:
            self.show_text(found[0].id)
        elif found:
            self.tell("This came as a signature and does not count as one. Their tab says more.", seconds=8)
        return True

    def action_show_texts(self) -> None:
        self._choose_text()

    @work(group=FOLLOWED, exclusive=True)
    async def _choose_text(self) -> None:
        from ...journal.agreeing.texts_to_agree import newest_texts, texts_to_agree
        from ..screens.texts import TextsScreen, text_rows

        rows = await self.ask(lambda journal: text_rows(journal, newest_texts(texts_to_agree(journal))))
        if rows:
            self.push_screen(TextsScreen(rows), lambda chosen: self.show_text(chosen) if chosen else None)
        elif rows is not None:
            self.tell(
                "There is no text to agree yet. F puts forward an agreement that you share, or a thank-you of yours "
                "that may be quoted.",
                seconds=8,
            )

    # Putting forward

    def action_put_forward(self) -> None:
        if self._entry_here is not None:
            self.put_forward(self._entry_here)

    @work(group=FOLLOWED, exclusive=True)
    async def put_forward(self, entry: Entry | None, kind: str = "") -> None:
        """Show exactly what all of them would sign; `kind` is "closing" for the closing statement of an agreement."""
        from ...journal.agreeing.hindrances import Hindrance, try_to_put_forward
        from ...journal.agreeing.put_forward_typed import typed_before
        from ..life.locking import keep_unsaved
        from ..screens.put_forward import PutForwardScreen

        if entry is None or isinstance(self.screen, PutForwardScreen) or not await keep_unsaved(self):
            return
        id_ = entry.id
        made = await self.ask(lambda journal: try_to_put_forward(journal, id_, kind))
        if made is None:
            return
        if isinstance(made, Hindrance):
            self._say_hindrance(made, entry.space)
            return
        shown = made
        more = await self.ask(
            lambda journal: (
                _my_name(journal, shown.document.space),
                journal.time.moment(),
                typed_before(journal, id_, shown.kind),
            )
        )
        if more is not None:
            self.clear_notifications()
            self.push_screen(PutForwardScreen(shown, *more), self._say_put_forward)

    def _say_hindrance(self, found: Hindrance, space: str) -> None:
        from ..screens.hindered import HinderedScreen

        def answered(way: Way | None) -> None:
            if way:
                self.take_the_way(way, space)

        self.push_screen(HinderedScreen(found), answered)

    @work(group=FOLLOWED, exclusive=True)
    async def take_the_way(self, way: Way, space: str) -> None:
        """Do what leads on from where a text could not be signed."""
        if way == "words":
            await self._compare_words_in(space)
        elif way == "exchange":
            await self.run_action("exchange")
        elif way == "versions":
            await self.run_action("settle_versions")

    async def _compare_words_in(self, space: str) -> None:
        from ...journal.circle.circles import read_circle
        from ...journal.first_meeting.comparing import not_compared
        from ..screens.words import WordsScreen

        circle = await self.ask(lambda journal: read_circle(journal.spaces[space]))
        if circle is not None and (unknown := not_compared(circle)):
            self.push_screen(WordsScreen(circle, unknown[0]))

    def _say_put_forward(self, text: TextToAgree | None) -> None:
        if text is None:
            return
        self.post_message(JournalChanged())
        waiting = [each.name for each in text.members if each.said == "asked"]
        then = f", and then it waits for {listed(waiting)}" if waiting else ""
        self.tell(f"You have signed “{text.title}”. It leaves with your next exchange (x){then}.", seconds=8)

    # Answering

    def sign_text(self, text: TextToAgree) -> None:
        """Ask for the passphrase, then sign exactly what was shown."""
        from ...journal.agreeing.answering import sign
        from ..screens.passphrase_again import PassphraseAgainScreen

        def signing(journal: Journal, passphrase: str) -> TextToAgree:
            return sign(journal, text, passphrase)

        about = f"You sign exactly what you have read, for {text.purpose}."
        self.push_screen(PassphraseAgainScreen(f"Sign “{text.name}”", about, signing), self._say_signed)

    def _say_signed(self, text: TextToAgree | None) -> None:
        self.post_message(JournalChanged())
        if text is None:
            return
        if text.is_agreed:
            said = "All of you have signed it, so it is agreed."
        else:
            said = f"It waits for {listed([each.name for each in text.members if each.said == 'asked'])}."
        self.tell(f"Signed. {said} Your signature leaves with your next exchange (x).", seconds=8)

    def decline_text(self, text: TextToAgree) -> None:
        """Ask for a reason, which may stay empty, then say no."""
        from ...journal.agreeing.answering import decline
        from ..screens.one_line import OneLineScreen

        others = listed([each.name for each in text.members if not each.is_me])

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._answer(lambda journal: decline(journal, text, reason), _said_no(others))

        self.push_screen(
            OneLineScreen(
                f"Say no to this version of “{text.title}”?",
                lambda _: "",
                about=f"No reason is needed. What you write here travels with it: {others} "
                f"{'reads' if len(text.members) == 2 else 'read'} it. Enter says no, Esc leaves it open.",
                example="nothing, or why",
                may_be_empty=True,
                enter="say no",
            ),
            answered,
        )

    def withdraw_text(self, text: TextToAgree) -> None:
        """Say honestly what it means, then withdraw it."""
        from ...journal.agreeing.answering import withdraw
        from ..screens.confirm import ConfirmScreen
        from ..signing.signing_effects import what_withdrawing_means

        def answered(sure: bool | None) -> None:
            if sure:
                self._answer(
                    lambda journal: withdraw(journal, text),
                    "Withdrawn. It stays agreed, and nothing more of it leaves from here.",
                )

        about = what_withdrawing_means(text)
        self.push_screen(
            ConfirmScreen(f"Withdraw “{text.name}”?", "withdraw it", "leave it as it is", about=about), answered
        )

    @work(group=FOLLOWED, exclusive=True)
    async def _answer(self, answer: Callable[[Journal], TextToAgree], then: str) -> None:
        if await self.ask(answer):
            self.tell(then, seconds=8)
        self.post_message(JournalChanged())

    # What counts for nothing

    @work(group=FOLLOWED, exclusive=True)
    async def show_odd_signatures(self, circle: Circle) -> None:
        """Say what came that does not count as a signature, and what to do about it."""
        from ...journal.agreeing.odd_signatures import mark_odd_seen
        from ..screens.odd_signatures import OddSignaturesScreen

        said = await self.ask(lambda journal: mark_odd_seen(journal, circle.space))
        if said is not None:
            self.push_screen(OddSignaturesScreen(circle, said))
            self.post_message(JournalChanged())

    # What it was made from, and what is made from it

    def edit_draft(self, document: Entry, kind: str) -> None:
        """Open the draft of a text: on its page where it is put together there, else in its form."""
        from ..screens.editor import EditorScreen

        if kind in ("summary", "closing"):
            self.post_message(EntryOpened(document.id))
        else:
            self.push_screen(EditorScreen(entry=document))


def _my_name(journal: Journal, space: str) -> str:
    from ...journal.circle.circles import read_circle

    me = read_circle(journal.spaces[space]).me
    return me.name if me else ""


def _said_no(others: str) -> str:
    return f"You said no. {others} can see that after your next exchange (x); nothing else changes."
