from __future__ import annotations

from functools import partial

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option
from ..progress import progress

_DAMAGED = 4


@click.command(epilog=examples("peerlog check", "peerlog check --json"))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Read everything in the journal and its backups, and say in plain words whether all is well.

    Ends with exit status 4 when there is a problem.
    """
    from ...journal.safekeeping.health import check_journal, check_with_keyring

    with progress("Checking") as on_progress:
        report = invocation().with_passphrase(
            partial(check_journal, on_progress=on_progress), partial(check_with_keyring, on_progress=on_progress)
        )
    if as_json:
        findings = [
            {"severity": each.severity, "sentence": each.sentence, "hint": each.hint} for each in report.findings
        ]
        terminal.put_json({"is_clean": report.is_clean, "findings": findings})
    else:
        for each in report.findings:
            terminal.put({"ok": "  ", "note": "- ", "problem": "! "}[each.severity], each.sentence)
            if each.hint:
                terminal.put("    ", each.hint)
    if not report.is_clean:
        context.exit(_DAMAGED)
