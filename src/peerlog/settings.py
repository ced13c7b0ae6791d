"""What people can set, in one TOML file in the platform's folder for settings: every key, its default, its meaning."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from .domain.text import brief
from .errors import BadInput

NAME = "settings.toml"
THEMES = ("evening", "forest", "paper", "morning", "contrast-dark", "contrast-light", "ansi-dark", "ansi-light")
"""The themes' names, in the order in which they are offered."""

_COMMENTED_KEYS = "# [keys]"


def _between(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_theme(value: object) -> bool:
    return value in ("", *THEMES)


def _is_keymap(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value.values())


def _setting(default: Any, about: str, expected: str, fits: Callable[[object], bool]) -> Any:
    return field(default=default, metadata={"about": about, "expected": expected, "fits": fits})


@dataclass(frozen=True, slots=True)
class Settings:
    """Each setting with its default; the metadata of a field says what it means and what fits."""

    theme: str = _setting("", "The theme's name; empty is evening, a dark one.", ", ".join(THEMES), _is_theme)
    lock_after_minutes: int = _setting(
        5, "Lock after so many minutes without a key; 0 never locks by itself.", "0 to 1440", _between(0, 1440)
    )
    use_editor: bool = _setting(
        False,
        "Let F2 open $VISUAL or $EDITOR, which puts the text into a private temporary file.",
        "true or false",
        _is_bool,
    )
    editor: str = _setting("", "The editor's command; empty takes $VISUAL, then $EDITOR.", "a text", _is_text)
    backups: bool = _setting(
        True, "Make an encrypted backup once a day, when something was written.", "true or false", _is_bool
    )
    week_starts_on_sunday: bool = _setting(
        False, "Begin the weeks of the heatmap on Sunday.", "true or false", _is_bool
    )
    question_hints: bool = _setting(
        True, "Say a gentle word beneath a question that is closed, leading or double.", "true or false", _is_bool
    )
    keys: dict[str, str] = field(
        default_factory=dict,
        metadata={
            "about": 'Other keys for actions, by their names in the help: new_entry = "n,ctrl+n".',
            "expected": "a table of texts",
            "fits": _is_keymap,
        },
    )


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`, defaults where there is no file; raises `BadInput` naming file, key and what fits."""
    path = folder / NAME
    try:
        text = _read(path)
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is not TOML: {error}.", "Mend the line, or move the file away.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.", "Look at its permissions.") from error
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is not TOML: {error}.", "Mend the line, or move the file away.") from error
    known = {each.name: each for each in fields(Settings)}
    for key, value in data.items():
        if key not in known:
            raise BadInput(f"{path}: there is no setting called “{key}”.", f"Settings: {', '.join(known)}.")
        if not known[key].metadata["fits"](value):
            raise BadInput(f"{path}: “{key}” is {_said(value)}.", f"Expected {known[key].metadata['expected']}.")
    return Settings(**data)


def change_setting(folder: Path, key: str, value: object) -> Settings:
    """Write one setting, keeping the file's comments and order; a missing file is made, fully commented."""
    known = {each.name: each for each in fields(Settings)}
    if key not in known:
        raise BadInput(f"There is no setting called “{key}”.", f"Settings: {', '.join(known)}.")
    if not known[key].metadata["fits"](value):
        raise BadInput(f"“{key}” cannot be {_said(value)}.", f"Expected {known[key].metadata['expected']}.")
    path = folder / NAME
    load_settings(folder)
    _write(path, _with(_read(path) if path.exists() else template(), key, value))
    return load_settings(folder)


def _with(text: str, key: str, value: object) -> str:
    """A settings file with one setting changed. A new one takes the place of its comment, or stands above any table."""
    import tomlkit

    document = tomlkit.parse(text)
    if key in document:
        document[key] = value
        return tomlkit.dumps(document)
    lines = text.splitlines()
    if key == "keys":
        kept = "\n".join(line for line in lines if line.strip() != _COMMENTED_KEYS)
        document = tomlkit.parse(f"{kept.rstrip()}\n\n" if kept.strip() else "")
        document[key] = value
        return tomlkit.dumps(document)
    new = f"{key} = {tomlkit.item(value).as_string()}"
    for number, line in enumerate(lines):
        if re.match(rf"#\s*{key}\s*=", line):
            lines[number] = new
            break
        if line.startswith(("[", _COMMENTED_KEYS)):
            lines[number:number] = [new, ""]
            break
    else:
        lines.append(new)
    return "\n".join(lines) + "\n"


def template() -> str:
    """A settings file with every key as a comment, saying its default and its meaning."""
    import tomlkit

    lines = ["# peerlog's settings. Every key is optional; these are the defaults.", ""]
    for each in fields(Settings):
        lines.append(f"# {each.metadata['about']} ({each.metadata['expected']})")
        if each.name == "keys":
            lines.append(_COMMENTED_KEYS)
        else:
            lines.append(f"# {each.name} = {tomlkit.item(getattr(Settings(), each.name)).as_string()}")
        lines.append("")
    return "\n".join(lines)


def _read(path: Path) -> str:
    # O_NONBLOCK so that a named pipe is refused and not waited for.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise BadInput(f"{path} is no plain file.", "Move it away.")
        return file.read().decode("utf-8")


def _said(value: object) -> str:
    """A value as a message repeats it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{brief(value)}”"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else str(value)


def _write(path: Path, text: str) -> None:
    from .vault.disk_errors import explained
    from .vault.files import replace_atomically
    from .vault.private_places import make_private_dir

    with explained(path):
        make_private_dir(path.parent)
    replace_atomically(path, text.encode("utf-8"))
