"""The agenda of a meeting that runs, as one line of steps: what is settled, what is being talked about, what comes."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from ...domain.entry import Entry
from ...domain.text import shorten
from .fitted import FittedLine
from .list_pane import named
from .plain import plain_line

_GAP = Content("   ")
_MOST = 32
"""Characters of one item."""
_SETTLED = frozenset({"settled", "carried"})


def is_settled(item: Entry) -> bool:
    return item.state in _SETTLED


def current_item(items: Sequence[Entry]) -> Entry | None:
    """The first item that is not settled."""
    return next((item for item in items if not is_settled(item)), None)


class Steps(FittedLine):
    """Fits into its width: steps that are behind become their number, then those that lie farthest ahead do."""

    def __init__(self, items: Sequence[Entry]) -> None:
        self._items = list(items)

    def at(self, width: int) -> Content:
        """The line as content of at most `width` cells."""
        if not self._items:
            return Content("Nothing is on the agenda.").stylize("$quiet").truncate(width, ellipsis=True)
        now = current_item(self._items)
        before = [item for item in self._items if is_settled(item)]
        after = [item for item in self._items if not is_settled(item) and item is not now]
        steps = [_step(now, "▸ ", "bold $accent")] if now else []
        hidden_before, hidden_after = len(before), len(after)

        def line() -> Content:
            parts = [Content(f"✓ {hidden_before}").stylize("$quiet")] if hidden_before else []
            parts += steps
            parts += [Content(f"and {hidden_after} more").stylize("$quiet")] if hidden_after else []
            return _GAP.join(parts)

        for item in after:
            steps.append(_step(item, "", ""))
            hidden_after -= 1
            if line().cell_length > width:
                steps.pop()
                hidden_after += 1
                break
        for item in reversed(before):
            steps.insert(0, _step(item, "✓ ", "$quiet"))
            hidden_before -= 1
            if line().cell_length > width:
                steps.pop(0)
                hidden_before += 1
                break
        return line().truncate(width, ellipsis=True)


def _step(item: Entry, mark: str, style: str) -> Content:
    said = Content.assemble(mark, plain_line(shorten(named(item), _MOST)))
    return said.stylize(style) if style else said


class AgendaSteps(Widget):
    """One line."""

    DEFAULT_CSS = """
    AgendaSteps { height: 1; width: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Entry] = []

    def show(self, items: Sequence[Entry]) -> None:
        self._items = list(items)
        self.refresh()

    def render(self) -> Steps:
        return Steps(self._items)
