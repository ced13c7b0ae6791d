from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...countersign_options import meaning_option
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        'peerlog countersign scan 3f9a2c1 --meaning took-place scan.pdf --by "Ann Lee"',
    )
)
@click.argument("id_", metavar="ENTRY")
@click.argument("file", type=click.Path(path_type=Path))
@meaning_option
@click.option("--by", "who", default="", metavar="NAME", help="Who has signed it.")
@click.option("--json", "as_json", is_flag=True, help="Write what was kept as JSON.")
def command(id_: str, file: Path, meaning: str, who: str, as_json: bool) -> None:
    """Keep the scan of a page that somebody signed by hand, with the entry that it is about.

    It is kept as it is, and nothing in it is checked: it says “signed on paper,
    not verified”.
    """
    from ....domain.countersigning import meaning_named
    from ....journal.countersigning.countersigned_words import said_state
    from ....journal.countersigning.signing_by_hand import keep_scan
    from ...countersign_lines import described_countersigned

    with invocation().journal(writes=True) as journal:
        entry = journal.entries.resolve(id_)
        one = keep_scan(journal, entry.id, meaning_named(meaning), file, who)
        if as_json:
            terminal.put_json(described_countersigned(one))
        else:
            state = said_state(one)
            terminal.put(f"Kept: {state}.")
