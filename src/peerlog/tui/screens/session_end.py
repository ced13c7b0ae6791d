"""Closing a session: what will be kept, under which title."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.group_session import GroupSession
from ...domain.minutes import say_minutes
from ...domain.session_words import names
from ...domain.text import first_line
from ..commands import bindings, confirm
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain_line
from .dialogue import Dialogue


class SessionEndScreen(Dialogue[str]):
    """Asks for a title; the result is that, None to go on with the session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(confirm.Choose.binding(), description="keep it"),
        *bindings(confirm.CloseWindow),
    ]

    def __init__(self, session: GroupSession) -> None:
        """`session` is at rest."""
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        session = self._session
        with Vertical(classes="dialogue"):
            yield Static("That is what there is to keep", classes="dialogue-title")
            with Horizontal(id="end-row"):
                yield Static("Title", classes="field-label")
                yield LineInput(session.title or session.protocol, id="end-title")
            with VerticalScroll(can_focus=False, id="end-about"):
                yield Static(_summary(session))
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#end-title", Input).focus()

    async def action_choose(self) -> None:
        title = await self.query_one("#end-title", LineInput).typed_so_far()
        self.dismiss(title.strip())

    def action_close_window(self) -> None:
        self.dismiss(None)


def _summary(session: GroupSession) -> Content:
    lines = [plain_line(f"{say_minutes(session.minutes)} · {names(session.people)}").stylize("$quiet"), Content()]
    for number, roles in enumerate(session.turns, 1):
        outcome = session.outcomes[number - 1]
        if session.was_held(number):
            lines.append(
                Content.assemble(plain_line(roles.presenter).stylize("bold"), "  ", plain_line(outcome.question))
            )
            if said := first_line(outcome.text):
                lines.append(Content.assemble("  ", plain_line(said).stylize("$quiet")))
        else:
            lines.append(
                Content.assemble(plain_line(roles.presenter), ("  had no turn, and is offered one next time", "$quiet"))
            )
    if session.notes.strip():
        lines += [Content(), plain_line(first_line(session.notes))]
    for action in session.actions:
        due = f" · {action.due:%-d %b}" if action.due else ""
        lines.append(Content.assemble("· ", plain_line(f"{action.owner or 'You'}: {action.title}"), (due, "$quiet")))
    return Content("\n").join(lines)
