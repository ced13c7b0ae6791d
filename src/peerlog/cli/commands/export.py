from __future__ import annotations

from pathlib import Path

import click

from ...errors import BadInput
from .. import terminal
from ..examples import examples
from ..filters import Filters, filters
from ..invocation import invocation
from ..progress import progress

_FORMATS = ("markdown", "json", "csv")


@click.command(
    epilog=examples(
        "peerlog export markdown ~/journal",
        "peerlog export json peerlog.json --trash",
        "peerlog export json peerlog.json --with-evidence kept-files",
        "peerlog export csv - --kind meeting --since 2026-01-01",
    )
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path, allow_dash=True))
@filters
@click.option("--trash", is_flag=True, help="With what is in the trash.")
@click.option(
    "--with-evidence",
    "evidence",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the files that are kept with these entries into this folder, with a list.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
def command(
    format_: str,
    target: Path,
    kinds: tuple[str, ...],
    tags: tuple[str, ...],
    since: str | None,
    until: str | None,
    circle: str | None,
    private: bool,
    trash: bool,
    evidence: Path | None,
    force: bool,
) -> None:
    """Write entries as plain files, unencrypted. FORMAT is markdown, json or csv.

    TARGET is a folder for Markdown, one file an entry; for JSON and CSV a file, or “-” for standard output.
    """
    from ...journal.evidence_export import evidence_of, require_free, write_evidence
    from ...journal.exporting import export_chunks, export_to
    from ..evidence_written import say_left_out, say_written

    if format_ == "markdown" and str(target) == "-":
        raise BadInput("Markdown goes into a folder, one file an entry.", "Name a folder.")
    with invocation().journal() as journal:
        selection = Filters(kinds, tags, since, until, circle, private).selection(journal)
        files = evidence_of(journal, selection, with_trash=trash)
        if evidence is not None:
            require_free(evidence, force=force)
        if str(target) == "-":
            for chunk in export_chunks(journal, format_, selection, with_trash=trash):
                terminal.put_raw(chunk)
            if evidence is not None:
                say_written(write_evidence(journal, files, evidence, force=force), terminal.say)
            return
        with progress("Exporting") as on_progress:
            exported = export_to(
                journal, format_, target, selection, with_trash=trash, force=force, on_progress=on_progress
            )
        terminal.put(
            f"{exported.entries:,} {'entry' if exported.entries == 1 else 'entries'} in {exported.path}, not encrypted."
        )
        for warning in exported.warnings:
            terminal.say(warning)
        if evidence is not None:
            say_written(write_evidence(journal, files, evidence, force=force), terminal.put)
        elif files:
            say_left_out(files)
