from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        'peerlog request comment 3f9a2c1 "I read it, and I would sleep on it."',
        'peerlog request comment 3f9a2c1 "The second half is the letter." --by Sam',
    )
)
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--by", metavar="NAME", help="Whose answer it is, when it is not yours.")
@click.option("--json", "as_json", is_flag=True, help="Write the new answer as JSON instead of its id.")
def command(id_: str, words: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Answer a request in words. The help that is wanted is said before you write."""
    from ....domain.help_wanted import help_wanted
    from ....journal.asking import answer
    from ...described import described
    from ...listing import one_line
    from ...part_writing import said
    from ...words import given_words, typed_words

    with invocation().journal(writes=True) as journal:
        request = journal.entries.resolve(id_)
        by_whom = said(by=by)
        text = given_words(words)
        if text is None:
            terminal.say(help_wanted(request))
            with typed_words(journal, "comment", {**by_whom, "parent": request.id}) as typed:
                comment = answer(journal, request.id, by=by or "", text=typed)
        else:
            comment = answer(journal, request.id, by=by or "", text=text)
        if as_json:
            terminal.put_json(described(comment))
        else:
            terminal.put(one_line(journal, comment))
