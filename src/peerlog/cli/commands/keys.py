from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..json_option import json_option
from ..layout import fitted, width


@click.command(epilog=examples("peerlog keys", "peerlog keys --json"))
@json_option
def command(as_json: bool) -> None:
    """List the keys of the app, with the ones that you have chosen yourself in the settings.

    After the keys stands the name by which “peerlog settings set keys.NAME KEYS” gives an action others.
    """
    from ...journal.home import config_folder
    from ...settings import load_settings
    from ...tui.commands import every_command
    from ...tui.keys.keymap import say_keys

    chosen = load_settings(config_folder()).keys
    groups: dict[str, list[dict[str, str]]] = {}
    for each in every_command():
        said = {"name": each.name(), "keys": say_keys(each, chosen), "about": " ".join(each.about().split())}
        groups.setdefault(each.group, []).append(said)
    if as_json:
        terminal.put_json({"keys": [{"group": group, **said} for group, all_ in groups.items() for said in all_]})
        return
    keys, names = (max(width(said[part]) for all_ in groups.values() for said in all_) for part in ("keys", "name"))
    for number, (group, all_) in enumerate(groups.items()):
        if number:
            terminal.put()
        terminal.put(terminal.Bold(group))
        for said in all_:
            terminal.put(f"  {fitted(said['keys'], keys)}  {fitted(said['name'], names)}  {said['about']}")
