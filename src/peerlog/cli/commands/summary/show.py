from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...given import require_one
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....domain.entry import Entry
    from ....journal.journal import Journal
    from ...agreeing.showing import Shown


@click.command(
    epilog=examples(
        "peerlog summary show 3f9a2c1",
        "peerlog summary show 3f9a2c1 --changes",
        "peerlog summary show 3f9a2c1 --text | sha256sum",
        "peerlog summary show 3f9a2c1 --key",
    )
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--text", "exactly", is_flag=True, help="Only the text, exactly the bytes that are signed.")
@click.option("--changes", is_flag=True, help="What changed since the version that you last saw or signed.")
@click.option("--draft", is_flag=True, help="The draft as it is now, also where a version was put forward.")
@click.option("--key", is_flag=True, help="Only your key under it, to give to whoever checks a copy.")
@json_option
def command(id_: str | None, exactly: bool, changes: bool, draft: bool, key: bool, as_json: bool) -> None:
    """Show a summary: what each of you has said of it, why it is void where it is, and the text itself.

    ID may be that of the draft, which means the version that matters, or that of one version. Without it, the newest.
    """
    from ....errors import Refused
    from ....journal.agreeing.saving_voids import is_edited_since
    from ....journal.agreeing.signed_bytes import own_key_line
    from ...agreeing.showing import described_shown, put_exactly, write_shown
    from ...described import described
    from ...summary_lines import write_draft

    options = (("--text", exactly), ("--changes", changes), ("--draft", draft), ("--key", key), ("--json", as_json))
    require_one(*options)
    with invocation().journal() as journal:
        entry, shown = _meant(journal, id_)
        if as_json:
            document = described(entry) if entry else None
            terminal.put_json({"draft": document, "text": described_shown(journal, shown) if shown else None})
        elif shown is None or draft:
            if entry is None or (shown is None and (exactly or changes or key)):
                raise Refused("This has not been put forward yet.", "“peerlog summary propose” does that.")
            write_draft(journal, entry, "A draft. Nothing is signed." if shown is None else "The draft as it is now.")
        elif exactly:
            put_exactly(journal, shown.text)
        elif key:
            terminal.put(own_key_line(shown.text))
        else:
            if entry and shown.text.is_agreed and is_edited_since(journal, shown.text):
                terminal.say("The draft has changed since: “--draft” shows it.")
            write_shown(journal, shown, changes=changes)


def _meant(journal: Journal, id_: str | None) -> tuple[Entry | None, Shown | None]:
    """The draft, where it is here, and the version of its text that is meant, if any."""
    from ....errors import Refused
    from ....journal.agreeing.text_named import text_named
    from ....journal.joint_summary.summaries import summary_meant
    from ...agreeing.showing import newest_of, shown_of

    try:
        entry = summary_meant(journal, id_)
    except Refused:
        if id_ is None:
            raise
        text = text_named(journal, id_, "summary")
        return journal.entries.find(text.document), shown_of(journal, text)
    return entry, newest_of(journal, entry, "summary")
