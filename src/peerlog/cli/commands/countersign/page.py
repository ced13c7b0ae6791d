from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...countersign_options import cut_options, given_text, meaning_option
from ...examples import examples
from ...invocation import invocation
from ...output_place import output_place


@click.command(
    epilog=examples(
        'peerlog countersign page 3f9a2c1 --meaning took-place --to "Ann Lee"',
        "peerlog countersign page 3f9a2c1 --meaning read --field title --field text -o page.html",
    )
)
@click.argument("id_", metavar="ENTRY")
@meaning_option
@click.option("--to", default="", metavar="NAME", help="Who is to sign it.")
@cut_options
@output_place("A file that ends in .pdf or .html, or a folder; else this one.")
def command(
    id_: str, meaning: str, to: str, only: tuple[str, ...], text: str | None, details: tuple[str, ...], output: Path
) -> None:
    """Write a page to be printed and signed by hand, with lines for everything that the signature needs.

    “peerlog countersign scan” keeps what comes back.
    """
    from ....domain.countersigning import meaning_named
    from ....journal.countersigning.signing_by_hand import to_print, write_page

    cut = given_text(text, yes=True)
    with invocation().journal(writes=True) as journal:
        entry = journal.entries.resolve(id_)
        page = to_print(journal, entry.id, meaning_named(meaning), to, text=cut, only=only, details=details)
        written = write_page(journal, page, output)
        terminal.put(f"The page is {written.path}, not encrypted.")
        for warning in written.warnings:
            terminal.say(warning)
