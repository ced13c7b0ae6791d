"""The program: its global options and its commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from .. import __version__
from ..errors import BadInput
from .invocation import Invocation
from .lazy_group import LazyGroup
from .outcome import exit_status

COMMANDS = {
    "init": "init",
    "add": "add",
    "list": "list",
    "show": "show",
    "search": "search",
    "today": "today",
    "tags": "tags",
    "edit": "edit",
    "delete": "delete",
    "undelete": "undelete",
    "import": "import_",
    "export": "export",
    "backup": "backup",
    "restore": "restore",
    "check": "check",
    "passphrase": "passphrase",
    "recover": "recover",
    "rekey": "rekey",
    "settings": "settings",
    "keys": "keys",
    "locate": "locate",
    "completion": "completion",
    "demo": "demo",
}
"""Each command and the module it is in."""


class Program(LazyGroup):
    """The outermost group: ends every way in an exit status, a sentence and a hint."""

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> int:
        extra["standalone_mode"] = False
        run = super().main
        status = exit_status(lambda: run(args, prog_name, **extra))
        sys.exit(status)


@click.group(
    cls=Program,
    modules=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, the app opens. “peerlog COMMAND --help” says more about each.",
)
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that holds your journal, instead of PEERLOG_HOME or the platform's own.",
)
@click.version_option(__version__, prog_name="peerlog", message="%(prog)s %(version)s")
@click.pass_context
def peerlog(context: click.Context, home: Path | None) -> None:
    """An encrypted journal for people who mentor each other."""
    from ..journal.home import find_home

    context.obj = Invocation(find_home(home, os.environ))
    if context.invoked_subcommand is None:
        context.exit(_open_app(context.obj))


def _open_app(invocation: Invocation) -> int:
    from . import terminal

    if not (terminal.can_ask() and terminal.is_shown()):
        raise BadInput(
            "The app needs a terminal, and there is none.", "“peerlog --help” lists the commands that do without."
        )
    from ..tui.app import run

    return int(run(invocation.home))
