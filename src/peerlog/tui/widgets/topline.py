"""The top line: where one is, and in the last half minute how long until the lock."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from .plain import plain_line

TABS = {"today": "Today", "journal": "Journal", "goals": "Goals", "together": "Together", "cpd": "CPD"}
"""Names of the tabs by the ids of their panes, in the order of their keys 1, 2, 3 …"""
_LONGEST = 20
"""Cells for a partner's name."""


class Tabs(Widget):
    """The tabs' names; the one that is open is underlined as well as coloured."""

    DEFAULT_CSS = """
    Tabs { width: 1fr; height: 1; color: $quiet; }
    """
    ALLOW_SELECT = False

    current: reactive[str] = reactive("today")
    partner: reactive[str] = reactive("")
    """What the fourth tab is called: the partner's name, where there is one."""

    has_cpd: reactive[bool] = reactive(False)
    """Whether something counts as CPD: before that, the fifth tab shows only while one is on it."""

    def on_mount(self) -> None:
        self.auto_links = False

    def render(self) -> RenderResult:
        names = []
        for number, (tab, usual) in enumerate(TABS.items(), 1):
            if tab == "cpd" and not self.has_cpd and self.current != tab:
                continue
            name = Content(usual)
            if tab == "together" and self.partner:
                name = plain_line(self.partner).truncate(_LONGEST, ellipsis=True)
            style = "bold underline $accent" if tab == self.current else ""
            click = Style.from_meta({"@click": f"screen.show_tab('{tab}')"})
            names.append(Content.assemble(f"{number} ", name.stylize(style) if style else name).stylize(click))
        return Content("   ").join(names)


class LockNotice(Static):
    """Says when the lock is near, or the hiding while a meeting runs; empty otherwise. Any screen may have one."""

    DEFAULT_CSS = """
    LockNotice { dock: top; width: auto; height: 1; padding: 0 1; color: $warning; }
    """

    def show(self, seconds: int | None, *, hides: bool = False) -> None:
        """`seconds` are those until the lock, or until the text `hides`; None says nothing."""
        self.update("" if seconds is None else f"{'hides' if hides else 'locks'} in {seconds} s, any key stays")


class TopLine(Horizontal):
    """Tabs at the left, the notice of the lock at the right."""

    DEFAULT_CSS = """
    TopLine { dock: top; height: 1; padding: 0 1; }
    TopLine LockNotice { dock: none; padding: 0; }
    """

    def compose(self) -> ComposeResult:
        yield Tabs()
        yield LockNotice()
