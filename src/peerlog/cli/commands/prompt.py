from __future__ import annotations

import click

from .. import completing, terminal
from ..examples import examples
from ..given import require_one, require_words
from ..invocation import invocation
from ..json_option import json_option


@click.command(epilog=examples("peerlog prompt", "peerlog prompt --write", "peerlog prompt --deck reading --json"))
@click.option(
    "--deck", metavar="NAME", shell_complete=completing.decks, help="Take the question of today from this deck."
)
@click.option("--list", "lists", is_flag=True, help="List the decks.")
@click.option("--write", "writes", is_flag=True, help="Write about it: an answer, ended by an empty line.")
@click.option("--editor", "in_editor", is_flag=True, help="With --write: in your editor.")
@json_option
def command(deck: str | None, lists: bool, writes: bool, in_editor: bool, as_json: bool) -> None:
    """Show the question of the day.

    Before and after a meeting, and when an agreement is about to end, it is about that; otherwise about work, about the
    two of you, life outside, and reading. Where you share with somebody, both have the same question for a fortnight,
    until you have written about it. No other question comes twice until its deck is through.
    """
    from ...journal.prompting import prompt_for_today, prompt_from
    from ...journal.reflecting import FREE, beginning, begun_on
    from ..described import described
    from ..listing import one_line

    require_one(("--list", lists), ("--write", writes))
    if lists:
        from ..practice_lists import write_decks

        write_decks(as_json=as_json)
        return
    if deck is not None:
        require_words("--deck", deck)
    with invocation().journal(writes=writes) as journal:
        found = prompt_from(journal, deck) if deck else prompt_for_today(journal)
        if not writes:
            if as_json:
                document = {"prompt": found.prompt, "deck": found.deck, "label": found.label, "cpd": found.cpd}
                terminal.put_json({**document, "too": found.too or None})
            else:
                terminal.put(found.prompt)
                if found.too:
                    terminal.put(f"  {found.too}")
            return
        from ..guided_entry import Begun

        begun = begun_on(journal, found.prompt)
        if begun is not None:
            written = Begun.of(journal, journal.entries.take_over_draft(begun))
        else:
            written = Begun.new(journal, {"model": FREE, **beginning(asked=found.prompt)})
        entry = written.write(in_editor=in_editor)
        if entry and as_json:
            terminal.put_json(described(entry))
        elif entry:
            terminal.put(one_line(journal, entry))
