"""Asking and giving: open requests, answered ones, feedback, the shelf of resources, thanks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...journal.asking import requests
from ...journal.giving import shelf
from ...journal.journal import Journal
from ..commands import asking, bindings
from ..messages import WritingBegun
from ..together.asking_words import from_and_to, needed_by, who_asks_whom
from .line import Line, labelled
from .list_pane import Contents, ListPane, named, new_entry
from .plain import plain_line
from .rows import row
from .when import say_when

_MOST = 6
_ABOUT = "A second pair of eyes, words that help, things worth passing on."
MORE = "more-"


class AskingPane(ListPane):
    """Each section says how to begin where there is nothing yet; what does not fit is a row that opens all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        new_entry("request"),
        *bindings(asking.NewFeedback, asking.NewResource, asking.NewThanks, asking.FindOnShelf),
    ]
    makes: ClassVar[str] = "request"

    def __init__(self, *, id: str, space: str | None = None, with_whom: str = "") -> None:
        """`space` is where partners read what stands here and what is begun here; None shows everything."""
        super().__init__(id=id)
        self._space, self._with_whom = space, with_whom

    def contents(self, journal: Journal) -> Contents:
        today = journal.time.today()
        shown = Contents(Content("Asking and giving").stylize("bold"), today, journal.time.zone)
        shown.about = Content(_ABOUT).stylize("$quiet")
        shown.with_whom = self._with_whom

        def here(entries: Iterable[Entry]) -> list[Entry]:
            return [each for each in entries if self._space in (None, each.space)]

        def dated(entry: Entry) -> Line:
            return labelled(say_when(journal.entries.when_of(entry), today), named(entry), from_and_to(entry))

        def asked(entry: Entry) -> Line:
            return _request(entry, today, say_when(journal.entries.when_of(entry), today))

        _section(shown, "Open requests", here(requests(journal, "open")), asked, "n", "asks for a second pair of eyes")
        answered = here(requests(journal, "answered"))
        if answered:
            _section(shown, "Answered", answered, asked)
        _section(shown, "Feedback", here(shelf(journal, kind="feedback")), dated, "f", "gives or keeps some")
        _section(shown, "Resources", here(shelf(journal)), _resource, "r", "puts something on the shelf")
        _section(
            shown, "Thanks", here(shelf(journal, kind="thanks")), dated, "t", "thanks somebody, or keeps what you got"
        )
        return shown

    def open_other(self, option_id: str) -> None:
        if option_id.startswith(MORE):
            self._find(option_id.removeprefix(MORE))

    def action_new_entry(self) -> None:
        self.app.post_message(WritingBegun(self.makes, space=self._space))

    def action_new_feedback(self) -> None:
        self.app.post_message(WritingBegun("feedback", space=self._space))

    def action_new_resource(self) -> None:
        self.app.post_message(WritingBegun("resource", space=self._space))

    def action_new_thanks(self) -> None:
        self.app.post_message(WritingBegun("thanks", space=self._space))

    def action_find_on_shelf(self) -> None:
        self._find("resource")

    def _find(self, kind: str) -> None:
        from ..screens.shelf import ShelfScreen

        self.app.push_screen(ShelfScreen(kind))


def _section(
    shown: Contents, label: str, entries: Sequence[Entry], line: Callable[[Entry], Line], key: str = "", does: str = ""
) -> None:
    shown.head(label)
    for entry in entries[:_MOST]:
        shown.add(line(entry), entry)
    if not entries:
        shown.read(Content.assemble((key, "bold $accent"), (f" {does}.", "$quiet")))
    elif len(entries) > _MOST:
        more = Content(f"all {len(entries)}, to search in").stylize("$quiet")
        shown.options.append(row(more, f"{MORE}{entries[0].kind}"))


def _request(request: Entry, today: date, when: str) -> Line:
    return labelled(needed_by(request, today) or when, named(request), who_asks_whom(request))


def _resource(resource: Entry) -> Line:
    """The label is who it came from, for its date says little."""
    source = resource.line("source")
    right = resource.line("why") or resource.line("where")
    return Line(
        plain_line(f"from {source}" if source else "mine").stylize("$quiet"),
        plain_line(named(resource)),
        plain_line(right).stylize("$quiet"),
        label_width=18,
    )
