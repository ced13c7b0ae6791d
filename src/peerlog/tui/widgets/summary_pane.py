"""A joint summary's page: read like the document it becomes, and written section by section."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType

from ...domain.entry import Entry
from ...domain.kinds import CONTRIBUTION
from ...journal.journal import Journal
from ..commands import bindings, summary, texts_to_agree
from ..commands.entry import EarlierVersions
from ..signing import agreeing
from ..signing.signed_rows import TEXT
from ..summaries.summary_page import ABOUT, section_at, summary_page
from .entry_pane import EntryPane
from .list_pane import Contents
from .rows import Rows

if TYPE_CHECKING:
    from ..app import PeerlogApp


class SummaryPane(EntryPane):
    """What can be done is about the section that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            summary.OwnWords,
            summary.QuoteEntry,
            summary.ComposeAgain,
            summary.LeaveOutSection,
            summary.NextSection,
            summary.SectionBefore,
        ),
        replace(texts_to_agree.PutForward.binding(), show=True),
        *bindings(EarlierVersions),
    ]
    heading = "Summary"
    marks_written = True

    def page(self, journal: Journal, entry: Entry) -> Contents:
        return summary_page(journal, entry)

    @property
    def _app(self) -> PeerlogApp:
        return cast("PeerlogApp", self.app)

    @property
    def _marked_id(self) -> str:
        rows = self.query_one_optional(Rows)
        option = rows.highlighted_option if rows else None
        return (option.id if option else None) or ""

    @property
    def section(self) -> str:
        """The name of the section that is marked; empty on any other row."""
        return section_at(self._marked_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("quote_entry", "compose_again"):
            return bool(self.section) and not (action == "compose_again" and self.section == "text")
        if action == "leave_out_section":
            return bool(self.entry and self.section and self.entry.line(self.section))
        return super().check_action(action, parameters)

    # Opening and changing

    def open_other(self, option_id: str) -> None:
        if option_id.startswith(TEXT):
            self._app.show_text(option_id.removeprefix(TEXT))
        else:
            self._edit()

    def open_entry(self, entry: Entry) -> None:
        self._app.open_own_words(entry)

    def action_edit_entry(self) -> None:
        marked = self.marked()
        if isinstance(marked, Entry) and marked.kind == CONTRIBUTION.name:
            self.open_entry(marked)
        else:
            self._edit()

    def _edit(self) -> None:
        from ..screens.section import ABOUT as TITLE_AND_PERIOD
        from ..screens.section import SectionScreen

        if self.entry:
            names = (self.section,) if self.section else TITLE_AND_PERIOD
            self.app.push_screen(SectionScreen(names, entry=self.entry))

    async def action_delete_entry(self) -> None:
        """On a section only that is taken out; the whole summary goes from its first line."""
        if self.section:
            self.action_leave_out_section()
        else:
            await super().action_delete_entry()

    def action_leave_out_section(self) -> None:
        if self.entry and self.section:
            self._app.leave_out(self.entry, self.section)

    def action_compose_again(self) -> None:
        if self.entry and self.section:
            self._app.compose_again(self.entry, self.section)

    def action_quote_entry(self) -> None:
        if self.entry and self.section:
            self._app.quote_into(self.entry, self.section)

    def action_own_words(self) -> None:
        if self.entry:
            self._app.write_own_words(self.entry)

    def action_put_forward(self) -> None:
        self._app.put_forward(self.entry)

    def action_earlier_versions(self) -> None:
        if self.entry:
            agreeing.show_versions(self.app, self.entry)

    # Going from section to section

    def action_next_section(self) -> None:
        self._go(1)

    def action_section_before(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        rows = self.query_one(Rows)
        starts = [place for place, option in enumerate(rows.options) if _is_start(option.id)]
        here = rows.highlighted or 0
        beyond = [place for place in starts if (place > here if step > 0 else place < here)]
        if beyond:
            rows.highlighted = beyond[0 if step > 0 else -1]


def _is_start(option_id: str | None) -> bool:
    """Whether a row is the first of a section or of somebody's words."""
    return bool(option_id) and (option_id == ABOUT or str(option_id).endswith(":0"))
