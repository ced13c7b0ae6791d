from __future__ import annotations

import click

from ... import completing, terminal
from ...asking import confirm
from ...examples import examples
from ...given import require_one
from ...invocation import invocation
from ...words import given_words, typed_words


@click.command(
    epilog=examples(
        "peerlog summary edit 3f9a2c1 learned",
        'peerlog summary edit 3f9a2c1 decisions "We meet every month from now on."',
        "peerlog summary edit 3f9a2c1 goals --compose",
        "peerlog summary edit 3f9a2c1 ideas --leave-out",
    )
)
@click.argument("id_", metavar="ID")
@click.argument("section", metavar="SECTION", shell_complete=completing.summary_sections)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--compose", "anew", is_flag=True, help="Compose it anew from what you share, after a look at that.")
@click.option("--leave-out", is_flag=True, help="Empty it, so that the summary goes without it.")
@click.option("--yes", is_flag=True, help="Do not ask, with --compose.")
@click.option("--json", "as_json", is_flag=True, help="Write the draft as JSON afterwards.")
def command(
    id_: str, section: str, words: tuple[str, ...], anew: bool, leave_out: bool, yes: bool, as_json: bool
) -> None:
    """Write a section of a draft. Without TEXT it opens in your editor; “-” takes it from standard input.

    Sections: focus, goals, meetings, discussed, learned, ideas, decisions, next_steps, text. All of you may edit them;
    what was there before stays among the versions. An edit makes signatures under the draft void, and says so.
    """
    from ....journal.joint_summary.summaries import composed_anew, section_named, summary_meant, write_section
    from ...described import described
    from ...listing import one_line
    from ...summary_lines import say_void_before

    require_one(("--compose", anew), ("--leave-out", leave_out), ("a text", bool(words)))
    with invocation().journal(writes=True) as journal:
        summary = summary_meant(journal, id_)
        named = section_named(section)
        journal.entries.require_changeable(summary.id)
        say_void_before(journal, summary)
        if anew:
            text = composed_anew(journal, summary, named.name)
            terminal.say(f"{named.label} would say:")
            terminal.say(text or "(nothing)")
            confirm("Put this in place of what it says now?", yes=yes)
            saved = write_section(journal, summary, named.name, text)
        elif leave_out:
            saved = write_section(journal, summary, named.name, "")
        else:
            given = given_words(words)
            if given is None:
                before = summary.line(named.name)
                with typed_words(
                    journal, "summary", summary.fields, before, summary.id, summary.version, holds=named.name
                ) as typed:
                    saved = write_section(journal, summary, named.name, typed)
            else:
                saved = write_section(journal, summary, named.name, given)
        if as_json:
            terminal.put_json(described(saved))
        else:
            unchanged = "" if saved.version > summary.version else "  (nothing changed)"
            terminal.put(one_line(journal, saved), f"  {named.label}{unchanged}")
