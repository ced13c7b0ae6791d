from __future__ import annotations

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..given import require_one, require_words
from ..invocation import invocation
from ..sharing import say_space
from ..words import standard_input


@click.command(
    epilog=examples(
        "peerlog share 3f9a2c1 --field title --field text",
        "peerlog share 3f9a2c1 --circle sam --text 'What I took from it.'",
        "peerlog share 3f9a2c1 --field text --text - --yes < short.md",
    )
)
@click.argument("id_", metavar="ID")
@click.option("--circle", metavar="NAME", help="For whom; needed where you share with several.")
@click.option("--field", "fields", multiple=True, metavar="F", help="Copy only this field; repeatable.")
@click.option("--text", help="The text, cut down to this; “-” takes it from standard input.")
@click.option("--yes", is_flag=True, help="Copy it without asking, for scripts.")
@click.option("--json", "as_json", is_flag=True, help="Write the copy as JSON afterwards.")
def command(id_: str, circle: str | None, fields: tuple[str, ...], text: str | None, yes: bool, as_json: bool) -> None:
    """Copy a part of a private entry to where partners read it, after a look at exactly that.

    Without --field and --text all of it is copied. Your own entry stays as it is; the copy leaves at your next
    exchange. What lets off steam, and give and take, can never be copied.
    """
    from ...journal.circle.circles import circle_named
    from ...journal.shared.copy_words import copied_words, who_reads
    from ...journal.shared.sharing import copy, prepare_copy
    from ..described import described

    if circle is not None:
        require_words("--circle", circle)
    require_one(("“--text -”", text == "-"), ("a question before it is copied (give --yes)", text == "-" and not yes))
    new_text = standard_input() if text == "-" else text
    with invocation().journal(writes=True) as journal:
        entry = journal.entries.resolve(id_)
        target = circle_named(journal, circle)
        if new_text is None:
            prepared = prepare_copy(journal, entry.id, target, only=fields)
        else:
            whole = prepare_copy(journal, entry.id, target, only=fields)
            prepared = prepare_copy(journal, entry.id, target, {**whole.fields, "text": new_text})
        words = copied_words(journal, entry, prepared.fields)
        if not (yes and as_json):
            terminal.put(f"Exactly this, for {who_reads(target)}  ({say_space(target.label)})")
            terminal.put()
            for label, said in words:
                terminal.put(f"{label}: {said}")
            terminal.put()
        confirm(f"Copy this for {who_reads(target)}?", yes=yes)
        made = copy(journal, prepared)
        if as_json:
            terminal.put_json(described(made))
        else:
            terminal.say(f"Copied. It leaves at your next exchange with {target.label}.")
