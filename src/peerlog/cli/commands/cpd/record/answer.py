from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....given import require_one
from ....invocation import invocation
from ....record_options import body as body_option
from ....record_options import period as period_option


@click.command(
    epilog=examples(
        'peerlog cpd record answer generic.year "I ask before I advise."',
        "peerlog cpd record answer cilip.personal - < personal.txt",
        'peerlog cpd record answer nmc.learnt "To wait." --for 3f9a2c1',
    )
)
@click.argument("field", metavar="FIELD")
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@body_option
@period_option
@click.option("--for", "item", metavar="ID", help="The entry in the record that the field is for.")
@click.option("--remove", is_flag=True, help="Take the answer away; what the entry says stands there again.")
def command(
    field: str,
    words: tuple[str, ...],
    body: str | None,
    period: str | None,
    item: str | None,
    remove: bool,
) -> None:
    """Write a field of a record, for one of its entries or for the whole. Without TEXT, shows what it says.

    FIELD is a name such as swe.impact; “peerlog cpd record show --json” has them all. Your entries stay as they are.
    """
    from .....errors import BadInput
    from .....journal.cpd.activities import activity_meant
    from .....journal.cpd.writing_record import answer, prepared, prepared_named, record_named
    from ....record_options import day_of
    from ....words import given_words

    require_one(("--remove", remove), ("TEXT", bool(words)))
    text = "" if remove else given_words(words)
    if body is None and "." in field:
        body = field.partition(".")[0]
    with invocation().journal(writes=remove or bool(text)) as journal:
        day = day_of(journal, period)
        item_id = activity_meant(journal, journal.entries.resolve(item)).id if item else ""
        if text or remove:
            record = record_named(journal, body, day)
            answer(journal, record, field, text or "", item_id)
            shown = prepared(journal, record)
        else:
            shown = prepared_named(journal, body, day)
        name = field if "." in field else f"{shown.scheme}.{field}"
        found = [each for _, its, each in shown.places() if each.name == name and its.id == (item_id or shown.id)]
        if not found:
            raise BadInput(f"The record has no field {field} there.", "“peerlog cpd record” shows what it has.")
        if text or remove:
            terminal.put(f"{found[0].label}: {found[0].count or found[0].text or 'nothing'}")
            if found[0].problem:
                terminal.say(found[0].problem)
        elif found[0].text:
            terminal.put(found[0].text)
        else:
            terminal.say(f"{found[0].label}: nothing yet.")
