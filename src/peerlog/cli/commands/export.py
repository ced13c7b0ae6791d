from __future__ import annotations

from pathlib import Path

import click

from ...errors import BadInput
from .. import terminal
from ..examples import examples
from ..filters import Filters, filtered
from ..invocation import invocation
from ..progress import progress

_EVERYTHING = "everything"
_FORMATS = ("markdown", "json", "csv", _EVERYTHING)


@click.command(
    epilog=examples(
        "peerlog export markdown ~/journal",
        "peerlog export json peerlog.json --trash",
        "peerlog export json peerlog.json --with-evidence kept-files",
        "peerlog export csv - --kind meeting --since 2026-01-01",
        "peerlog export everything ~/leaving-peerlog",
    )
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path, allow_dash=True))
@filtered
@click.option("--trash", is_flag=True, help="With what is in the trash.")
@click.option(
    "--with-evidence",
    "evidence",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the files that are kept with these entries into this folder, with a list.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option("--yes", is_flag=True, help="With everything: do not ask.")
def command(
    format_: str,
    target: Path,
    filters: Filters,
    trash: bool,
    evidence: Path | None,
    force: bool,
    yes: bool,
) -> None:
    """Write entries as plain files, unencrypted. FORMAT is markdown, json, csv or everything.

    TARGET is a folder for Markdown, one file an entry; for JSON and CSV a file, or “-” for standard output.

    With “everything” it is a new folder for leaving peerlog: all entries as JSON and as Markdown with their earlier
    versions, kept files, records, signed copies, your own templates and requirements, and a page that says what is
    what.
    """
    if format_ == _EVERYTHING:
        given = filters.are_given or trash or evidence or force
        if given or str(target) == "-":
            raise BadInput("Everything goes into a new folder, and takes no other options.", "Name a folder alone.")
        _write_everything(target, yes=yes)
        return
    if yes:
        raise BadInput("--yes goes with everything.", "Leave it out: nothing is asked here.")
    from ...journal.evidence_export import evidence_of, require_free, write_evidence
    from ...journal.exporting import export_chunks, export_to
    from ..evidence_written import say_left_out, say_written

    if format_ == "markdown" and str(target) == "-":
        raise BadInput("Markdown goes into a folder, one file an entry.", "Name a folder.")
    with invocation().journal() as journal:
        selection = filters.selection(journal)
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


def _write_everything(path: Path, *, yes: bool) -> None:
    from ...errors import Damaged
    from ...journal.everything.place import NOT_ENCRYPTED, cautions_for, place_for_everything
    from ...journal.everything.writing import write_everything
    from ..asking import confirm

    with invocation().journal() as journal:
        target = place_for_everything(journal, path)
        terminal.say(NOT_ENCRYPTED)
        for caution in cautions_for(target):
            terminal.say(caution)
        confirm(f"Write everything to {target}?", yes=yes)
        with progress("Writing everything") as on_progress:
            written = write_everything(journal, target, on_progress)
        counts = written.counts
        terminal.put(f"{target}, not encrypted: README.txt in it says what is what.")
        sorts = ("entries", "Entries"), ("files", "kept files"), ("signed", "signed copies"), ("records", "records")
        terminal.put(f"{', '.join(f'{label}: {counts[word]:,}' for word, label in sorts)}.")
        for said in (*written.left_out, *written.warnings):
            terminal.say(said)
        if written.damaged:
            raise Damaged(
                "Everything else was written; a kept file that is damaged was left out.",
                "An earlier backup may hold it whole: “peerlog check” says more.",
            )
