from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation


@click.command(
    epilog=examples(
        'peerlog comment 3f9a2c1 "That is how I see it, too."',
        "peerlog comment 3f9a2c1 - < remarks.txt",
    )
)
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Write the comment as JSON instead of its id.")
def command(id_: str, words: tuple[str, ...], as_json: bool) -> None:
    """Write a comment on an entry, also on what is somebody else's.

    It stands with the entry, and whoever reads that reads it. Without TEXT your editor opens. “peerlog request comment”
    answers a request.
    """
    from ...journal.commenting import comment_on
    from ..described import described
    from ..listing import one_line
    from ..words import given_words, typed_words

    with invocation().journal(writes=True) as journal:
        about = journal.entries.resolve(id_)
        text = given_words(words)
        if text is None:
            with typed_words(journal, "comment", {"parent": about.id}) as typed:
                comment = comment_on(journal, about.id, typed)
        else:
            comment = comment_on(journal, about.id, text)
        if as_json:
            terminal.put_json(described(comment))
        else:
            terminal.put(one_line(journal, comment))
