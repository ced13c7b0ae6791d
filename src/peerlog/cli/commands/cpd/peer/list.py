from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option
from ....record_options import period as period_option

_MOST = 100_000


@click.command(
    epilog=examples("peerlog cpd peer list", "peerlog cpd peer list 3f9a2c1 --json", "peerlog cpd peer list nmc")
)
@click.argument("said", metavar="[ENTRY|BODY]", required=False)
@period_option
@json_option
def command(said: str | None, period: str | None, as_json: bool) -> None:
    """List other people's parts, of one entry or record or of all, and for which body each of them counts.

    BODY is whose record, or the beginning of its id.
    """
    from .....domain.entry import PRIVATE
    from .....errors import BadInput
    from .....journal.cpd.memberships import course_of, keeps_to
    from .....journal.cpd.peers import peers_of
    from .....journal.cpd.records import record_for
    from .....journal.cpd.writing_record import membership_meant
    from ....peer_lines import described_peer, write_peer
    from ....record_options import day_of

    with invocation().journal() as journal:
        day = day_of(journal, period)
        if said is not None and keeps_to(journal, said):
            membership = membership_meant(journal, said)
            last = course_of(membership, day or journal.time.today()).period.last
            record = record_for(journal, membership, last)
            found = peers_of(journal, record) if record else []
        elif day is not None:
            raise BadInput("--period goes with a body.", "Name the body whose record it is, such as nmc.")
        elif said is None:
            found = journal.entries.of_kind("peer", limit=_MOST, space=PRIVATE)
        else:
            found = peers_of(journal, journal.entries.resolve(said))
        if as_json:
            terminal.put_json({"peers": [described_peer(journal, each) for each in found]})
            return
        for each in found:
            write_peer(journal, each)
        if not found:
            terminal.say("Nobody's part is noted. “peerlog cpd peer add” notes one.")
