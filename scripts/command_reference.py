"""Write the reference part of docs/commands.md from the commands themselves: python -m scripts.command_reference"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from peerlog.cli.root import peerlog

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
BEGIN = "<!-- From here on, `python -m scripts.command_reference` writes this page. -->"


def main() -> None:
    """Put the reference in the place of the one in the page."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page[: page.index(BEGIN)] + reference(), encoding="utf-8")


def reference() -> str:
    """Everything about every command, in the order of the help."""
    context = click.Context(peerlog, info_name="peerlog", **peerlog.context_settings)
    return "\n".join([BEGIN, "", *_described(peerlog, context, "Global options"), *_commands(peerlog, context)])


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(name)
        own = click.Context(command, info_name=name, parent=context)
        yield from _described(command, own, own.command_path)
        if isinstance(command, click.Group):
            yield from _commands(command, own)


def _described(command: click.Command, context: click.Context, heading: str) -> Iterator[str]:
    yield from (f"## {heading}", "")
    if context.parent:
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        yield from ("```", usage, "```", "")
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield from (" ".join(paragraph.split()), "")
    options = [param.get_help_record(context) for param in command.params if isinstance(param, click.Option)]
    for record in options:
        if record:
            names, about = record
            yield f"- `{names}`: {about}"
    if options:
        yield ""
    lines = re.findall(r"^ {2}(peerlog.*|\w+ \| peerlog.*)$", command.epilog or "", re.MULTILINE)
    if lines:
        yield from ("```", *lines, "```", "")


if __name__ == "__main__":
    main()
