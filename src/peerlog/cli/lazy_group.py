"""A group whose commands are imported when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword

import click

from .text_given import take_text_only


class LazyGroup(click.Group):
    """`names` are the commands and their summaries in the order of the help.

    Each is what its module in `commands` calls `command`.
    """

    def __init__(self, *, names: Mapping[str, str], **attributes: object) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._names:
            return None
        command: click.Command = import_module(f".commands.{module_of(cmd_name)}", __package__).command
        command.short_help = self._names[cmd_name]
        take_text_only(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self._names, 1)
            raise click.UsageError(
                f"There is no command “{args[0]}”." + (f" Did you mean “{near[0]}”?" if near else ""), ctx
            ) from None


def module_of(name: str) -> str:
    """The module of a command: its name, with an underscore where Python claims the word for itself."""
    return f"{name}_" if iskeyword(name) else name
