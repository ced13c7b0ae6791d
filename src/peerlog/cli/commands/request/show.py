from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog request show 3f9a2c1", "peerlog request show 3f9a2c1 --json"))
@click.argument("id_", metavar="ID")
@json_option
def command(id_: str, as_json: bool) -> None:
    """Show a request with the answers to it, and what each would change."""
    from ....journal.asking import answers, request_of
    from ...described import described
    from ...request_text import write_request

    with invocation().journal() as journal:
        found = journal.entries.resolve(id_)
        request = request_of(journal, found)
        comments = answers(journal, request)
        if as_json:
            terminal.put_json({**described(request), "comments": [described(each) for each in comments]})
        else:
            write_request(journal, request, comments)
