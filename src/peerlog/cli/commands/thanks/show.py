from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...given import require_one
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog thanks show 3f9a2c1", "peerlog thanks show 3f9a2c1 --text"))
@click.argument("id_", metavar="ID")
@click.option("--text", "exactly", is_flag=True, help="Only the text, exactly the bytes that were signed.")
@json_option
def command(id_: str, exactly: bool, as_json: bool) -> None:
    """Show a thank-you, and the text of it that its writer has signed, if they have."""
    from ....errors import Refused
    from ...agreeing.showing import described_shown, newest_of, put_exactly, write_shown
    from ...agreeing.subject import THANKS
    from ...described import described
    from ...reading import write_entry

    require_one(("--text", exactly), ("--json", as_json))
    with invocation().journal() as journal:
        thanks = THANKS.meant(journal, id_)
        shown = newest_of(journal, thanks, "thanks")
        if as_json:
            text = described_shown(journal, shown) if shown else None
            terminal.put_json({"thanks": described(thanks), "text": text})
        elif exactly:
            if shown is None:
                raise Refused("Nobody has signed these thanks.", "“peerlog thanks approve” signs your own.")
            put_exactly(journal, shown.text)
        else:
            write_entry(journal, thanks)
            if shown:
                terminal.put()
                write_shown(journal, shown)
