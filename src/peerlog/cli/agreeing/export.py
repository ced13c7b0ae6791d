"""Writing out a signed copy of what was agreed, for people who have no journal; or a draft, marked as one."""

from __future__ import annotations

from pathlib import Path

import click

from .. import terminal
from ..examples import examples
from ..given import require_one
from ..invocation import invocation
from .options import meant
from .subject import Subject

_HELP = """Write a signed copy of {an} {noun} that was agreed: a folder, or with --zip one file.

It holds the text, who signed it and how, and how anybody can check that without peerlog. It is not encrypted. With
--draft the draft is written instead, marked as one on every page and without any signature.
"""


def export_command(subject: Subject) -> click.Command:
    """`export` of a group."""
    name = f"peerlog {subject.group} export"

    @click.command(
        help=_HELP.format(noun=subject.noun, an="an" if subject.noun[0] in "aeiou" else "a"),
        epilog=examples(
            f"{name} 3f9a2c1",
            f"{name} 3f9a2c1 -o ~/for-my-appraisal --zip",
            *([f"{name} 3f9a2c1 --closing"] if subject.may_close else []),
            f"{name} 3f9a2c1 --draft -o draft",
        ),
    )
    @meant(subject, required=True)
    @click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Where; a new folder or file."
    )
    @click.option("--zip", "zipped", is_flag=True, help="One zip file instead of a folder.")
    @click.option("--draft", is_flag=True, help="The draft as it is now, marked as one.")
    @click.option("--earlier", is_flag=True, help="This version, also where a later one has been agreed.")
    @click.option("--json", "as_json", is_flag=True, help="Write where it is, and which files, as JSON.")
    def command(
        id_: str,
        output: Path | None,
        zipped: bool,
        draft: bool,
        earlier: bool,
        as_json: bool,
        closing: bool = False,
    ) -> None:
        from ...journal.agreeing.signed_copy import copy_name, write_draft, write_signed_copy
        from ...journal.agreeing.text_named import text_named

        require_one(("--draft", draft), ("--zip", zipped))
        require_one(("--draft", draft), ("--earlier", earlier))
        require_one(("--draft", draft), ("--closing", closing))
        with invocation().journal(writes=True) as journal:
            if draft:
                document = subject.meant(journal, id_)
                written = write_draft(journal, document, output or Path(f"{subject.group}-draft"))
            else:
                text = text_named(journal, id_, subject.kind_of(closing=closing))
                target = output or Path(copy_name(text))
                written = write_signed_copy(journal, text, target, zipped=zipped, earlier=earlier)
            if as_json:
                terminal.put_json(
                    {"path": str(written.path), "files": list(written.files), "warnings": list(written.warnings)}
                )
                return
            terminal.put(f"{written.path}, not encrypted.")
            for warning in written.warnings:
                terminal.say(warning)
            if not draft:
                terminal.say(
                    f"“peerlog summary verify {written.path.name}” checks it, and VERIFY.txt says how without peerlog."
                )

    return command
