"""The palette: everything there is, what can be done here, and the themes, each by typing a part of its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from . import themes
from .commands import Command, Group, every_command
from .keymap import say_keys

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from .journal_app import JournalApp


_PALETTES = {"command_palette", "here"}
_LABEL_WIDTH, _KEYS_WIDTH = 18, 8
_MOST_WIDTH, _MARGINS = 104, 10


def open_palette(app: JournalApp, provider: type[Provider], question: str) -> None:
    """Ask a question whose answers `provider` has."""
    if not CommandPalette.is_open(app):
        app.push_screen(CommandPalette([provider], placeholder=question))


class Everything(Provider):
    """Every command that can be given just now."""

    @property
    def _journal_app(self) -> JournalApp:
        return cast("JournalApp", self.app)

    def _fits(self, command: type[Command]) -> bool:
        return command.in_palette and command.name() not in _PALETTES

    def _offers(self) -> list[tuple[type[Command], Callable[[], object]]]:
        """The commands with a place that carries them out: the focused widget, what it lies in, the screen, the app."""
        start: DOMNode = self.focused or self.screen
        places = start.ancestors_with_self
        offers: list[tuple[type[Command], Callable[[], object]]] = []
        for command in sorted(every_command(), key=lambda command: command.group == Group.EVERYWHERE):
            name = command.name()
            place = next((place for place in places if hasattr(place, f"action_{name}")), None)
            if place is not None and self._fits(command) and place.check_action(name, ()):
                offers.append((command, partial(self.app.run_action, name, place)))
        return offers

    async def discover(self) -> Hits:
        for command, carry_out in self._offers():
            yield DiscoveryHit(self._line(command), carry_out, text=command.label)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command, carry_out in self._offers():
            if (score := matcher.match(f"{command.label}: {command.about()}")) > 0:
                yield Hit(score, self._line(command), carry_out, text=command.label)

    def _line(self, command: type[Command]) -> Content:
        label = command.label[0].upper() + command.label[1:]
        keys = say_keys(command, self._journal_app.settings.keys)
        about = Content(" ".join(command.about().split())).stylize("$quiet")
        left = Content.assemble(
            Content(label).truncate(_LABEL_WIDTH, pad=True),
            "  ",
            Content(keys).stylize("$accent").truncate(_KEYS_WIDTH, pad=True),
            "  ",
        )
        room = min(self.app.size.width, _MOST_WIDTH) - left.cell_length - _MARGINS
        return Content.assemble(left, about.truncate(max(0, room), ellipsis=True))


class WhatIsHere(Everything):
    """The commands of what is on the screen, without those that are there on every screen."""

    def _fits(self, command: type[Command]) -> bool:
        return command.group != Group.EVERYWHERE and super()._fits(command)


class Themes(Provider):
    """The themes; the chosen one is kept in the settings."""

    async def discover(self) -> Hits:
        for name in themes.THEMES:
            yield DiscoveryHit(name, partial(self._choose, name))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name in themes.THEMES:
            if (score := matcher.match(name)) > 0:
                yield Hit(score, Content(name), partial(self._choose, name))

    def _choose(self, name: str) -> None:
        app = cast("JournalApp", self.app)
        app.theme = name
        app.keep_setting("theme", name)
