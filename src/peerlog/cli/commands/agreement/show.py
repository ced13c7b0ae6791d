from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...filters import as_json as json_option
from ...invocation import invocation


@click.command(epilog=examples("peerlog agreement", "peerlog agreement show 3f9a2c1 --json"))
@click.argument("id_", metavar="[ID]", required=False)
@json_option
def command(id_: str | None, as_json: bool) -> None:
    """Show an agreement: focus, terms, clauses, and where it stands."""
    from ....journal.agreements import agreement_meant, current_agreement
    from ....journal.partnership import standing_of
    from ...agreement_words import described_standing, write_agreement
    from ...described import described

    with invocation().journal() as journal:
        if id_ is None and current_agreement(journal) is None:
            if as_json:
                terminal.put_json({"agreement": None, "standing": None})
            terminal.say("No agreement yet. “peerlog agreement add” makes one, with a few Enters.")
            return
        agreement = agreement_meant(journal, id_)
        stands = standing_of(journal, agreement)
        if as_json:
            terminal.put_json({"agreement": described(agreement), "standing": described_standing(stands)})
        else:
            write_agreement(journal, agreement, stands)
