"""Having an entry signed by somebody outside: asking, taking in what came back, and the way by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged
from ..widgets.plain import plain_line

if TYPE_CHECKING:
    from ...domain.countersigning import Meaning
    from ...domain.entry import Entry
    from ...journal.countersigning.asking_to_sign import ToAsk
    from ...journal.countersigning.signing_by_hand import Page
    from ..screens.ask_to_sign import Cut

_READABLE = "The file is not encrypted: whoever has it can read it."
_HOW = "They sign it with “peerlog sign”, need no journal for it, and send a file back. “f” takes that in."
_SIGN = (
    "This asks for your own signature, which needs no journal: “peerlog sign” in a terminal shows exactly what, and "
    "writes the file that goes back."
)


class CountersigningActions(JournalApp, inherit_bindings=False):
    def action_take_signature(self) -> None:
        from ..screens.where_to import WhereToScreen

        async def take(typed: str) -> bool:
            from ...journal.countersigning.signing_for_others import read_signing_file

            file = await self.ask(lambda _: read_signing_file(Path(typed)))
            return file is not None and await self.take_signature(file)

        first = [Content("The file that somebody sent back whom you asked to sign.")]
        self.push_screen(WhereToScreen("A signature came", "~/", take, first=first))

    async def take_signature(self, file: bytes) -> bool:
        """Take in what came back and show it; whether that worked."""
        from ...journal.countersigning.taking_countersignatures import take_in

        taken = await self.ask(lambda journal: take_in(journal, file))
        if taken is None:
            return False
        self.post_message(JournalChanged())
        self.post_message(EntryOpened(taken.countersigned.id))
        who = plain_line(taken.countersigned.who).plain
        if taken.others:
            self.tell(f"{who} signed; another answer to the same request is kept beside it.", seconds=10)
        else:
            self.tell("This was here already." if taken.again else f"{who} has signed.")
        return True

    def say_how_to_sign(self) -> None:
        """What to do with a file that asks for one's own signature."""
        self.tell(_SIGN, seconds=20)

    def ask_for_signature(self, entry: Entry) -> None:
        """Ask somebody to sign an entry: in which sense, whom and what of it, a look at exactly that, a file."""

        def chosen(meaning: Meaning, start: Mapping[str, object]) -> None:
            from ..screens.ask_to_sign import AskForm

            def cut(result: Cut[ToAsk] | None) -> None:
                if result is not None:
                    self._look_at_request(result, lambda: chosen(meaning, result.typed))

            self.push_screen(AskForm(entry, meaning, start), cut)

        self._choose_meaning("What should they sign?", entry, chosen)

    def page_to_sign(self, entry: Entry) -> None:
        """Write a page about an entry that is signed by hand."""

        def chosen(meaning: Meaning, start: Mapping[str, object]) -> None:
            from ..screens.ask_to_sign import PageForm

            def cut(result: Cut[Page] | None) -> None:
                if result is not None:
                    self._look_at_page(result, lambda: chosen(meaning, result.typed))

            self.push_screen(PageForm(entry, meaning, start), cut)

        self._choose_meaning("What should they sign by hand?", entry, chosen)

    def keep_scan_of(self, entry: Entry) -> None:
        """Keep the scan of a page about an entry."""

        def chosen(meaning: Meaning, _: Mapping[str, object]) -> None:
            from ..screens.where_to import WhereToScreen

            async def keep(typed: str) -> bool:
                from ...journal.countersigning.signing_by_hand import keep_scan

                kept = await self.ask(lambda journal: keep_scan(journal, entry.id, meaning, Path(typed)))
                if kept is not None:
                    self.post_message(JournalChanged())
                    self.tell("Kept, as signed on paper. Nothing in it is checked, so it never says verified.")
                return kept is not None

            first = [Content("A copy is kept here, encrypted, and never leaves with an update.")]
            foot = "PDF or a picture, up to 20 MB. Tab completes a name."
            self.push_screen(WhereToScreen("The scan of a signed page", "~/", keep, first=first, foot=foot))

        self._choose_meaning("What did they sign by hand?", entry, chosen)

    def write_signed_item(self, countersignature_id: str) -> None:
        """Write a signed item into a folder."""
        from ..screens.where_to import WhereToScreen

        async def write(typed: str) -> bool:
            from ...journal.countersigning.countersignatures import countersignature_named
            from ...journal.countersigning.countersigned_copy import write_item_copy

            written = await self.ask(
                lambda journal: write_item_copy(
                    journal, countersignature_named(journal, countersignature_id), Path(typed)
                )
            )
            if written is not None:
                said = f"The copy is in {plain_line(str(written.path)).plain}, not encrypted."
                self.tell("\n".join([said, *written.warnings]), seconds=10)
            return written is not None

        first = [Content("A new folder with the text, the signature, and how anybody checks it.")]
        self.push_screen(WhereToScreen("Write it out signed", "~/signed-item", write, first=first))

    @work(group=FOLLOWED, exclusive=True)
    async def _choose_meaning(
        self, question: str, entry: Entry, then: Callable[[Meaning, Mapping[str, object]], None]
    ) -> None:
        from ...domain.countersigning import MEANINGS
        from ...journal.countersigning.asking_to_sign import require_item
        from ...journal.countersigning.item_text import item_text
        from ..screens.meanings import MeaningScreen

        text = await self.ask(lambda journal: item_text(journal, require_item(journal, journal.entries.get(entry.id))))
        if text is None:
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                then(MEANINGS[name], {"text": text})

        self.push_screen(MeaningScreen(question), chosen)

    def _look_at_request(self, cut: Cut[ToAsk], again: Callable[[], None]) -> None:
        from ..screens.where_to import WhereToScreen

        shown = cut.made

        async def write(typed: str) -> bool:
            from ...journal.countersigning.asking_to_sign import ask_to_sign

            asked = await self.ask(lambda journal: ask_to_sign(journal, shown, Path(typed)))
            if asked is None:
                return False
            self.post_message(JournalChanged())
            said = f"The file for {shown.to} is {asked.path}. {_HOW}"
            self.tell("\n".join([plain_line(said).plain, *asked.warnings]), seconds=20)
            return True

        asked_for = ", ".join(each.lower() for each in shown.details)
        first = [
            Content.assemble(("They would sign: ", "$quiet"), plain_line(shown.meaning.sentence)),
            Content.assemble(("They say of themselves: ", "$quiet"), plain_line(asked_for)),
        ]
        screen = WhereToScreen(
            f"Exactly this, for {shown.to}",
            f"~/{shown.file_name}",
            write,
            first=first,
            text=shown.text,
            foot=_READABLE,
        )
        self.push_screen(screen, lambda done: None if done else again())

    def _look_at_page(self, cut: Cut[Page], again: Callable[[], None]) -> None:
        from ..screens.where_to import WhereToScreen

        page = cut.made

        async def write(typed: str) -> bool:
            from ...journal.countersigning.signing_by_hand import write_page

            written = await self.ask(lambda journal: write_page(journal, page, Path(typed)))
            if written is None:
                return False
            self.post_message(JournalChanged())
            said = f"The page is {plain_line(str(written.path)).plain}. “Scan of a signed page” keeps what comes back."
            self.tell("\n".join([said, *written.warnings]), seconds=15)
            return True

        first = [Content.assemble(("They would sign: ", "$quiet"), plain_line(page.meaning.sentence))]
        foot = "A name that ends in .pdf or .html. The page is not encrypted."
        screen = WhereToScreen(
            "Exactly this, to sign by hand", f"~/{page.file_name}", write, first=first, text=page.text, foot=foot
        )
        self.push_screen(screen, lambda done: None if done else again())
