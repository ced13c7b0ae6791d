"""Joint summaries from every screen: beginning one, and saying something in one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ...errors import Refused
from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.circle.circles import Circle
    from ...journal.journal import Journal


class SummaryActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED, exclusive=True)
    async def action_new_summary(self) -> None:
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        found = await self.ask(_to_write_with)
        if found is None:
            return
        if len(found) == 1:
            self.write_summary(found[0])
            return

        def chosen(space: str | None) -> None:
            for each in found or ():
                if each.space == space:
                    self.write_summary(each)

        picks = [Pick(each.space, each.label, each.with_whom) for each in found]
        self.push_screen(WhomScreen("A summary with whom?", picks), chosen)

    def write_summary(self, circle: Circle) -> None:
        """Ask for period and sections, and put the first text together."""
        from ..screens.new_summary import NewSummaryScreen

        def made(summary: Entry | None) -> None:
            if summary is not None:
                self.post_message(EntryOpened(summary.id))
                self.post_message(JournalChanged())

        self.push_screen(NewSummaryScreen(circle), made)

    def write_own_words(self, summary: Entry) -> None:
        """Go on with one's own words in it, or begin them."""
        self._write_own_words(summary)

    @work(group=FOLLOWED, exclusive=True)
    async def _write_own_words(self, summary: Entry) -> None:
        from ..screens.own_words import OwnWordsScreen

        mine = await self.ask(lambda journal: _own_words(journal, summary))
        if mine:
            self.open_own_words(mine[0])
        elif mine is not None:
            self.push_screen(OwnWordsScreen(start={"parent": summary.id}))

    def open_own_words(self, words: Entry) -> None:
        """Go on with one's own words; those of others are read."""
        from ..screens.own_words import OwnWordsScreen

        self.push_screen(OwnWordsScreen(entry=words))


def _to_write_with(journal: Journal) -> list[Circle]:
    """Those with whom something new can be written; raises `Refused` where there is nobody."""
    from ...journal.circle.circles import circles

    found = [each for each in circles(journal) if not each.joining]
    if not found:
        raise Refused(
            "A summary is written with somebody, and you do not share with anybody yet.",
            "“Share with somebody” in the palette begins it (Ctrl-P).",
        )
    return found


def _own_words(journal: Journal, summary: Entry) -> list[Entry]:
    from ...journal.joint_summary.summaries import contributions_to

    return [each for each in contributions_to(journal, summary) if journal.entries.author_of(each).is_me]
