from __future__ import annotations

import click

from ... import completing, terminal
from ...asking import confirm
from ...examples import examples
from ...given import require_one, require_words
from ...invocation import invocation
from ...sharing import say_space
from ...words import standard_input


@click.command(
    epilog=examples(
        "peerlog summary quote 3f9a2c1 learned 8b2e4d0",
        'peerlog summary quote 3f9a2c1 learned 8b2e4d0 --text "Ask first, then wait."',
    )
)
@click.argument("id_", metavar="ID")
@click.argument("section", metavar="SECTION", shell_complete=completing.summary_sections)
@click.argument("entry", metavar="ENTRY")
@click.option("--text", help="The words to take from it; “-” takes them from standard input.")
@click.option("--yes", is_flag=True, help="Add it without asking, for scripts.")
@click.option("--json", "as_json", is_flag=True, help="Write the draft as JSON afterwards.")
def command(id_: str, section: str, entry: str, text: str | None, yes: bool, as_json: bool) -> None:
    """Take words of a private entry into a section of a summary, after a look at exactly what is added.

    Without --text all of its text is taken. ENTRY stays private as it is; what was added leaves with the summary at
    your next exchange. What lets off steam can never be taken.
    """
    from ....journal.circle.circles import read_circle
    from ....journal.joint_summary.summaries import summary_meant
    from ....journal.joint_summary.summary_quotes import add_quote, prepare_quote
    from ....journal.shared.copy_words import who_reads
    from ...agreeing.text_lines import write_exactly
    from ...described import described
    from ...listing import one_line
    from ...summary_lines import say_void_before

    require_one(("“--text -”", text == "-"), ("a question before it is added (give --yes)", text == "-" and not yes))
    words = standard_input() if text == "-" else text
    if words is not None:
        require_words("--text", words)
    with invocation().journal(writes=True) as journal:
        summary = summary_meant(journal, id_)
        journal.entries.require_changeable(summary.id)
        quote = prepare_quote(journal, summary, section, journal.entries.resolve(entry).id, words or "")
        readers = who_reads(read_circle(journal.spaces[summary.space]))
        if not (yes and as_json):
            terminal.put(f"Exactly this, to the end of “{quote.section.label}”  ({say_space(summary.with_whom)}):")
            write_exactly(quote.added)
        say_void_before(journal, summary)
        confirm(f"Add this, for {readers} to read?", yes=yes)
        saved = add_quote(journal, quote)
        if as_json:
            terminal.put_json(described(saved))
        else:
            terminal.put(one_line(journal, saved), f"  {quote.section.label}")
            terminal.say(f"Added. It leaves at your next exchange with {summary.with_whom}.")
