"""A closing statement, to be read before it is written into a file."""

from __future__ import annotations

from textual.content import Content

from ...journal.journal import Journal
from ...journal.partnership import statement_of
from ..widgets.plain import plain
from .text_page import TextPage

_FILE = "To print it or hand it on: peerlog agreement statement -o statement.md"


class StatementScreen(TextPage):
    """Period, meetings, hours, goals met; nothing of what was talked about."""

    heading = "Closing statement"

    def __init__(self, agreement_id: str) -> None:
        super().__init__()
        self._agreement_id = agreement_id

    def text(self, journal: Journal) -> Content:
        said = statement_of(journal, journal.entries.get(self._agreement_id)).removeprefix("# ")
        title, _, rest = said.partition("\n")
        return Content.assemble(plain(title).stylize("bold"), "\n", plain(rest), "\n", (_FILE, "$quiet"))
