"""Where an entry lives, in words and in a colour: for nobody else, or with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from ...domain.text import clean_line
from .plain import plain_line

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp


def say_space(with_whom: str, *, vent: bool = False) -> Content:
    """`PRIVATE`, or `WITH SAM` where somebody else reads it."""
    return shared_words(with_whom) if with_whom else private_words(vent=vent)


def private_words(*, vent: bool) -> Content:
    """That nobody else sees this; for a note that lets off steam, that it can never be copied either."""
    return Content("PRIVATE · never copied" if vent else "PRIVATE").stylize("$space-private")


def two_versions_words() -> Content:
    """That two people have changed it apart from each other."""
    return Content("2 versions").stylize("$warning")


def shared_words(with_whom: str) -> Content:
    """`WITH SAM`."""
    return plain_line(f"WITH {clean_line(with_whom).upper()}").stylize("$space-shared")


class SpaceOfList(Static):
    """Stands over a list of everything: it says `PRIVATE` as long as nothing in the journal is shared."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    def on_mount(self) -> None:
        self._look()

    @work
    async def _look(self) -> None:
        is_alone = await self.app.ask(lambda journal: len(journal.spaces) == 1)
        if is_alone:
            self.update(private_words(vent=False))
