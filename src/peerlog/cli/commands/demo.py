from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from ...errors import Refused
from .. import terminal
from ..examples import examples

MARK = "This folder was made by peerlog demo.txt"
"""A file in the demo's folder that says how to open it, and by which a later run knows that it was made so."""

_FOLDER = Path("peerlog-demo")


@click.command(epilog=examples("peerlog demo", "peerlog demo --again", "peerlog demo /tmp/demo --no-open"))
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=_FOLDER)
@click.option("--open/--no-open", "opens", default=True, help="Open the app on the first journal; needs a terminal.")
@click.option("--again", is_flag=True, help="Make it anew, and remove what is in an earlier one.")
@click.pass_context
def command(context: click.Context, folder: Path, opens: bool, again: bool) -> None:
    """Make the journals of people who mentor each other in DIR (./peerlog-demo), to look around in.

    Half a year is played out: two meet, write and exchange updates, one of which gets lost; they take in a third, and
    one of them a laptop. They keep what counts as CPD for their professional bodies; so does a fourth, who shares
    with nobody. The files that went between them stay, and so do the records that they hand in. A demo that is there
    already is opened as you left it, unless you say --again.
    """
    from ...demo.story import PEOPLE
    from ...journal.home import expanded, find_home

    folder = expanded(folder).absolute()
    if not again and _is_there(folder, PEOPLE):
        terminal.say(f"The demo in {folder} is as it was left. With --again it is made anew.")
    else:
        _make(folder)
    terminal.put((folder / MARK).read_text(encoding="utf-8").rstrip("\n"))
    if opens and terminal.can_ask() and terminal.is_shown():
        from ...tui.app import run

        person, about = next(iter(PEOPLE.items()))
        click.pause(f"Any key opens the first. It will ask for: {about.passphrase}", err=True)
        context.exit(run(find_home(folder / person, {})))


def _make(folder: Path) -> None:
    from ...demo.mark import mark_text
    from ...demo.playing import play
    from ...demo.story import PEOPLE
    from ...journal.clock import SystemClock
    from ...journal.home import find_home
    from ..progress import progress

    _make_room(folder, PEOPLE)
    with progress("Playing half a year") as on_progress:
        played = play(folder, lambda person: find_home(folder / person, {}), SystemClock(), on_progress)
    (folder / MARK).write_text(mark_text(folder, played), encoding="utf-8")


def _is_there(folder: Path, people: Iterable[str]) -> bool:
    """Whether a demo was made here that somebody may have written in; raises `Refused` when a part of it has gone."""
    from ...journal.home import find_home
    from ...journal.opening import journal_exists

    mark = folder / MARK
    if not (mark.is_file() and mark.stat().st_size):  # it is filled last, so what is here was never whole
        return False
    there = [journal_exists(find_home(folder / person, {})) for person in people]
    if any(there) and not all(there):
        raise Refused(f"Only a part of the demo in {folder} is left.", "With --again it is made anew.")
    return all(there)


def _make_room(folder: Path, people: Iterable[str]) -> None:
    """A folder for the demo; what a demo made in it earlier is removed."""
    import shutil

    from ...demo.playing import FILES, FOLDER, LAPTOP, LOST, RECORDS, SIGNED

    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file.", "Name a folder that is not there yet.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = {each.name for each in folder.iterdir()}
    if names - {*people, LAPTOP, FOLDER, FILES, LOST, SIGNED, RECORDS, MARK} or (names and MARK not in names):
        raise Refused(f"{folder} holds something else than a demo.", "Name a folder that is not there yet.")
    (folder / MARK).write_bytes(b"")
    for name in names - {MARK}:
        shutil.rmtree(folder / name)
