from __future__ import annotations

import os
from pathlib import Path

import click

from ...errors import BadInput, Refused
from .. import terminal
from ..examples import examples
from ..invocation import invocation


@click.command(epilog=examples("peerlog backup", "peerlog backup /media/usb", "peerlog backup ~/peerlog.backup"))
@click.argument("target", metavar="[FILE | DIR]", type=click.Path(), default=".")
def command(target: str) -> None:
    """Write an encrypted backup to a file or into a folder (this one, if none is named), and read it back.

    It opens with the passphrase or the recovery words of today, also after you have changed them.
    """
    from ...journal.home import expanded
    from ...journal.safekeeping.upkeep import backup_to

    if target == "-":
        raise BadInput("A backup cannot go to standard output, for it is read back.", "Name a file or a folder.")
    path = expanded(Path(target))
    if target.endswith((os.sep, os.altsep or os.sep)) and not path.is_dir():
        raise Refused(f"There is no folder {path}.", "Make it first, or name a file without a slash at the end.")
    with invocation().journal() as journal:
        path = backup_to(journal, path)
    terminal.put(f"Backed up to {path}, and read back.")
