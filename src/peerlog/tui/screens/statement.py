"""A closing statement, to be read before it is written into a file, or put forward for all of you to sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...journal.journal import Journal
from ...journal.partnership import statement_of
from ..commands import texts_to_agree
from ..widgets.plain import plain
from .text_page import TextPage

if TYPE_CHECKING:
    from ..actions.agreeing_texts import AgreeingTextActions

_FILE = "To print it or hand it on: peerlog agreement statement -o statement.md"
_SIGN = (
    ("F", "bold $accent"),
    (" puts one forward that all of you sign, made from what you share and nothing else.\n", "$quiet"),
)


class StatementScreen(TextPage):
    """Period, meetings, hours, goals met; nothing of what was talked about."""

    heading = "Closing statement"
    BINDINGS: ClassVar[list[BindingType]] = [replace(texts_to_agree.PutForward.binding(), show=True)]

    def __init__(self, agreement: Entry) -> None:
        super().__init__()
        self._agreement = agreement

    @property
    def current_entry(self) -> Entry:
        return self._agreement

    def text(self, journal: Journal) -> Content:
        said = statement_of(journal, journal.entries.get(self._agreement.id)).removeprefix("# ")
        title, _, rest = said.partition("\n")
        sign = Content.assemble(*_SIGN) if self._agreement.with_whom else Content()
        return Content.assemble(plain(title).stylize("bold"), "\n", plain(rest), "\n", sign, (_FILE, "$quiet"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "put_forward":
            return bool(self._agreement.with_whom)
        return super().check_action(action, parameters)

    def action_put_forward(self) -> None:
        cast("AgreeingTextActions", self.app).put_forward(self._agreement, "closing")
