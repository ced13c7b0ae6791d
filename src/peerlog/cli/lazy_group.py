"""A group whose commands are imported when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from .text_given import take_text_only

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """`names` are the commands and their summaries in the order of the help.

    Each is what its module in `package` calls `command`. `default` is the one meant when none is named; with
    `default_takes_words` also by a word that is no command's name.
    """

    def __init__(
        self,
        *,
        names: Mapping[str, str],
        package: str = "peerlog.cli.commands",
        default: str = "",
        default_takes_words: bool = False,
        **attributes: Any,
    ) -> None:
        super().__init__(**attributes)
        self._names = names
        self._package = package
        self._default = default
        self._default_takes_words = default_takes_words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = not ctx.resilient_parsing  # while a shell completes, no word yet means that one is wanted
        if self._default and named and (not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names)):
            args = [self._default, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        found = super().shell_complete(ctx, incomplete)
        default = self.get_command(ctx, self._default) if self._default and incomplete.startswith("-") else None
        if default is not None:
            known = {item.value for item in found}
            found += [item for item in default.shell_complete(ctx, incomplete) if item.value not in known]
        return found

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._names:
            return None
        command: click.Command = import_module(f"{self._package}.{module_of(cmd_name)}").command
        command.short_help = self._names[cmd_name]
        take_text_only(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self._default_takes_words and args[0] not in self._names:
            return self._default, self.get_command(ctx, self._default), args
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self._names, 1)
            raise click.UsageError(
                f"There is no command “{_said(ctx, args[0])}”." + (f" Did you mean “{near[0]}”?" if near else ""), ctx
            ) from None


def _said(ctx: click.Context, name: str) -> str:
    """A command as it was typed, after the group that it was looked for in."""
    return " ".join([*ctx.command_path.split()[1:], name])


def module_of(name: str) -> str:
    """The module of a command: its name, with underscores for hyphens and where Python claims the word for itself."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")
