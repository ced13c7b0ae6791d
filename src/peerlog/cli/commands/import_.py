from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option
from ..progress import progress

if TYPE_CHECKING:
    from ...journal.importing import Outlook

_FORMATS = {
    "jrnl": "A jrnl journal: its text file, or what “jrnl --format json” writes.",
    "dayone": "A Day One export: the JSON file, or the folder or zip it came in.",
    "markdown": "A folder of Markdown files, with YAML front matter or without; Obsidian's too.",
    "json": "peerlog's own JSON export.",
}


@click.command(
    "import",
    epilog=examples(
        "peerlog import jrnl ~/journal.txt --dry-run",
        "peerlog import dayone Export.zip",
        "peerlog import markdown ~/notes --yes",
        "peerlog import json peerlog.json --yes --json",
    ),
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(_FORMATS)))
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--yes", is_flag=True, help="Do not ask before saving.")
@json_option
def command(format_: str, path: Path, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Take in what you wrote elsewhere. FORMAT is jrnl, dayone, markdown or json (peerlog's own).

    You see first what would come in, and are asked; without a terminal, say --yes. Nothing comes in twice, and what
    cannot be taken is named with its reason. The files themselves stay as they are. For jrnl and json, PATH may be “-”
    for standard input.
    """
    from ...journal.home import expanded
    from ...journal.importing import Stopped, look, read_source, take_in

    with invocation().journal() as journal:
        with progress("Reading") as on_progress:
            source = read_source(journal, format_, expanded(path), on_progress)
        outlook = None if yes and not dry_run else look(journal, source)
        if outlook and outlook.count and not dry_run:
            _say(outlook, "would come in")
            confirm(f"Save {_entries(outlook.count)}?", yes=False)
            outlook = None
        if outlook is None:
            try:
                with progress("Saving") as on_progress:
                    outlook = take_in(journal, source, on_progress)
            except Stopped as stopped:
                terminal.say(f"Stopped: {_entries(stopped.saved)} came in. The same import again brings the rest.")
                raise
    if as_json:
        terminal.put_json(_described(outlook, dry_run))
    else:
        _put(outlook, "would come in" if dry_run else "came in")
    if outlook.came_to_nothing:
        click.get_current_context().exit(1)


def _say(outlook: Outlook, verb: str) -> None:
    for line in _summary(outlook, verb):
        terminal.say(line)


def _put(outlook: Outlook, verb: str) -> None:
    for line in _summary(outlook, verb):
        terminal.put(line)
    for note, count in sorted(outlook.notes.items()):
        terminal.say(f"In {_entries(count)} ({_places(outlook.noted[note], count)}): {note}")
    for skipped in outlook.skipped:
        terminal.say(f"Left out: {skipped.where}: {skipped.reason}")


def _places(named: tuple[str, ...], count: int) -> str:
    return ", ".join(named) + (" and others" if count > len(named) else "")


def _called(kind: str, count: int) -> str:
    from ...domain.kinds import KINDS

    known = KINDS[kind]
    return known.label.lower() if count == 1 else known.many


def _summary(outlook: Outlook, verb: str) -> list[str]:
    kinds = ", ".join(f"{count:,} {_called(kind, count)}" for kind, count in outlook.new.most_common())
    lines = [f"{_entries(outlook.count)} {verb}" + (f" ({kinds})." if kinds else ".")]
    if outlook.since and outlook.until:
        lines.append(f"They are from {outlook.since} to {outlook.until}.")
    if outlook.known:
        lines.append(f"{_entries(outlook.known)} {'was' if outlook.known == 1 else 'were'} there already.")
    if outlook.skipped:
        lines.append(f"{len(outlook.skipped):,} could not be taken.")
    return lines


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _described(outlook: Outlook, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "new": outlook.count,
        "kinds": dict(outlook.new),
        "known": outlook.known,
        "since": outlook.since.isoformat() if outlook.since else None,
        "until": outlook.until.isoformat() if outlook.until else None,
        "skipped": [{"where": each.where, "reason": each.reason} for each in outlook.skipped],
        "notes": [
            {"note": note, "entries": count, "where": list(outlook.noted[note])}
            for note, count in sorted(outlook.notes.items())
        ],
    }
