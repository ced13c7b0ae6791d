"""Write docs/keys.md from the app's actions: python -m scripts.key_reference"""

from __future__ import annotations

from pathlib import Path

from peerlog.tui.commands import Command, every_command
from peerlog.tui.keys.keymap import say_keys

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"
HEAD = """# Keys

The five that matter are always in the bottom line; `?` shows all, `.` what can be done here, Ctrl-P finds anything by
its name. While you write, only function keys and Ctrl do something; letters are letters. The mouse works too.

To choose other keys, name the action in the settings file (`peerlog settings` says where it is). When two actions
would share a key in one place, peerlog tells you at the start and in the help.

```toml
[keys]
new_entry = "n,ctrl+n"
```

<!-- From here on, `python -m scripts.key_reference` writes this page. -->
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Every action of the app by group: its keys, what it does, and its name for the settings."""
    groups: dict[str, list[type[Command]]] = {}
    for command in every_command():
        groups.setdefault(command.group, []).append(command)
    lines = [HEAD]
    for group, commands in groups.items():
        lines += [f"## {group}", "", "| keys | what it does | name |", "|---|---|---|"]
        # Whichever module was imported first.
        for command in sorted(commands, key=lambda each: each.__module__):
            about = " ".join(command.about().split()).replace("|", "\\|")
            keys = say_keys(command, {}).replace("|", "\\|")
            lines.append(f"| {keys} | {about} | `{command.name()}` |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
