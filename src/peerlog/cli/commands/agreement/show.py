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


@click.command(
    epilog=examples(
        "peerlog agreement",
        "peerlog agreement show 3f9a2c1 --json",
        "peerlog agreement show --text",
        "peerlog agreement show --closing --text",
    )
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--text", "exactly", is_flag=True, help="Only the text to agree, exactly the bytes that are signed.")
@click.option("--changes", is_flag=True, help="What changed since the version that you last saw or signed.")
@click.option("--closing", is_flag=True, help="The closing statement that was put forward instead.")
@json_option
def command(id_: str | None, exactly: bool, changes: bool, closing: bool, as_json: bool) -> None:
    """Show an agreement: focus, terms, clauses, where it stands, and what each of you has signed."""
    from ....journal.agreements import agreement_meant, current_agreement
    from ....journal.partnership import standing_of
    from ...agreement_words import described_standing, write_agreement
    from ...described import described

    require_one(("--text", exactly), ("--changes", changes), ("--json", as_json))
    with invocation().journal() as journal:
        if id_ is None and current_agreement(journal) is None:
            if as_json:
                terminal.put_json({"agreement": None, "standing": None, "texts": []})
            terminal.say("No agreement yet. “peerlog agreement add” makes one, with a few Enters.")
            return
        agreement = agreement_meant(journal, id_)
        if exactly or changes or closing:
            _write_text(journal, agreement, "closing" if closing else "agreement", exactly=exactly, changes=changes)
            return
        stands = standing_of(journal, agreement)
        if as_json:
            terminal.put_json(
                {
                    "agreement": described(agreement),
                    "standing": described_standing(stands),
                    "texts": _described_texts(journal, agreement),
                }
            )
        else:
            write_agreement(journal, agreement, stands)
            _write_signed(journal, agreement)


def _write_text(journal: Journal, agreement: Entry, kind: str, *, exactly: bool, changes: bool) -> None:
    from ....errors import Refused
    from ...agreeing.showing import newest_of, put_exactly, write_shown

    shown = newest_of(journal, agreement, kind)
    if shown is None:
        raise Refused("This has not been put forward yet.", "“peerlog agreement propose” does that.")
    if exactly:
        put_exactly(journal, shown.text)
    else:
        write_shown(journal, shown, changes=changes)


def _described_texts(journal: Journal, agreement: Entry) -> list[dict[str, object]]:
    from ...agreeing.showing import described_shown, newest_of

    found = (newest_of(journal, agreement, kind) for kind in ("agreement", "closing"))
    return [described_shown(journal, each) for each in found if each]


def _write_signed(journal: Journal, agreement: Entry) -> None:
    """Write what each has signed; that nobody has, where there is somebody to agree with."""
    from ....domain.entry import PRIVATE
    from ....journal.agreeing.texts_seen import mark_told
    from ...agreeing.showing import newest_of
    from ...agreeing.text_lines import say_objections, write_what_to_do, write_where_it_stands
    from ...terminal import Bold

    if agreement.space == PRIVATE:
        return
    for heading, kind in (("Signed together", "agreement"), ("Its closing statement", "closing")):
        shown = newest_of(journal, agreement, kind)
        if shown:
            terminal.put()
            terminal.put(Bold(heading), f"  {shown.text.name}  {shown.text.id[:12]}")
            write_where_it_stands(journal, shown.text)
            write_what_to_do(journal, shown.text)
            mark_told(journal, shown.text)
        elif kind == "agreement":
            terminal.put()
            terminal.put("Nobody has signed it. “peerlog agreement propose” puts it forward.")
    say_objections(journal, [agreement.space])
