from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ... import terminal
from ...examples import examples

if TYPE_CHECKING:
    from ....journal.agreeing.checking_copies import CheckedCopy

_NOT_KNOWN = 1
_FORGED = 4


@click.command(
    epilog=examples(
        "peerlog summary verify summary-3-signed",
        "peerlog summary verify summary-3-signed.zip --signers keys-i-know",
        "peerlog summary verify summary-3-signed --json",
    )
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--signers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keys that you know: public keys, or a file of allowed signers.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for scripts.")
@click.pass_context
def command(context: click.Context, path: Path, signers: Path | None, as_json: bool) -> None:
    """Check a signed copy, a folder or a zip file: who signed exactly this text, and what for.

    No journal is needed, and none is opened. Whose keys signed has to be known from elsewhere: name a file with the
    keys that those people gave you, and each is looked up in it.

    Ends with exit status 0 when everybody named has signed and nothing was changed; 4 when something was, or when
    somebody is known by another key; 1 when FILE does not know one of the keys, or by another name.
    """
    from ....journal.agreeing.checking_copies import check_copy
    from ...layout import broken

    checked = check_copy(path, signers)
    if as_json:
        terminal.put_json(_described(checked))
    else:
        for sentence in checked.sentences:
            terminal.put(broken(sentence, terminal.columns()) if terminal.is_shown() else sentence)
    if checked.is_forged:
        context.exit(_FORGED)
    if checked.is_established is False:
        context.exit(_NOT_KNOWN)


def _described(checked: CheckedCopy) -> dict[str, Any]:
    said = checked.statement if checked.is_whole else None
    return {
        "is_whole": checked.is_whole,
        "is_established": checked.is_established,
        "text": None
        if said is None
        else {
            "kind": said.kind,
            "number": said.number,
            "version": said.revision,
            "title": said.title,
            "purpose": said.purpose,
            "may_have_it": list(said.release),
            "answer_by": said.answer_by.isoformat(),
            "put_forward": said.at,
            "sha256": said.digest.hex(),
        },
        "signatures": [
            {
                "name": each.name,
                "file": each.file,
                "key": each.line,
                "fingerprint": each.fingerprint,
                "known": each.known,
                "known_as": list(each.known_as),
            }
            for each in (checked.signatures if checked.is_whole else ())
        ],
        "faults": [{"file": each.file, "sentence": each.sentence, "hint": each.hint} for each in checked.faults],
        "sentences": list(checked.sentences),
    }
