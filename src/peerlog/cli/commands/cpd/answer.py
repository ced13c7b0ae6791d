from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        'peerlog cpd answer 3f9a2c1 swe.impact "I ask before I advise."',
        "peerlog cpd answer 3f9a2c1 swe.impact - < impact.txt",
        "peerlog cpd answer 3f9a2c1 swe.impact --remove",
    )
)
@click.argument("id_", metavar="ITEM")
@click.argument("field", metavar="FIELD")
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--remove", is_flag=True, help="Take the answer away.")
def command(id_: str, field: str, words: tuple[str, ...], remove: bool) -> None:
    """Write what a field of a record says: of an entry that counts, or of the whole record.

    Without TEXT, shows the answer, or takes one from a pipe. FIELD is a name such as swe.impact; “peerlog cpd schemes
    NAME” lists a body's fields.
    """
    from ....journal.cpd.answers import answers_of, field_named, record_fields, set_answer
    from ....journal.cpd.peers import item_meant
    from ...given import require_one
    from ...words import given_words

    require_one(("--remove", remove), ("TEXT", bool(words)))
    text = "" if remove else given_words(words)
    with invocation().journal(writes=bool(text) or remove) as journal:
        entry = journal.entries.resolve(id_)
        name = field_named(journal, field)
        about = record_fields(journal)[name]
        if (text and text.strip()) or remove:
            said = set_answer(journal, entry, name, text or "")
            terminal.put(f"{about.label}: {_count(said.text, about.most_words) if said else 'taken away'}")
            return
        found = answers_of(journal, item_meant(journal, entry).id).get(name)
        if found:
            terminal.put(found.text)
        else:
            terminal.say(f"{about.label}: nothing yet.")


def _count(text: str, most: int | None) -> str:
    words = len(text.split())
    said = f"{words:,} {'word' if words == 1 else 'words'}"
    if most is None:
        return said
    return f"{said} of at most {most:,}" + (", which is too many" if words > most else "")
