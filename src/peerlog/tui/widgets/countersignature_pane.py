"""The page of what somebody outside signed, or was asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.moment import Moment
from ...journal.countersigning.countersignatures import (
    BROKEN,
    Countersigned,
    fingerprint_of,
    read_countersigned,
    words_of,
)
from ...journal.countersigning.countersigned_words import said_meaning, said_state
from ...journal.journal import Journal
from ..commands import bindings, countersigning, sharing
from ..life.type_ahead import FOLLOWED
from .entry_pane import EntryPane
from .line import labelled
from .list_pane import Contents
from .plain import plain, plain_line
from .when import say_when

if TYPE_CHECKING:
    from ..actions.countersigning import CountersigningActions

_STAYS = "What was signed stays as it is."


class CountersignaturePane(EntryPane):
    heading = "Signature from outside"
    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.CompareWords, countersigning.WriteSignedItem)

    def page(self, journal: Journal, entry: Entry) -> Contents:
        one = read_countersigned(journal, entry)
        today = journal.time.today()
        shown = Contents(Content(said_meaning(one)).stylize("bold"), today, journal.time.zone)
        state = said_state(one)
        colour = "$warning" if one.state == BROKEN or one.is_earlier else "$accent" if one.known_by else "$quiet"
        shown.about = Content("\n").join(
            [
                plain_line(f"{state[0].upper()}{state[1:]}.").stylize(colour),
                Content(f"{one.meaning.sentence} {one.meaning.is_not}").stylize("$quiet"),
            ]
        )
        about = journal.entries.find(entry.parent)
        if about is not None:
            shown.add(labelled("About", about.headline or about.kind), about, "about")
        if one.has_signature and not one.known_by:
            shown.ask(labelled("Whose key it is", "compare eight words"), entry)
        if one.signature is not None:
            _add_signer(shown, journal, one)
        if one.text:
            shown.head("Exactly this text")
            shown.read(plain(one.text))
        return shown

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        signed = self.entry is not None and bool(self.entry.line("signed"))
        if action in ("compare_words", "write_signed_item"):
            return signed
        return False if action == "edit_entry" else super().check_action(action, parameters)

    def open_other(self, option_id: str) -> None:
        if self.shown and option_id in self.shown.asked:
            self.action_compare_words()

    def action_edit_entry(self) -> None:
        self.app.tell(_STAYS)

    @work(group=FOLLOWED, exclusive=True)
    async def action_compare_words(self) -> None:
        from ..screens.signature_words import SignatureWordsScreen

        def look(journal: Journal) -> tuple[Countersigned, tuple[str, ...]]:
            one = read_countersigned(journal, journal.entries.get(self.entry_id))
            return one, words_of(one)

        if found := await self.app.ask(look):
            self.app.push_screen(SignatureWordsScreen(*found))

    def action_write_signed_item(self) -> None:
        cast("CountersigningActions", self.app).write_signed_item(self.entry_id)


def _add_signer(shown: Contents, journal: Journal, one: Countersigned) -> None:
    shown.head("Who signed, as they say")
    for label, words in one.details:
        shown.read(labelled(label, words))
    when = journal.entries.here(Moment.parse(one.signed_at))
    shown.read(labelled("Signed", say_when(when, shown.day)))
    shown.read(labelled("Contact", "may be contacted about it" if one.contact else "not to be contacted about it"))
    shown.read(labelled("Key", fingerprint_of(one)))
    if one.known_by:
        shown.read(labelled("Whose key it is", one.known_by))
