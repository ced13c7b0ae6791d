"""Which keys do what: those of the commands, those chosen in the settings, and where two get in each other's way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key, key_to_character

from ..commands import Command, Group

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_NAMED = frozenset({*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()})
_SAID = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def say_key(key: str) -> str:
    """A key as the screen names it: `Ctrl-L`, `Esc`, `?`, `n`."""
    *modifiers, last = key.split("+")
    said = _SAID.get(last) or format_key(last)
    if modifiers or re.fullmatch(r"f\d+", last):
        said = said.upper()
    return "-".join([*(modifier.capitalize() for modifier in modifiers), said])


def keys_of(command: type[Command], chosen: Mapping[str, str]) -> list[str]:
    """A command's keys by Textual's names; `chosen` are the keys in the settings."""
    written = chosen.get(command.name(), command.key).strip(" ,")
    return [binding.key for binding in Binding.make_bindings([(written, "", "")])] if written else []


def say_keys(command: type[Command], chosen: Mapping[str, str]) -> str:
    """All keys of a command as the screen names them."""
    return " ".join(say_key(key) for key in keys_of(command, chosen))


def unknown_keys(written: str) -> list[str]:
    """Those of the keys in `written`, with commas between them, that no keyboard has."""
    named = [key.strip() for key in written.strip(" ,").split(",")] if written.strip(" ,") else []
    return [key for key in named if not _is_key(key)]


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    return set(modifiers) <= _MODIFIERS and (len(last) == 1 or last in _NAMED or _is_character(last))


def _is_character(name: str) -> bool:
    return bool(name) and key_to_character(name) is not None


def complaints(chosen: Mapping[str, str], commands: Iterable[type[Command]]) -> list[str]:
    """Sentences about chosen keys: of no command, no keys at all, or shared by two commands where both can be meant."""
    by_name = {command.name(): command for command in commands}
    found = [f"The settings give keys to “{name}”, which is no command." for name in chosen if name not in by_name]
    found += [f"“{key}” is no key: “{name}” has it." for name in chosen for key in unknown_keys(chosen[name])]
    for one, other in combinations(by_name.values(), 2):
        if one.name() not in chosen and other.name() not in chosen:
            continue
        if _can_meet(one, other):
            shared = [key for key in keys_of(one, chosen) if key in keys_of(other, chosen)]
            found += [f"{say_key(key)} is the key of both “{one.name()}” and “{other.name()}”." for key in shared]
    return found


def _can_meet(one: type[Command], other: type[Command]) -> bool:
    """Whether a key can mean both: what works everywhere does not beneath a question, unless it has priority."""
    if one.group == other.group:
        return True
    everywhere = next((each for each in (one, other) if each.group == Group.EVERYWHERE), None)
    return everywhere is not None and (everywhere.priority or Group.QUESTIONS not in (one.group, other.group))
