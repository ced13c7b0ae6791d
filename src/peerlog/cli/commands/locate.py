from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option


@click.command(epilog=examples("peerlog locate", "peerlog locate --json"))
@json_option
def command(as_json: bool) -> None:
    """Show which folders peerlog uses, whether or not they are there yet."""
    from ...journal.home import config_folder
    from ...settings import NAME

    home, config = invocation().home, config_folder()
    places = {
        "journal": home.vault,
        "backups": home.vault / "backups",
        "settings": config / NAME,
        "page templates": config / "pages",
        "state": home.state,
    }
    if as_json:
        terminal.put_json({name.replace(" ", "_"): str(path) for name, path in places.items()})
        return
    for name, path in places.items():
        terminal.put(f"{name:<15} {path}", "" if path.exists() else "  (not there yet)")
