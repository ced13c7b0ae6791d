"""One class for each thing a person can do; footer, palette, help, keymap and documentation all come from it."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import ClassVar

from textual.binding import Binding, BindingType

from .group import Group


class Command:
    """A thing to do. The docstring says what it does, in the words of the help.

    A screen lists the commands it offers in `BINDINGS = bindings(…)` and does each in `action_<name>`.
    """

    label: ClassVar[str]
    """One or two words for the footer and the palette."""
    key: ClassVar[str]
    """Textual's names for the keys, with commas between several; empty for what only the palette offers."""
    group: ClassVar[Group] = Group.EVERYWHERE
    """The heading in the help."""
    footer: ClassVar[bool] = False
    """Whether the footer shows it (five at most are)."""
    in_palette: ClassVar[bool] = True
    """Whether the palette offers it; moving about is done by keys alone."""
    priority: ClassVar[bool] = False
    """Whether it works on top of a dialogue and before the widget that has the focus."""

    all: ClassVar[list[type[Command]]] = []
    names: ClassVar[set[str]] = set()

    def __init_subclass__(cls) -> None:
        Command.all.append(cls)
        Command.names.add(cls.name())

    @classmethod
    def name(cls) -> str:
        """The id for key maps: the class's name in snake case."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def about(cls) -> str:
        return inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0]

    @classmethod
    def binding(cls) -> Binding:
        return Binding(
            cls.key,
            cls.name(),
            cls.label,
            show=cls.footer,
            priority=cls.priority,
            id=cls.name(),
            tooltip=cls.about(),
        )


def bindings(*commands: type[Command]) -> list[BindingType]:
    """The bindings of the commands that have keys; one without is found in the palette alone."""
    return [command.binding() for command in commands if command.key]


def every_command() -> list[type[Command]]:
    """All commands in the order of their groups, also those of screens that have not been shown yet."""
    from pkgutil import iter_modules

    package = import_module(__package__ or "")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    order = {group: place for place, group in enumerate(Group)}
    # Within a group by module, so that it does not matter which was imported first.
    return sorted(Command.all, key=lambda command: (order[command.group], command.__module__))
