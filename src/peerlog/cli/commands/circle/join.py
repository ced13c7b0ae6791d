from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ... import terminal
from ...circle_card import card_given, file_output, shown_card, write_shown
from ...examples import examples
from ...invocation import invocation

if TYPE_CHECKING:
    from ....journal.first_meeting.meeting_partners import Written
    from ....journal.journal import Journal


@click.command(
    epilog=examples(
        "peerlog circle join invitation-5f0c8a21.peerlog",
        'peerlog circle join invitation-5f0c8a21.peerlog --offer "reading drafts" --seek chairing',
        "peerlog circle join acceptance-5f0c8a21.peerlog",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@shown_card
@file_output
def command(
    file: Path,
    known_as: str | None,
    offers: tuple[str, ...],
    seeks: tuple[str, ...],
    whole: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Answer an invitation, and later take the acceptance that comes back.

    Shows who invites you to what, asks what you offer and seek, and writes the
    answer, which only they can open. The same invitation again writes the same
    answer again, for when it was lost.
    """
    from ....errors import Refused
    from ....journal.first_meeting.meeting_partners import is_locked, what_is
    from ...circle_files import complete, put_file, read_file, require_free

    require_free(output, force=force)
    content = read_file(file)
    with invocation().journal(writes=True) as journal:
        what = what_is(journal, content)
        if what == "acceptance":
            complete(journal, content)
            return
        if what == "answer":
            raise Refused("This is the answer to your invitation.", f"“peerlog circle accept {file.name}” takes it.")
        if what == "update":
            raise Refused("This is an update.", f"“peerlog receive {file.name}” takes it in.")
        if not what and is_locked(content):
            raise Refused(
                "This file is locked for somebody else, or was changed on the way.",
                "Ask who sent it whether you have the right one.",
            )
        written = _answer(journal, content, known_as, offers, seeks, whole=whole)
        path = put_file(written, output, force=force)
        who = written.circle.founder or "whoever invited you"
        terminal.say(f"Send {path.name} to {who}; only they can open it.")
        terminal.say("Their acceptance comes back to you: “peerlog circle join FILE” takes that too.")


def _answer(
    journal: Journal,
    content: bytes,
    known_as: str | None,
    offers: tuple[str, ...],
    seeks: tuple[str, ...],
    *,
    whole: bool,
) -> Written:
    from ....journal.circle.circles import own_card_fields
    from ....journal.first_meeting.first_meetings import who_invites
    from ....journal.first_meeting.meeting_partners import answer_invitation, answered_already

    invited = who_invites(content)
    others = "the two of you" if invited.seats == 2 else f"{invited.seats} people"
    terminal.say(f"{invited.by} invites you to share “{invited.name}”, {others}.")
    if invited.focus:
        terminal.say(f"Focus: {invited.focus}")
    before = answered_already(journal, content)
    if before is not None:
        terminal.say("You have answered this already; here is the same answer once more.")
        return before
    card = card_given(journal, known_as, offers, seeks, whole=whole)
    written = answer_invitation(journal, content, card)
    write_shown(own_card_fields(journal, card))
    return written
