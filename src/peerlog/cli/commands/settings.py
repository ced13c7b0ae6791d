from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import click

from ...domain.text import brief
from ...errors import BadInput
from ...settings import THEMES
from .. import terminal
from ..examples import examples
from ..json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...settings import Settings


@click.group(
    "settings",
    invoke_without_command=True,
    epilog=examples("peerlog settings", "peerlog settings set lock_after_minutes 10", "peerlog settings path"),
)
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List every setting with its value and meaning."""
    if context.invoked_subcommand is not None:
        return
    from ...journal.home import config_folder
    from ...settings import load_settings

    settings = load_settings(config_folder())
    if as_json:
        terminal.put_json({"settings": _described(settings)})
        return
    for each in _described(settings):
        terminal.put(terminal.Bold(str(each["key"])), f" = {_toml(each['value'])}")
        terminal.put(f"    {each['meaning']} ({each['expected']})")


@command.command("path", epilog=examples("peerlog settings path"))
def path() -> None:
    """Show where the settings file is, or would be."""
    from ...journal.home import config_folder
    from ...settings import NAME

    terminal.put(str(config_folder() / NAME))


def _names(context: click.Context, argument: click.Parameter, begun: str) -> list[str]:
    """Settings' names for the shell to complete, those of keys once “keys.” is typed."""
    from ...settings import Settings

    names = [each.name for each in fields(Settings) if each.name != "keys"]
    if begun.startswith("keys."):
        from ...tui.commands import every_command

        names = [f"keys.{each.name()}" for each in every_command()]
    return [name for name in (*names, "keys.") if name.startswith(begun)]


@command.command(
    "set",
    context_settings={"ignore_unknown_options": True},  # a value may begin with a hyphen
    help=f"""Give a setting another value. The file is made when it is not there; comments in it stay.

    Themes: {", ".join(THEMES)}. For keys.NAME, “peerlog keys” lists the names.
    """,
    epilog=examples("peerlog settings set theme paper", "peerlog settings set keys.new_entry n,ctrl+n"),
)
@click.argument("key", shell_complete=_names)
@click.argument("value")
def set_(key: str, value: str) -> None:
    from ...journal.home import config_folder
    from ...settings import change_setting, load_settings

    folder = config_folder()
    now = load_settings(folder)
    if key.startswith("keys."):
        _require_action_and_keys(key.removeprefix("keys."), value, now)
        keys = {**now.keys, key.removeprefix("keys."): value}
        change_setting(folder, "keys", {name: keys_ for name, keys_ in keys.items() if keys_})
    else:
        change_setting(folder, key, _read(now, key, value))
    terminal.put(f"{key} = {value}")
    if key.startswith("keys."):
        _complain(load_settings(folder).keys)


def _require_action_and_keys(action: str, value: str, now: Settings) -> None:
    """Refuse a name that is no action's (taking a wrong one back is no mistake), and keys that no keyboard has."""
    from ...tui.commands import every_command
    from ...tui.keys.keymap import unknown_keys

    known = action in {each.name() for each in every_command()}
    if not known and (value.strip() or action not in now.keys):
        raise BadInput(
            f"The settings would give keys to “{brief(action)}”, which is no command.",
            "“peerlog keys” lists the names.",
        )
    if unknown := unknown_keys(value):
        raise BadInput(f"“{brief(unknown[0])}” is no key.", "Keys are written so: n, D, ctrl+n, f5, escape, full_stop.")


def _complain(keys: Mapping[str, str]) -> None:
    from ...tui.commands import every_command
    from ...tui.keys.keymap import complaints

    for complaint in complaints(keys, every_command()):
        terminal.say(complaint)


def _described(settings: Settings) -> list[dict[str, object]]:
    return [
        {
            "key": each.name,
            "value": getattr(settings, each.name),
            "meaning": each.metadata["about"],
            "expected": each.metadata["expected"],
        }
        for each in fields(settings)
    ]


def _read(now: Settings, key: str, value: str) -> object:
    """`value` as the type that the setting has; what does not fit is left for the settings to refuse."""
    before = getattr(now, key, None) if key in {each.name for each in fields(now)} else None
    if isinstance(before, bool):
        return {"true": True, "false": False}.get(value.strip().casefold(), value)
    if isinstance(before, int):
        return int(value) if value.strip().isdecimal() else value
    if isinstance(before, dict):
        raise BadInput("“keys” holds a key for each action.", "Set one: peerlog settings set keys.new_entry n,ctrl+n")
    return value


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {keys}" for name, keys in value.items()) or "none"
    return f'"{value}"' if isinstance(value, str) else str(value)
