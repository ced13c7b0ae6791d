from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...given import require_one
from ...invocation import invocation
from ...record_options import body as body_option
from ...record_options import period as period_option


@click.command(
    epilog=examples(
        'peerlog cpd answer generic.year "I ask before I advise."',
        "peerlog cpd answer cilip.personal - < personal.txt",
        'peerlog cpd answer swe.impact "I wait a little longer." --for 3f9a2c1',
        "peerlog cpd answer swe.impact --for 3f9a2c1 --remove",
    )
)
@click.argument("field", metavar="FIELD", shell_complete=completing.record_fields)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--for", "item", metavar="ID", help="The entry that the field is for; without it, the whole record.")
@body_option
@period_option
@click.option("--remove", is_flag=True, help="Take the answer away; what the entry says stands there again.")
def command(
    field: str, words: tuple[str, ...], item: str | None, body: str | None, period: str | None, remove: bool
) -> None:
    """Write what a field of a record says: of an entry that counts, or of the whole record.

    Without TEXT, shows what it says, or takes one from a pipe. FIELD is a name such as swe.impact; “peerlog cpd schemes
    NAME” lists a body's fields, “peerlog cpd types” the values of its lists, several of which stand apart by “;”. Your
    entries stay as they are.
    """
    from ....journal.cpd.one_field import field_place, field_said, say_field
    from ...given import require_words
    from ...record_options import day_of
    from ...words import given_words

    require_one(("--remove", remove), ("TEXT", bool(words)))
    require_one(("--period", period is not None), ("--for", item is not None))
    if item is not None:
        require_words("--for", item)
    text = "" if remove else given_words(words) or ""
    writes = remove or bool(text.strip())
    with invocation().journal(writes=writes) as journal:
        entry = journal.entries.resolve(item) if item else None
        place = field_place(journal, field, item=entry, body=body, day=day_of(journal, period))
        said = say_field(journal, place, text) if writes else field_said(journal, place)
    if not writes:
        if said.text:
            terminal.put(said.text)
        else:
            terminal.say(f"{said.label}: nothing yet.", *((f" {said.problem}",) if said.draft else ()))
        return
    terminal.put(f"{said.label}: {said.count or said.text or 'nothing'}")
    if said.problem:
        terminal.say(said.problem)
