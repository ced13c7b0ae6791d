from __future__ import annotations

import click

from .. import terminal
from ..examples import examples
from ..given import require_one
from ..invocation import invocation
from ..json_option import json_option


@click.command(
    epilog=examples("peerlog show 3f9a2c1", "peerlog show 3f9a2c1 --versions", "peerlog show 3f9a2c1 --version 2")
)
@click.argument("id_", metavar="ID")
@click.option("--versions", is_flag=True, help="List all its versions, the newest first.")
@click.option("--version", "number", type=int, metavar="N", help="Show this earlier version.")
@json_option
def command(id_: str, versions: bool, number: int | None, as_json: bool) -> None:
    """Show one entry, whole. ID may be shortened."""
    from dataclasses import replace

    from ...domain.entry import Version
    from ...domain.problem import Problem
    from ...journal.countersigning.countersignatures import countersignatures_of
    from ...journal.cpd.activity_files import files_about
    from ...journal.cpd.own_days import own_day
    from ...journal.evidence_export import described_file
    from ...journal.shared.shared_facts import shared_facts
    from ...journal.versions.two_versions import two_versions_of
    from ..countersign_lines import described_countersigned
    from ..described import described, described_version
    from ..reading import write_entry, write_versions

    require_one(("--versions", versions), ("--version", number is not None))
    with invocation().journal() as journal:
        entry = journal.entries.resolve(id_)
        earlier = journal.entries.versions(entry.id) if versions or number is not None else []
        newest = Version(entry.version, entry.kind, entry.fields, entry.saved)
        if number is not None and number != entry.version:
            version = next((each for each in earlier if each.number == number), None)
            if version is None:
                raise Problem(f"There is no version {number} of this entry.", f"It has {entry.version}.")
            entry = replace(entry, fields=version.fields, saved=version.saved, version=number)
        if as_json:
            document = described(entry)
            if apart := two_versions_of(journal, entry):
                document["two_versions"] = [each.register for each in apart]
            if facts := shared_facts(journal, entry):
                document["shared"] = {
                    "by": "me" if facts.is_mine else facts.author,
                    "since": str(facts.since),
                    "updates": list(facts.updates),
                    "waits_to_leave": facts.waits,
                }
            if until := own_day(journal, entry):
                document["keep_until"] = until.isoformat()
            if files := files_about(journal, entry):
                document["evidence"] = [described_file(file) for file in files]
            if signed := countersignatures_of(journal, entry.id):
                document["countersignatures"] = [described_countersigned(each) for each in signed]
            if versions:
                document["versions"] = [described_version(version) for version in (newest, *earlier)]
            terminal.put_json(document)
        elif versions:
            write_versions(journal, (newest, *earlier))
        else:
            write_entry(journal, entry)
