from __future__ import annotations

import click

from ....journal.cpd.record_formats import FORMATS
from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...record_options import period as period_option


@click.command(
    epilog=examples(
        "peerlog cpd export generic --format pdf",
        "peerlog cpd export ama -o record.docx --pseudonyms",
        'peerlog cpd export ama -o record.pdf --pseudonyms --call "Sam=my mentor"',
        "peerlog cpd export nmc -o log.xlsx --yes",
    )
)
@click.argument("body", metavar="[BODY]", required=False)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else what the ending of PATH says.")
@click.option(
    "-o", "--output", "said", type=click.Path(), default=".", metavar="PATH",
    help="A file, or a folder; else this one.",
)  # fmt: skip
@period_option
@click.option("--pseudonyms", is_flag=True, help="Put other names in the place of those that were found.")
@click.option(
    "--call", "calls", metavar="NAME=OTHER", multiple=True, help="Another name that you choose; empty keeps NAME."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--yes", is_flag=True, help="Do not show it first and ask.")
def command(
    body: str | None,
    format_: str | None,
    said: str,
    period: str | None,
    pseudonyms: bool,
    calls: tuple[str, ...],
    force: bool,
    yes: bool,
) -> None:
    """Write a record to a file that you hand in, unencrypted.

    md, html, pdf and docx have all of it, csv and xlsx its logs, json is for programs.

    BODY is whose record, or the beginning of its id. First you see every page of it, what could tell who it is about,
    and what is missing. Pseudonyms change the file alone, never your entries.
    """
    from ....journal.cpd.identifiable import identifiable, not_there, with_pseudonyms
    from ....journal.cpd.record_files import cautions_for, format_of, path_said, place_for, write_record
    from ....journal.cpd.writing_record import prepared_named
    from ...asking import confirm
    from ...record_leaving import chosen_names, say_before_it_leaves
    from ...record_options import day_of

    path = path_said(said)
    chosen = chosen_names(calls, pseudonyms=pseudonyms)
    wanted = format_of(format_, path)
    with invocation().journal() as journal:
        record = prepared_named(journal, body, day_of(journal, period))
        target = place_for(path, record, wanted, force=force)
        found = identifiable(journal, record, chosen)
        leaving = with_pseudonyms(record, found.names) if pseudonyms else record
        say_before_it_leaves(leaving, found, replaced=pseudonyms, pages=not yes)
        for name in not_there(found, chosen):
            terminal.say(f"“{name}” stands nowhere in it.")
        for warning in () if yes else cautions_for(target):
            terminal.say(warning)
        confirm(f"Write it to {target}, not encrypted?", yes=yes)
        written = write_record(journal, leaving, target, wanted, force=force)
        terminal.put(f"{written.path}, not encrypted.")
        for warning in written.warnings if yes else ():
            terminal.say(warning)
