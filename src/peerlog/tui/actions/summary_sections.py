"""What is done with a section of a joint summary: left out, put together again, added to from a private entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.joint_summary.summary_quotes import Quote
    from ...journal.journal import Journal


class SectionActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED, exclusive=True)
    async def leave_out(self, summary: Entry, section: str) -> None:
        """Empty a section; undo brings its words back."""
        from ...journal.joint_summary.summaries import section_named, write_section
        from ..forms.asides import what_saving_does

        text, label = summary.line(section), section_named(section).label
        voids = await self.ask(lambda journal: what_saving_does(journal, summary))
        if voids is None or await self.ask(lambda journal: write_section(journal, summary, section, "")) is None:
            return
        self._remember(summary, section, text, f"“{label}” is left out.{_void(voids)}")

    @work(group=FOLLOWED, exclusive=True)
    async def compose_again(self, summary: Entry, section: str) -> None:
        """Show what a section would say if it were put together now; Enter lets it say that."""
        from ...journal.joint_summary.summaries import composed_anew, section_named
        from ..forms.asides import what_saving_does
        from ..screens.section_preview import SectionPreviewScreen

        label, before = section_named(section).label, summary.line(section)
        found = await self.ask(
            lambda journal: (composed_anew(journal, summary, section), what_saving_does(journal, summary))
        )
        if found is None:
            return
        text, voids = found
        if not text:
            self.tell(f"In these days there is nothing for “{label}” in what you share. Enter writes it yourself.")
            return
        if text == before:
            self.tell(f"“{label}” says already what would be put together now.")
            return

        about = "This would stand there now:" if not before else "This would take the place of what stands there now:"
        foot = "What stands there now stays among the earlier versions (v)." if before else ""

        def looked(sure: bool | None) -> None:
            if sure:
                self._put_in(summary, section, text)

        self.push_screen(
            SectionPreviewScreen(label, summary.with_whom, about, text, " ".join(filter(None, (foot, voids)))), looked
        )

    @work(group=FOLLOWED, exclusive=True)
    async def _put_in(self, summary: Entry, section: str, text: str) -> None:
        from ...journal.joint_summary.summaries import section_named, write_section

        if await self.ask(lambda journal: write_section(journal, summary, section, text)):
            label = section_named(section).label
            self._remember(summary, section, summary.line(section), f"“{label}” is put together again.")

    def _remember(self, summary: Entry, section: str, text: str, done: str) -> None:
        from ...journal.joint_summary.summaries import write_section
        from ..keeping.undo import Undo

        async def bring_back() -> bool:
            return await self.ask(lambda journal: write_section(journal, summary, section, text)) is not None

        self.last_done.remember(Undo(done, "It reads as before.", bring_back))
        self.post_message(JournalChanged())

    # Words of a private entry

    def quote_into(self, summary: Entry, section: str) -> None:
        """Choose a private entry, cut its words down, look at exactly what would be added, and add that."""
        from ...domain.entry import PRIVATE
        from ..screens.links import LinkScreen

        def chosen(entry: Entry | None) -> None:
            if entry is not None:
                self._cut_quote(summary, section, entry)

        self.push_screen(LinkScreen((), "Words of which entry of yours?", within=PRIVATE), chosen)

    @work(group=FOLLOWED, exclusive=True)
    async def _cut_quote(self, summary: Entry, section: str, entry: Entry) -> None:
        from ..screens.quoting import Cut, QuotingScreen

        words = await self.ask(lambda journal: _words_to_quote(journal, summary, section, entry))
        if words is None:
            return

        def again(typed: Mapping[str, object]) -> None:
            self.push_screen(QuotingScreen(summary, section, entry, typed), cut)

        def cut(result: Cut | None) -> None:
            if result is not None:
                self._look_at_quote(result.quote, lambda: again(result.typed))

        again({"text": words})

    @work(group=FOLLOWED, exclusive=True)
    async def _look_at_quote(self, quote: Quote, again: Callable[[], None]) -> None:
        from ...journal.circle.circles import read_circle
        from ...journal.shared.copy_words import who_reads
        from ..forms.asides import what_saving_does
        from ..screens.section_preview import SectionPreviewScreen

        found = await self.ask(
            lambda journal: (
                who_reads(read_circle(journal.spaces[quote.summary.space])),
                what_saving_does(journal, quote.summary),
            )
        )
        if found is None:
            return
        whom, voids = found

        def looked(sure: bool | None) -> None:
            if sure:
                self._add_quote(quote, whom)
            else:
                again()

        about = "Exactly this, and nothing else, is added to the end of it:"
        foot = (
            f"With your next exchange it becomes readable for {whom}, and not before. Your own entry stays as it is, "
            "and stays private."
        )
        self.push_screen(
            SectionPreviewScreen(
                quote.section.label, quote.summary.with_whom, about, quote.added, " ".join(filter(None, (foot, voids)))
            ),
            looked,
        )

    @work(group=FOLLOWED, exclusive=True)
    async def _add_quote(self, quote: Quote, whom: str) -> None:
        from ...journal.joint_summary.summary_quotes import add_quote

        if await self.ask(lambda journal: add_quote(journal, quote)) is not None:
            self.post_message(JournalChanged())
            self.tell(f"It stands in “{quote.section.label}”. {whom} can read it after your next exchange.", seconds=8)


def _words_to_quote(journal: Journal, summary: Entry, section: str, entry: Entry) -> str:
    """Everything that could be quoted of an entry; raises what keeps it from being quoted."""
    from ...journal.joint_summary.quotable_words import quotable_words
    from ...journal.joint_summary.summary_quotes import prepare_quote

    words = quotable_words(journal, entry)
    prepare_quote(journal, summary, section, entry.id, words)
    return words


def _void(voids: str) -> str:
    return " What was put forward is void by that." if voids else ""
