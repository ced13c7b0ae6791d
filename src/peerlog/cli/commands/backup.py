from __future__ import annotations

from pathlib import Path

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation


@click.command(epilog=examples("peerlog backup", "peerlog backup /media/usb", "peerlog backup ~/peerlog.backup"))
@click.argument("target", metavar="[FILE | DIR]", type=click.Path(path_type=Path), default=Path())
def command(target: Path) -> None:
    """Write an encrypted backup to a file or into a folder (this one, if none is named), and read it back.

    It opens with the passphrase or the recovery words of today, also after you have changed them.
    """
    from ...journal.upkeep import backup_to

    with invocation().journal() as journal:
        path = backup_to(journal, target.expanduser())
    terminal.put(f"Backed up to {path}, and read back.")
