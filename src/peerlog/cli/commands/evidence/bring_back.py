from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog evidence list --removed", "peerlog evidence bring-back 81ac07e"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def command(ids: tuple[str, ...]) -> None:
    """Bring back files that were removed."""
    from ....journal.evidence import bring_back, resolve
    from ...evidence_lines import one_file

    with invocation().journal(writes=True) as journal:
        for file in [resolve(journal, id_) for id_ in ids]:
            said = "Back: " if file.removed else "It was not removed: "
            terminal.put(said, one_file(journal, bring_back(journal, file.id)))
