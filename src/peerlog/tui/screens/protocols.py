"""Choosing a protocol: what each is for, how many it takes, how long, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from ...domain.protocol import Protocol, Repeat
from ...domain.session_plan import shortest_and_longest
from ...journal.practice_files import group_protocols
from ..commands import bindings, confirm
from ..style_sheets import STYLES
from ..widgets.footer import KeyLine
from ..widgets.hanging import Hanging
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_LABEL_WIDTH = 24


class ProtocolsScreen(Screen[Protocol]):
    """A list, and under it what there is to know about the one that is marked; the result is that one."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(confirm.Choose, confirm.CloseWindow)

    def __init__(self, marked: str = "") -> None:
        """`marked` is the name of the one to begin at."""
        super().__init__()
        self._marked = marked
        self._protocols: Mapping[str, Protocol] = {}

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("A way of working, for a group or a pair", classes="page-kind")
            yield LockNotice()
        yield Rows(id="protocol-rows")
        with VerticalScroll(id="protocol-about", can_focus=False):
            yield Static(id="protocol-said")
            yield Static(id="protocol-problems")
        yield KeyLine()

    async def on_mount(self) -> None:
        loaded = await self.app.ask(lambda _: group_protocols())
        if loaded is None or not self.is_attached:
            return
        self._protocols, problems = loaded
        rows = self.query_one(Rows)
        rows.show([row(_line(each), name) for name, each in self._protocols.items()])
        if self._marked in self._protocols:
            rows.highlighted = rows.get_option_index(self._marked)
        rows.focus()
        said = self.query_one("#protocol-problems", Static)
        said.update(plain("\n".join(f"Left out: {problem}" for problem in problems)))
        said.display = bool(problems)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        protocol = self._protocols.get(event.option_id or "")
        if protocol:
            self.query_one("#protocol-said", Static).update(about(protocol))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._protocols.get(event.option_id or ""))

    def action_choose(self) -> None:
        self.query_one(Rows).action_select()

    def action_close_window(self) -> None:
        self.dismiss()


def _line(protocol: Protocol) -> Line:
    people = say_range(protocol.people, "person", "people")
    return Line(plain_line(protocol.label), plain_line(people).stylize("$quiet"), label_width=_LABEL_WIDTH)


def about(protocol: Protocol) -> Hanging:
    """What a protocol is for, how long it takes, its steps, and where it comes from."""
    fewest = shortest_and_longest(protocol, protocol.people[0], protocol.turns[0])[0]
    most = min(protocol.turns[1], protocol.people[1])
    longest = shortest_and_longest(protocol, protocol.people[1], most)[1]
    facts = (
        f"{say_range(protocol.people, 'person', 'people')} · {say_range(protocol.turns, 'turn', 'turns')}"
        f" · {fewest} to {longest} minutes"
    )
    rows = [
        ("for", plain_line(protocol.about).stylize("bold")),
        ("takes", plain_line(facts)),
        ("", Content()),
        *_steps(protocol),
        ("", Content()),
        ("comes from", plain_line(protocol.source).stylize("$quiet")),
    ]
    return Hanging([(Content(label).stylize("$quiet"), words) for label, words in rows], label_width=14)


def _steps(protocol: Protocol) -> Iterator[tuple[str, Content]]:
    for repeat, steps in groupby(protocol.steps, key=lambda step: step.repeat):
        who = {Repeat.SESSION: "together", Repeat.TURN: "in each turn", Repeat.PERSON: "one by one"}[repeat]
        yield who, plain_line(" · ".join(step.label for step in steps))


def say_range(limits: tuple[int, int], one: str, many: str) -> str:
    """`4 to 8 people`, `1 turn`."""
    least, most = limits
    return f"{least} {one if least == 1 else many}" if least == most else f"{least} to {most} {many}"
