from __future__ import annotations

import click

from .... import terminal
from ....examples import examples
from ....invocation import invocation
from ....json_option import json_option
from ....record_options import period as period_option


@click.command(
    epilog=examples(
        "peerlog cpd record carry nmc",
        "peerlog cpd record carry nmc --from 12",
        'peerlog cpd record carry nmc --pseudonyms --call "Sam=my mentor"',
        "peerlog cpd record carry gphc --json",
    )
)
@click.argument("body", metavar="[RECORD]", required=False)
@period_option
@click.option("--from", "first", type=click.IntRange(min=1), default=1, metavar="NUMBER", help="Begin with this field.")
@click.option("--empty", is_flag=True, help="Also fields that say nothing.")
@click.option("--pseudonyms", is_flag=True, help="Put other names in the place of those that were found.")
@click.option("--call", "calls", metavar="NAME=OTHER", multiple=True, help="Another name of yours; none keeps NAME.")
@json_option
def command(
    body: str | None,
    period: str | None,
    first: int,
    empty: bool,
    pseudonyms: bool,
    calls: tuple[str, ...],
    as_json: bool,
) -> None:
    """Carry a record's answers across to a form or a website, field by field, in the order of the form.

    RECORD is whose record, or the beginning of its id. On a terminal, Enter shows the next field, and q stops; where
    there is none, all are written one after the other. What is private stays on the screen: clear it when you are done.
    """
    from .....errors import BadInput
    from .....journal.cpd.identifiable import identifiable, not_there, with_pseudonyms
    from .....journal.cpd.writing_record import fields_in_order, prepared_named
    from ....record_described import described_place
    from ....record_leaving import chosen_names, say_findings
    from ....record_lines import write_place, write_unsettled
    from ....record_options import day_of

    chosen = chosen_names(calls, pseudonyms=pseudonyms)
    with invocation().journal() as journal:
        record = prepared_named(journal, body, day_of(journal, period))
        found = identifiable(journal, record, chosen)
    if pseudonyms:
        record = with_pseudonyms(record, found.names)
    every = fields_in_order(record, empty=empty)
    places = every[first - 1 :]
    if as_json:
        terminal.put_json({"label": record.label, "fields": [described_place(place) for place in places]})
        return
    if every and not places:
        raise BadInput(
            f"There are {len(every):,} fields to carry across, and no {first:,}.", "Begin with an earlier one."
        )
    if not places:
        terminal.say("There is nothing to carry across yet. “peerlog cpd record” shows what is missing.")
        return
    say_findings(found, replaced=pseudonyms)
    for name in not_there(found, chosen):
        terminal.say(f"“{name}” stands nowhere in it.")
    terminal.say(record.handing.in_words)
    for number, place in enumerate(places):
        if number:
            if terminal.can_ask():
                said = click.prompt(
                    "Enter: the next field; q: stop", default="", show_default=False, prompt_suffix=" ", err=True
                )
                if said.strip().casefold() == "q":
                    terminal.say(f"Go on with --from {place.number}.")
                    return
            else:
                terminal.put()
        write_place(place)
    terminal.say("That was the last field.")
    if not record.is_ready:
        write_unsettled(record)
