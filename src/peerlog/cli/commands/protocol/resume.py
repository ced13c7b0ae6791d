from __future__ import annotations

import click

from ....errors import Refused
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples("peerlog protocol resume", "peerlog protocol resume 3f9a2c1"))
@click.argument("id_", metavar="[ID]", default="")
def command(id_: str) -> None:
    """Go on with a session that was left: the one with this draft's id, else the latest."""
    from ....journal.drafts import draft_named
    from ....journal.group_sessions import is_session, session_in
    from ...session_walk import walk

    with invocation().journal(writes=True) as journal:
        drafts = [draft_named(journal, id_)] if id_ else journal.entries.drafts()
        found = next((draft for draft in drafts if is_session(draft)), None)
        if found is None:
            raise Refused("No session is unfinished." if not id_ else "This draft is no session.")
        session = session_in(found)
        walk(journal, session, journal.entries.take_over_draft(found).id)
