from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...words import given_words, typed_words


@click.command(
    epilog=examples(
        'peerlog summary add 3f9a2c1 "I dare to let a silence last."', "peerlog summary add 3f9a2c1 - < mine.md"
    )
)
@click.argument("id_", metavar="ID")
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Write your contribution as JSON.")
def command(id_: str, words: tuple[str, ...], as_json: bool) -> None:
    """Add something in your own words to a summary. It stands under your name, and only you can change it.

    Without TEXT your editor opens. “peerlog edit” changes it later, “peerlog delete” takes it out.
    """
    from ....journal.joint_summary.summaries import add_contribution, summary_meant
    from ...described import described
    from ...listing import one_line
    from ...summary_lines import say_void_before

    with invocation().journal(writes=True) as journal:
        summary = summary_meant(journal, id_)
        say_void_before(journal, summary)
        text = given_words(words)
        if text is None:
            with typed_words(journal, "contribution", {"parent": summary.id}, space=summary.space) as typed:
                made = add_contribution(journal, summary, typed)
        else:
            made = add_contribution(journal, summary, text)
        if as_json:
            terminal.put_json(described(made))
        else:
            terminal.put(one_line(journal, made))
