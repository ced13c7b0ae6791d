from __future__ import annotations

from pathlib import Path

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option


@click.command(
    epilog=examples(
        "peerlog send Sam --dry-run", "peerlog send Sam -o for-sam.peerlog", "peerlog send Sam --again --yes"
    )
)
@click.argument("name", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Put the update there instead of into the folder for updates.",
)
@click.option("--dry-run", is_flag=True, help="Show what would leave; nothing does.")
@click.option("--again", is_flag=True, help="Send once more what nobody has confirmed, also when nothing is new.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def command(name: str | None, output: Path | None, dry_run: bool, again: bool, yes: bool, as_json: bool) -> None:
    """Let leave what you share, as one encrypted file.

    The half of “peerlog exchange” that sends, for scripts. NAME is a partner or
    a group; it may be left out when there is only one.
    """
    from ...domain.said_names import listed
    from ...errors import Refused
    from ...journal.home import expanded
    from ...journal.updates.exchanging import one_partner, preview, send, tidy_folder
    from ...journal.updates.leaving_words import leaving_words
    from ..circle_files import say_not_compared, say_put_away
    from ..exchange_asking import agreed, require_somebody_to_ask
    from ..exchange_described import described_leaving, described_sent
    from ..exchange_lines import write_leaving
    from ..progress import progress
    from ..sent_lines import write_sent

    if not dry_run:
        require_somebody_to_ask(yes=yes)
    with invocation().journal(writes=not dry_run) as journal:
        circle = one_partner(journal, name)
        shown = preview(journal, circle)
        words = leaving_words(journal, shown)
        document: dict[str, object] = {
            "with": circle.label,
            "for": list(shown.readers),
            "entries": [described_leaving(each) for each in words],
            "due": shown.is_due,
            "unconfirmed": shown.unconfirmed,
            "sent": [],
        }
        if words and not as_json:
            write_leaving(words, shown.readers, shown.more)
        if shown.is_due or again:
            say_not_compared(circle)
        if not shown.is_due and not again and not as_json:
            terminal.put(f"Nothing to send to {listed(shown.readers)}.")
        if (shown.is_due or again) and not dry_run:
            if not agreed(f"Enter sends this to {listed(shown.readers)}, n does not", yes=yes):
                raise Refused("Nothing has left.")
            with progress("Sending") as show:
                sent = send(journal, shown, expanded(output) if output else None, again=again, on_progress=show)
            tidy_folder(journal, circle)
            document["sent"] = [described_sent(each) for each in sent]
            if not as_json:
                write_sent(sent)
            say_put_away(circle)
        if as_json:
            terminal.put_json(document)
