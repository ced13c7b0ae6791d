"""What stands beside the journals of the demo: what each thing is, and what to try."""

from __future__ import annotations

import shlex
from pathlib import Path

from .playing import FILES, FOLDER, LAPTOP, LOST, RECORDS, SIGNED, Played, SeenAlike
from .second_device import OWN
from .story import PEOPLE

_WHO = {
    "kim": "something from Sam waits, a goal has two versions",
    "sam": "the other side of the same half year",
    "ada": "came last, and reads what was carried over for her",
    "mohammed": "the pharmacist of Kim's town, shares with nobody",
}
_CPD = (
    ("own", "Kim's year, short of 5 hours and of a talk with a peer"),
    ("CILIP", "Kim's twelve months: all that is asked for is there"),
    ("AMA", "Sam's two years at the museum, handed in"),
    ("NMC", "Ada is a nurse, too: begun, with much still to come"),
    ("GPhC", "the pharmacist's six; Kim signed that they talked"),
)


def mark_text(folder: Path, played: Played) -> str:
    """The whole text, for a demo in `folder`."""
    lines: list[str] = []
    for person, about in PEOPLE.items():
        lines += [f"{about.name}: {_WHO[person]}", *_opens(folder, person, about.passphrase)]
    lines += [
        "Kim's laptop: her second device, with all that is hers",
        *_opens(folder, LAPTOP, PEOPLE["kim"].passphrase),
    ]
    lines += ["", "What they share is the same in every journal:", *(f"  {_alike(each)}" for each in played.alike)]
    lines += [
        "",
        "What lies here",
        f"  {FILES + '/':13}how they met: invitation, answer and acceptance",
        f"  {FOLDER + '/':13}the updates that went between them; one waits for Kim",
        f"  {LOST + '/':13}one of Sam's that never came; his next one brought all of it",
        f"  {SIGNED + '/':13}the summary that both signed; VERIFY.txt says how to check it",
        f"  {RECORDS + '/':13}what they hand in: Kim's own and Sam's as DOCX and PDF, her log",
        f"  {'':13}as XLSX, and the answers for CILIP, the NMC and the GPhC",
        "",
        "What counts as CPD",
        *(f"  {body:13}{what}" for body, what in _CPD),
        "",
        "What to try",
        f"  {command(folder, 'kim')} exchange",
        f"  {command(folder, 'kim')} conflicts",
        f"  {command(folder, 'kim')} summary list",
        f"  peerlog summary verify {shlex.quote(str(folder / SIGNED))}",
        f"  {command(folder, 'kim')} cpd status",
        f"  {command(folder, 'kim')} cpd sweep",
        f"  {command(folder, 'ada')} cpd status",
        f"  {command(folder, 'mohammed')} cpd record carry",
        f"  {command(folder, 'kim')} receive {shlex.quote(str(folder / LOST))}",
        f"  {command(folder, 'ada')} list",
        "",
        "Nobody's secrets are in there: the passphrases are public.",
        "Leave the folder where it is, and remove it when you like.",
    ]
    return "\n".join(lines) + "\n"


def _opens(folder: Path, person: str, passphrase: str) -> list[str]:
    return [f"  {command(folder, person)}", f"  passphrase: {passphrase}"]


def _alike(alike: SeenAlike) -> str:
    people = f"{', '.join(alike.people[:-1])} and {alike.people[-1]}"
    what = "private entries" if alike.group == OWN else "entries"
    return f"{people}: the same {alike.shown.entries} {what}"


def command(folder: Path, person: str) -> str:
    """What opens somebody's journal."""
    return f"peerlog --home {shlex.quote(str(folder / person))}"
