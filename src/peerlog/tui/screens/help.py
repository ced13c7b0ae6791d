"""What the keys do on the screen one came from; below that every key, by where it works."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ..commands import Command, Group, bindings, every_command, keeping
from ..keys.keymap import complaints, say_keys
from ..widgets.footer import KeyLine
from ..widgets.scrolled import Scrolled
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_HERE = "Here"
_KEYS_WIDTH = 16
_MOST_WIDTH = 100


class HelpScreen(Screen[None]):
    """The keys as they are now, with those chosen in the settings, and what is wrong with these."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    DEFAULT_CSS = """
    HelpScreen #help { padding: 0 3; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(keeping.Done)

    def __init__(self, asked_on: Screen[Any]) -> None:
        super().__init__()
        active = asked_on.active_bindings.values()
        self._here = {each.binding.id for each in active if each.node is not asked_on.app}
        self._possible = {each.binding.id or each.binding.action.removeprefix("app.") for each in active}

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with Scrolled(id="help"):
            yield Static(id="keys")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Scrolled).focus()

    def on_resize(self) -> None:
        self.query_one("#keys", Static).update(self._said())

    def action_done(self) -> None:
        self.dismiss()

    def _said(self) -> Content:
        commands = self._commands()
        chosen = self.app.settings.keys
        parts = [Content(complaint).stylize("$warning") for complaint in complaints(chosen, every_command())]
        if self.app.session.is_open and (here := self._of_here(commands)):
            parts += [Content(), Content(_HERE).stylize("bold $accent"), *map(self._line, here)]
        for group in self._groups(commands):
            parts += [Content(), Content(group).stylize("bold $accent")]
            parts += [self._line(command) for command in commands if command.group == group and command.key]
        if not self.app.session.is_open:
            return Content("\n").join(parts)
        parts += [
            Content(),
            Content("Other keys: “keys” in the settings, by these names.").stylize("$quiet"),
            Content(", ".join(command.name() for command in commands if command.key)).stylize("$quiet"),
        ]
        return Content("\n").join(parts)

    def _commands(self) -> list[type[Command]]:
        """All there are; before the journal is open, those that can be given."""
        commands = every_command()
        if self.app.session.is_open:
            return commands
        return [command for command in commands if command.name() in self._possible]

    def _of_here(self, commands: list[type[Command]]) -> list[type[Command]]:
        """What can be done where the help was asked for, what the bottom line names first."""
        here = [command for command in commands if command.name() in self._here and command.key]
        return sorted(here, key=lambda command: not command.footer)

    def _groups(self, commands: list[type[Command]]) -> list[str]:
        """Everywhere, then the others; before the journal is open what opens it comes first."""
        groups = list(dict.fromkeys(command.group for command in commands if command.key))
        last = self.app.session.is_open
        return sorted(groups, key=lambda group: (group == Group.EVERYWHERE) != last)

    def _line(self, command: type[Command]) -> Content:
        width = max(20, min(self.app.size.width - 8, _MOST_WIDTH) - _KEYS_WIDTH)
        keys = say_keys(command, self.app.settings.keys)
        first, *more = textwrap.wrap(" ".join(command.about().split()), width) or [""]
        lines = [Content.assemble((f"{keys:<{_KEYS_WIDTH}}", "bold"), first)]
        return Content("\n").join([*lines, *(Content(" " * _KEYS_WIDTH + line) for line in more)])
