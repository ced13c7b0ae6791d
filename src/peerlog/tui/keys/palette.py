"""The palette: everything there is, what can be done here, and the themes, each by typing a part of its name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.command import Command as Row
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import Theme
from textual.widgets import Input, OptionList
from textual.worker import WorkerError, WorkerState

from .. import themes
from ..commands import Command, Group, entry, every_command
from ..life.type_ahead import FOLLOWED
from .keymap import say_keys

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from ..journal_app import JournalApp


Offer = tuple[type[Command], Callable[[], object]]

_PALETTES = {"command_palette", "here"}
_LABEL_WIDTH, _KEYS_WIDTH = 21, 8
_MOST_WIDTH, _MARGINS = 104, 6
_BY_LABEL = 1000.0
"""What a match in a label is worth more than any in a description."""


def open_palette(app: JournalApp, provider: type[Provider], question: str) -> None:
    """Ask a question whose answers `provider` has."""
    if not CommandPalette.is_open(app):
        palette = ThemePalette if provider is Themes else Palette
        app.push_screen(palette([provider], placeholder=question))


class Palette(CommandPalette):
    """From edge to edge where the terminal is narrow. Enter waits for what the last letter finds."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium")]

    @on(Input.Submitted)
    def _pick(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()  # or Textual takes what fewer letters had found
        self._pick_when_found()

    @work(group=FOLLOWED, exclusive=True)
    async def _pick_when_found(self) -> None:
        searches = [each for each in self.app.workers if each.group == self._GATHER_COMMANDS_GROUP]
        for search in searches:
            while search.state is WorkerState.PENDING:
                await asyncio.sleep(0)
            with suppress(WorkerError):  # by a newer search, which stands further down
                await asyncio.shield(search.wait())
        if self.is_attached:
            self._select_or_command()


class Everything(Provider):
    """Every command that can be given just now."""

    own_first: ClassVar[bool] = False
    """Whether what the screen itself does stands before what can be done on many."""

    @property
    def _journal_app(self) -> JournalApp:
        return cast("JournalApp", self.app)

    def fits(self, command: type[Command], place: DOMNode) -> bool:
        return command.in_palette and command.name() not in _PALETTES

    async def startup(self) -> None:
        active = self.screen.active_bindings.values()
        self.with_key = {each.binding.id or each.binding.action.removeprefix("app.") for each in active}
        """What a key does on the screen beneath: elsewhere the same key may mean something else, or nothing."""

    def _offers(self) -> list[Offer]:
        """The commands with a place that carries them out: the focused widget, what it lies in, the screen, the app."""
        start: DOMNode = self.focused or self.screen
        places = start.ancestors_with_self
        offers: list[Offer] = []
        of_the_app: list[type[Command]] = []
        for command in sorted(every_command(), key=lambda command: command.group == Group.EVERYWHERE):
            name = command.name()
            place = next((place for place in places if hasattr(place, f"action_{name}")), None)
            if place is not None and self.fits(command, place) and self._is_possible(command, place):
                offers.append((command, partial(self.app.run_action, name, place)))
                of_the_app += [command] if place is self.app else []
        return sorted(offers, key=lambda offer: self.own_first and offer[0] in of_the_app)

    def _is_possible(self, command: type[Command], place: DOMNode) -> bool:
        if command is entry.Undo and not self._journal_app.last_done:
            return False  # its key says so; a list of what can be done leaves it out
        return bool(place.check_action(command.name(), ()))

    async def discover(self) -> Hits:
        for command, carry_out in self._offers():
            yield DiscoveryHit(self._line(command), carry_out, text=command.label)

    async def search(self, query: str) -> Hits:
        matcher, words = self.matcher(query), query.casefold().split()
        for command, carry_out in self._offers():
            in_label = matcher.match(command.label)
            score = _BY_LABEL + in_label if in_label else 0.0
            about = f"{command.label}: {command.about()}"
            if not in_label and all(word in about.casefold() for word in words):
                score = matcher.match(about)  # letters strewn over a sentence are no answer, and Enter would take it
            if score > 0:
                yield Hit(score, self._line(command), carry_out, text=command.label)

    def _line(self, command: type[Command]) -> Content:
        label = command.label[0].upper() + command.label[1:]
        keys = say_keys(command, self._journal_app.settings.keys) if command.name() in self.with_key else ""
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
    """The commands of what is on the screen, without those that are there on every screen; all that the footer says."""

    own_first: ClassVar[bool] = True

    def fits(self, command: type[Command], place: DOMNode) -> bool:
        is_of_this = place is not self.app or command.name() in self.with_key
        in_footer = command.footer and command.name() in self.with_key
        return command.group != Group.EVERYWHERE and is_of_this and (in_footer or super().fits(command, place))


class ThemePalette(Palette):
    """Shows each theme while one goes along them; whoever leaves without choosing has the one before again."""

    def on_mount(self) -> None:
        self._before = self.app.theme
        self.app.theme_changed_signal.subscribe(self, self._restyle)

    def _restyle(self, theme: Theme) -> None:
        """Textual leaves screens of its own out when the theme changes."""
        self.app.stylesheet.update(self)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if isinstance(event.option, Row) and event.option.hit.text in themes.THEMES:
            self.app.theme = event.option.hit.text

    def on_unmount(self) -> None:
        if self._selected_command is None:
            self.app.theme = self._before


class Themes(Provider):
    """The themes, the present one first; the chosen one is kept in the settings."""

    async def startup(self) -> None:
        self._present = self.app.theme

    async def discover(self) -> Hits:
        for name in sorted(themes.THEMES, key=lambda name: name != self._present):
            yield DiscoveryHit(self._line(name), partial(self._choose, name), text=name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name in themes.THEMES:
            if (score := matcher.match(name)) > 0:
                yield Hit(score, self._line(name), partial(self._choose, name), text=name)

    def _line(self, name: str) -> Content:
        present = name == self._present
        about = _about(themes.THEMES[name]) + (", the present one" if present else "")
        label = Content("✓ " if present else "  ") + Content(name).truncate(_LABEL_WIDTH, pad=True)
        return Content.assemble(label, (about, "$quiet"))

    def _choose(self, name: str) -> None:
        app = cast("JournalApp", self.app)
        app.theme = name
        app.keep_setting("theme", name)


def _about(theme: Theme) -> str:
    ground = "dark" if theme.dark else "light"
    if theme.ansi:
        return f"your terminal's own colours, {ground}"
    return f"{ground}, high contrast" if theme.name.startswith("contrast") else ground
