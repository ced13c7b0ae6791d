from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog request suggest 3f9a2c1",
        "peerlog request suggest 3f9a2c1 --file letter.txt --by Sam",
        "pbpaste | peerlog request suggest 3f9a2c1 --say Shorter.",
    )
)
@click.argument("id_", metavar="ID")
@click.option(
    "--file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The text as it should be; standard input otherwise.",
)
@click.option("--say", "text", metavar="TEXT", help="A word about it.")
@click.option("--by", metavar="NAME", help="Whose suggestion it is, when it is not yours.")
@click.option("--json", "as_json", is_flag=True, help="Write the new answer as JSON instead of its id.")
def command(id_: str, file: Path | None, text: str | None, by: str | None, as_json: bool) -> None:
    """Answer with the whole text as you would have it, from a file, standard input or your editor."""
    from ....journal.asking import answer
    from ...described import described
    from ...listing import one_line
    from ...part_writing import said
    from ...words import file_text, given_words, typed_words

    with invocation().journal(writes=True) as journal:
        request = journal.entries.resolve(id_)
        said(by=by, say=text)
        words = {"by": by or "", "text": text or ""}
        suggestion = file_text(file) if file else given_words(())
        if suggestion is None:
            kept = {**words, "parent": request.id}
            with typed_words(journal, "comment", kept, request.text, holds="suggestion") as typed:
                comment = answer(journal, request.id, suggestion=typed, **words)
        else:
            comment = answer(journal, request.id, suggestion=suggestion, **words)
        if as_json:
            terminal.put_json(described(comment))
        else:
            terminal.put(one_line(journal, comment))
