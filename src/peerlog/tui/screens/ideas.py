"""All ideas on a board: to try, trying, tried, kept. Side by side where there is room, else below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, ScrollableContainer, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from ...domain.entry import Entry
from ...domain.idea_course import BOARD, COURSE
from ...domain.kinds import IDEA
from ...domain.text import shorten
from ...journal.ideas import ideas_in
from ..commands import bindings, goal, ideas, page
from ..goals.moving_on import move_on
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged, WritingBegun
from ..style_sheets import STYLES
from ..widgets.entry_line import name_of
from ..widgets.footer import KeyLine
from ..widgets.list_pane import new_entry
from ..widgets.plain import plain_line
from ..widgets.rows import Rows, heading, row
from ..widgets.space_words import SpaceOfList
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_LONGEST = 160
"""Characters of an idea on the board."""
_EMPTY = (
    "No ideas yet. What could you try?\n\n",
    ("n", "bold $accent"),
    " keeps one, ",
    ("T", "bold $accent"),
    " offers some of them each week.",
)


class Column(Rows):
    """The ideas in one state. The mark is shown in the column one is in, and goes on into the next one below."""

    class Passed(Message):
        """Somebody went on beyond the first or the last row."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def is_marked(self, y: int) -> bool:
        return self.has_focus and super().is_marked(y)

    @property
    def marked_lines(self) -> tuple[int, int]:
        """The first line of the marked row, and how many it has."""
        index = self.highlighted or 0
        return self._index_to_line.get(index, 0), self._heights.get(index, 1)

    def action_cursor_down(self) -> None:
        if self.highlighted is None or self.highlighted == self.option_count - 1:
            self.post_message(self.Passed(1))
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        if not self.highlighted:
            self.post_message(self.Passed(-1))
        else:
            super().action_cursor_up()


class IdeasScreen(Screen[None]):
    """Arrows go from column to column, `s` moves the marked idea on, Enter opens it."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(goal.MoveOn),
        new_entry("idea"),
        *bindings(ideas.ColumnLeft, ideas.ColumnRight, page.ClosePage),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._ideas: dict[str, Entry] = {}
        self._is_shown = False
        self._just_written = ""

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("Ideas", classes="page-kind")
            yield LockNotice()
            yield SpaceOfList(classes="page-space")
        yield Static(id="board-empty")
        with ScrollableContainer(id="board", can_focus=False):
            for state in BOARD:
                with Vertical(classes="board-column"):
                    yield Static(classes="board-head", id=f"head-{state}")
                    yield Column(id=f"column-{state}")
        yield Static(id="board-foot")
        yield KeyLine()

    def on_mount(self) -> None:
        self.reload()

    def on_journal_changed(self, message: JournalChanged) -> None:
        self._just_written = message.written or self._just_written
        self.reload()

    def on_screen_resume(self) -> None:
        """What changed beneath another screen has the room of before, until it is laid out again."""
        for column in self.query(Column):
            column.refresh(layout=True)

    @work(exclusive=True, group=FOLLOWED)
    async def reload(self) -> None:
        found = await self.app.ask(ideas_in)
        if found is not None and self.is_attached:
            self._show(found)

    def _show(self, found: list[Entry]) -> None:
        self._ideas = {idea.id: idea for idea in found}
        for state in BOARD:
            standing = [idea for idea in found if COURSE.standing(idea.state) == state]
            head = Content.assemble((COURSE.label(state).capitalize(), "bold"), (f"  {len(standing)}", "$quiet"))
            self.query_one(f"#head-{state}", Static).update(head)
            cards = [row(_card(idea), idea.id) for idea in standing]
            gaps = [heading(Content()) for _ in cards]
            self._column(state).show([each for pair in zip(gaps, cards, strict=True) for each in pair][1:])
        dropped = sum(1 for idea in found if idea.state == "dropped")
        foot = f"{dropped} dropped, which the journal still has" if dropped else ""
        self.query_one("#board-foot", Static).update(Content(foot).stylize("$quiet"))
        self.query_one("#board").display = bool(found)
        empty = self.query_one("#board-empty", Static)
        empty.update(Content.assemble(*_EMPTY))
        empty.display = not found
        if not self._is_shown or (isinstance(self.focused, Column) and not self.focused.option_count):
            self._is_shown = True
            self._go_to_first()
        self._mark_written()
        self.refresh_bindings()

    def _mark_written(self) -> None:
        """Go to what has just been written, so that the next key is about that."""
        written = self._ideas.get(self._just_written)
        if written is not None and (standing := COURSE.standing(written.state)) in BOARD:
            column = self._column(standing)
            column.highlighted, self._just_written = column.get_option_index(written.id), ""
            column.focus()

    def _column(self, state: str) -> Column:
        return self.query_one(f"#column-{state}", Column)

    @property
    def _columns(self) -> list[Column]:
        """Those that hold something."""
        return [column for column in (self._column(state) for state in BOARD) if column.option_count]

    def _go_to_first(self) -> None:
        if self._columns:
            self._columns[0].focus()

    @property
    def current_entry(self) -> Entry | None:
        """The idea that is marked."""
        column = self.focused
        option = column.highlighted_option if isinstance(column, Column) else None
        return self._ideas.get(option.id or "") if option else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._bring_into_view()
        self.refresh_bindings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Where the columns stand below one another they do not scroll, but all of them together."""
        column = self.focused
        if isinstance(column, Column) and isinstance(column.parent, Widget) and not self.has_class("-wide"):
            line, height = column.marked_lines
            top = column.parent.virtual_region.y + column.virtual_region.y + line
            self.query_one("#board").scroll_to_region(Region(0, top, 1, height), animate=False, immediate=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.app.post_message(EntryOpened(event.option_id or ""))

    def on_column_passed(self, event: Column.Passed) -> None:
        if not self.has_class("-wide") and (column := self._neighbour(event.by)):
            column.focus()
            column.highlighted = 0 if event.by > 0 else column.option_count - 1

    def _neighbour(self, by: int) -> Column | None:
        columns = self._columns
        place = columns.index(self.focused) + by if self.focused in columns else 0
        return columns[place] if 0 <= place < len(columns) else None

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.current_entry is not None if action == "move_on" else True

    def action_move_on(self) -> None:
        if self.current_entry:
            move_on(self.app, self.current_entry.id)

    def action_column_left(self) -> None:
        if column := self._neighbour(-1):
            column.focus()

    def action_column_right(self) -> None:
        if column := self._neighbour(1):
            column.focus()

    def action_new_entry(self) -> None:
        self.app.post_message(WritingBegun(IDEA.name))

    def action_close_page(self) -> None:
        self.dismiss()


def _card(idea: Entry) -> Content:
    """The idea, and under it what came of it, or its first small step."""
    said = plain_line(shorten(name_of(idea), _LONGEST))
    more = idea.line("outcome") or idea.line("step")
    return Content.assemble(said, "\n", plain_line(shorten(more, _LONGEST)).stylize("$quiet")) if more else said
