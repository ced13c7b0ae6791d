from __future__ import annotations

import click

from ..examples import examples
from ..filters import Filters, listing
from ..given import require_words
from ..invocation import invocation


@click.command(epilog=examples("peerlog search reading list --kind idea", "peerlog search '\"reading list\"' --json"))
@click.argument("words", nargs=-1, required=True)
@listing
def command(
    words: tuple[str, ...],
    filters: Filters,
    limit: int,
    as_json: bool,
) -> None:
    """Find entries that contain all WORDS, the newest first.

    Accents and capitals do not matter, the last word may be a beginning, and words in double quotes (which your
    shell wants quoted once more) stand together: peerlog search '"reading list"'.
    """
    from ..listing import list_hits

    said = " ".join(words)
    require_words("What to search for", said)
    with invocation().journal() as journal:
        selection = filters.selection(journal)
        list_hits(journal, selection, said, limit=limit, as_json=as_json, nothing="Nothing was found.")
