"""Before a record leaves: who and what is named in it, and what is to stand there instead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.identifying import Finding, key_of
from ...domain.problem import Problem
from ...domain.text import clean_line
from ...journal.cpd.identifiable import NOT_SURE
from ...journal.cpd.record_leaving import Leaving, Names, leaving
from ..commands import bindings, confirm, record_leaving
from ..life.type_ahead import FOLLOWED
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, heading, row
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_HEADS = {
    "person": "People",
    "e-mail address": "E-mail addresses",
    "telephone number": "Telephone numbers",
    "organisation": "Organisations",
    "place": "Places",
}
_MOST_PLACES = 3


class NamesScreen(Dialogue[Names]):
    """The result is what stands in the place of each finding, by its name, empty for nothing; None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-roomy")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        record_leaving.TakeNames,
        record_leaving.KeepName,
        record_leaving.ChangeName,
        record_leaving.AllNames,
        record_leaving.AddName,
        confirm.CloseWindow,
    )

    def __init__(self, leaving: Leaving) -> None:
        super().__init__()
        self._take(leaving)

    def _take(self, leaving: Leaving) -> None:
        self._leaving = leaving
        self._findings = {f"found:{number}": each for number, each in enumerate(leaving.findings)}
        self._others = {**leaving.proposed, **{name: said for name, said in (leaving.chosen or {}).items() if said}}
        self._kept = {name for name, said in (leaving.chosen or {}).items() if not said}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialogue tall", id="names-leaving"):
            yield Static("Before it leaves: who could be recognised?", classes="dialogue-title")
            yield Static("Other names, the same throughout; your entries stay as they are.")
            yield Rows()
            yield Static(id="names-where")
            about = Content.assemble(
                plain(NOT_SURE), " ", ("+", "bold $accent"), " adds one. ", plain(self._leaving.reminder)
            )
            yield Static(about, classes="about", id="names-about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()
        self.query_one(Rows).focus()

    def _show(self) -> None:
        rows: list[Option] = []
        before = ""
        for id_, each in self._findings.items():
            if each.sort != before:
                rows.append(heading(Content(_HEADS[each.sort]).stylize("$quiet")))
                before = each.sort
            rows.append(row(self._line(each), id_))
        if not rows:
            rows.append(heading(Content("No name, address or number was found.").stylize("$quiet")))
        self.query_one(Rows).show(rows)
        self._say_where()

    def _line(self, found: Finding) -> Line:
        times = Content(f"{found.times} ×" if found.times > 1 else "").stylize("$quiet")
        if found.name in self._kept:
            stays = Content.assemble(plain_line(found.name), ("  stays as it is", "$quiet"))
            return Line(Content("[ ]").stylize("$quiet"), stays, times)
        said = Content.assemble(
            plain_line(found.name).stylize("$quiet"), ("  →  ", "$quiet"), plain_line(self._others[found.name])
        )
        return Line(Content("[x]").stylize("$accent"), said, times)

    @property
    def _marked(self) -> Finding | None:
        option = self.query_one(Rows).highlighted_option
        return self._findings.get(option.id or "") if option else None

    @on(OptionList.OptionHighlighted)
    def _say_where(self) -> None:
        found = self._marked
        if found is None:
            self.query_one("#names-where", Static).update("")
            return
        more = len(found.where) - _MOST_PLACES
        places = (
            ["; ".join(found.where[:_MOST_PLACES]), f"and in {more} more"] if more > 0 else ["; ".join(found.where)]
        )
        ways = [f"“{way}”" for way in found.written if way != found.name]
        also = f". Also written {', '.join(ways)}" if ways else ""
        said = clean_line(f"In {' '.join(places)}{also}")
        self.query_one("#names-where", Static).update(plain_line(said).stylize("$quiet"))

    def on_option_list_option_selected(self, event: object) -> None:
        """A click keeps or replaces, as the space bar does."""
        self.action_keep_name()

    def action_keep_name(self) -> None:
        if found := self._marked:
            self._kept ^= {found.name}
            self._show()

    def action_all_names(self) -> None:
        every = {each.name for each in self._findings.values()}
        self._kept = set() if self._kept else every
        self._show()

    def action_change_name(self) -> None:
        from .one_line import OneLineScreen

        if found := self._marked:
            screen = OneLineScreen(
                f"What instead of “{clean_line(found.name)}”?",
                partial(self._understood, found),
                about="The same wherever it stands. Empty leaves it as it is.",
                value=self._others[found.name],
                may_be_empty=True,
            )
            self.app.push_screen(screen, partial(self._call, found))

    def _understood(self, found: Finding, line: str) -> str:
        name = clean_line(line).strip()
        for other in self._findings.values():
            if other.name not in self._kept | {found.name} and self._others[other.name].casefold() == name.casefold():
                return f"{name}, as “{clean_line(other.name)}” is called"
        return name

    def _call(self, found: Finding, line: str | None) -> None:
        if line is None:
            return
        if name := clean_line(line).strip():
            self._others[found.name] = name
            self._kept.discard(found.name)
        else:
            self._kept.add(found.name)
        self._show()

    def action_add_name(self) -> None:
        from .one_line import OneLineScreen

        screen = OneLineScreen(
            "Who or what else could be recognised?",
            self._is_there,
            about="A name or words, as they are written in the record.",
            example="Ada Obi",
        )
        self.app.push_screen(screen, self._added)

    def _is_there(self, line: str) -> str:
        words = clean_line(line).strip()
        if not self._leaving.says(words):
            raise Problem("That stands nowhere in the record.", "Write it as it stands there.")
        return ""

    def _added(self, line: str | None) -> None:
        if name := clean_line(line or "").strip():
            self._add(name)

    @work(group=FOLLOWED, exclusive=True)
    async def _add(self, name: str) -> None:
        """Look for it in the record, and ask what stands there instead."""
        record_id = self._leaving.entry.id
        names = {name: "", **self._names()}
        found = await self.app.ask(lambda journal: leaving(journal, record_id, names))
        if found is None or not self.is_attached:
            return
        self._take(found)
        self._show()
        rows = self.query_one(Rows)
        for id_, each in self._findings.items():
            if key_of(name) in map(key_of, each.written):
                rows.highlighted = rows.get_option_index(id_)
                self.action_change_name()

    def _names(self) -> Names:
        return {name: "" if name in self._kept else said for name, said in self._others.items()}

    def action_take_names(self) -> None:
        self.dismiss(self._names())

    def action_close_window(self) -> None:
        self.dismiss(None)
