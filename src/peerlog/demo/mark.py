"""What stands beside the journals of the demo: what each thing is, and what to try."""

from __future__ import annotations

import shlex
from pathlib import Path

from .playing import FILES, FOLDER, LOST, Played
from .story import PEOPLE

_WHO = {
    "kim": "the app opens here: something from Sam waits, and one goal has two versions",
    "sam": "the other side of the same half year",
    "ada": "joined in the last week, and reads only what was carried over for her",
}


def mark_text(folder: Path, played: Played) -> str:
    """The whole text, for a demo in `folder`."""
    lines: list[str] = []
    for person, about in PEOPLE.items():
        lines += [
            f"{about.name}: {_WHO[person]}",
            f"  {command(folder, person)}",
            f"  passphrase: {about.passphrase}",
        ]
    lines += ["", "Every journal shows the same of what is shared:"]
    for alike in played.alike:
        *others, last = alike.people
        lines.append(
            f"  {', '.join(others)} and {last}: {alike.shown.entries} entries, in all {len(alike.people)} alike"
        )
    lines += [
        "",
        "What lies here",
        f"  {FILES}/  how they met: invitation, answer and acceptance",
        f"  {FOLDER}/       the updates that went between them; none of these files can be read without a key",
        f"  {LOST}/         one of Sam's, which never arrived: his next one brought the same again",
        "",
        "What to try",
        f"  {command(folder, 'kim')} exchange",
        f"  {command(folder, 'kim')} conflicts",
        f"  {command(folder, 'kim')} news",
        f"  {command(folder, 'sam')} receive {shlex.quote(str(folder / FOLDER))}",
        "",
        "Nobody's secrets are in there: the passphrases are public. Remove the folder when you like.",
    ]
    return "\n".join(lines) + "\n"


def command(folder: Path, person: str) -> str:
    """What opens somebody's journal."""
    return f"peerlog --home {shlex.quote(str(folder / person))}"
