"""Beginning to share with somebody, step by step: each ends in a file or in four words, and any can wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import work

from ...errors import Refused
from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle, Member
    from ...journal.first_meeting.meeting_partners import Met, Written
    from ..screens.take_file import Step
    from .countersigning import CountersigningActions

_SEND = {
    "invitation": "Send this file to the one you invite: by mail, in a folder that you share, on a stick. Whoever "
    "opens it sees your name and what it is about, and nothing else.",
    "answer": "Send this file back to whoever invited you. They alone can open it; a last file comes from them.",
    "acceptance": "Send this file back to whoever answered. They alone can open it. Then compare four words.",
}
_ANSWERED_BEFORE = "You have answered this invitation before; here is the same answer once more."
_TITLES = {"invitation": "Your invitation", "answer": "Your answer", "acceptance": "The last file"}


class SharingActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED, exclusive=True)
    async def action_begin_sharing(self) -> None:
        from ...journal.cards import own_card
        from ..screens.sharing_form import BeginForm, kept_of

        found = await self.ask(lambda journal: (own_card(journal), journal.profile.name, kept_of(journal, BeginForm)))
        if found is not None:
            self.push_screen(BeginForm(*found), self._give)

    def action_take_meeting_file(self) -> None:
        from ..screens.take_file import TakeFileScreen

        self.push_screen(TakeFileScreen(self._look_into), lambda step: step() if step else None)

    async def _look_into(self, file: bytes) -> Step | None:
        """What follows from one of the three files, whichever it is; an update is taken in where updates are."""
        from ...journal.countersigning.signing_files import is_signing_file
        from ...journal.first_meeting.meeting_partners import accept_answer, take_acceptance, what_is

        if signing := is_signing_file(file):
            return self._about_signing(signing, file)
        what = await self.ask(lambda journal: what_is(journal, file))
        if what == "invitation":
            return await self._invited(file)
        if what == "answer":
            accepted = await self.ask(lambda journal: accept_answer(journal, file))
            return partial(self._give, *accepted) if accepted else None
        if what == "acceptance":
            met = await self.ask(lambda journal: take_acceptance(journal, file))
            return partial(self._meet, met) if met else None
        if what == "update":
            self.tell("This is an update, which the exchange takes in: x.")
        elif what is not None:
            self.tell_error(
                Refused("This file is not for you, or it is not one of the three.", "Ask who sent it which one it is.")
            )
        return None

    def _about_signing(self, what: str, file: bytes) -> Step:
        """A signature that came back is taken in; a file that asks for one's own says how that is given."""
        signing = cast("CountersigningActions", self)
        if what != "countersignature":
            return signing.say_how_to_sign
        return lambda: self.run_worker(signing.take_signature(file), group=FOLLOWED)

    async def _invited(self, file: bytes) -> Step | None:
        from ...journal.cards import own_card
        from ...journal.first_meeting.first_meetings import who_invites
        from ...journal.first_meeting.meeting_partners import answered_already
        from ..screens.sharing_form import JoinForm, kept_of

        answered = await self.ask(lambda journal: (answered_already(journal, file),))
        if answered is None:
            return None
        if (before := answered[0]) is not None:
            return lambda: self._give(before)
        found = await self.ask(
            lambda journal: (who_invites(file), own_card(journal), journal.profile.name, kept_of(journal, JoinForm))
        )
        return (lambda: self.push_screen(JoinForm(file, *found), self._give)) if found else None

    def _meet(self, met: Met) -> None:
        self.post_message(JournalChanged())
        self.compare_words(met)

    def _give(self, written: Written | None, met: Met | None = None) -> None:
        """Ask where one of the three files goes; the words follow the last."""
        from ..screens.give_file import GiveFileScreen

        if written is None:
            return
        self.post_message(JournalChanged())
        what = written.name.partition("-")[0]
        kept = written
        then = f"{_ANSWERED_BEFORE} {_SEND[what]}" if what == "answer" and written.again else _SEND[what]
        title = f"{met.name} has answered: the last file" if met else _TITLES[what]
        self.push_screen(
            GiveFileScreen(title, written.name, lambda _: kept, then),
            lambda _: self.compare_words(met) if met else None,
        )

    @work(group=FOLLOWED, exclusive=True)
    async def give_again(self, circle: Circle, token: str) -> None:
        """Ask where the last file of a meeting goes once more, which waits for the other's."""
        from ...journal.first_meeting.first_meetings import file_again

        self._give(await self.ask(lambda journal: file_again(journal, circle, token)))

    @work(group=FOLLOWED, exclusive=True)
    async def invite_to(self, circle: Circle) -> None:
        """Write an invitation to the next free seat."""
        from ...journal.first_meeting.meeting_partners import make_invitation

        self._give(await self.ask(lambda journal: make_invitation(journal, circle)))

    def compare_words(self, met: Met) -> None:
        """Show the words to compare with somebody one has just met."""
        member = next((each for each in met.circle.members if each.id == met.member), None)
        if member is not None:
            self.show_words(met.circle, member)

    def show_words(self, circle: Circle, member: Member) -> None:
        """Show the words to compare with a member."""
        from ..screens.words import WordsScreen

        self.push_screen(WordsScreen(circle, member))
