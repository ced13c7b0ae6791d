from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog evidence add 3f9a2c1 certificate.pdf",
        "peerlog evidence add 3f9a2c1 scan-*.jpg --until 2031-11-17",
    )
)
@click.argument("id_", metavar="ENTRY")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--until", metavar="DATE", help="The day up to which they are to be kept.")
@click.option("--json", "as_json", is_flag=True, help="Write what was kept as JSON.")
def command(id_: str, files: tuple[Path, ...], until: str | None, as_json: bool) -> None:
    """Keep copies of files with an entry: all of them, or none. The files themselves stay where they are."""
    from ....domain.dates import parse_day
    from ....journal.evidence import keep
    from ....journal.evidence_export import described_file
    from ...evidence_lines import write_files
    from ...listing import one_line

    if until is not None:
        require_words("--until", until)
    with invocation().journal(writes=True) as journal:
        day = parse_day(until, journal.time.today(), ahead=True) if until is not None else None
        entry = journal.entries.resolve(id_)
        kept = keep(journal, entry.id, *files, until=day)
        if as_json:
            terminal.put_json({"files": [described_file(file) for file in kept]})
            return
        write_files(journal, kept)
        terminal.say(f"Kept with {one_line(journal, entry)}.")
