from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...circle_card import card_given, shown_card, write_shown
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog circle create",
        "peerlog circle create Chairing --offer chairing --seek publishing",
        'peerlog circle create "Thursday set" --seats 4 --card -o ~/Desktop',
    )
)
@click.argument("name", required=False)
@click.option("--seats", type=click.IntRange(2, 8), metavar="N", help="How many you will be, you included: 2 to 8.")
@click.option("--focus", metavar="TEXT", help="What it is for, in one sentence.")
@shown_card
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Write the first invitation there too."
)
def command(
    name: str | None,
    seats: int | None,
    focus: str | None,
    known_as: str | None,
    offers: tuple[str, ...],
    seeks: tuple[str, ...],
    whole: bool,
    output: Path | None,
) -> None:
    """Begin to share with one other person, or with up to seven.

    NAME is what all of you will call it. How many seats there are is settled
    now; somebody more needs a new beginning later (succeed). What is missing is
    asked for. Nothing leaves by this alone.
    """
    from ....journal.circle.circles import create_circle, own_card_fields
    from ....journal.first_meeting.meeting_partners import make_invitation
    from ...asking import ask
    from ...circle_files import put_file, quoted, require_free
    from ...given import require_words

    require_free(output, force=False)
    asks = name is None
    if name is not None:
        require_words("NAME", name)
    with invocation().journal(writes=True) as journal:
        if name is None:
            name = _asked_name()
        if asks and seats is None:
            seats = _asked_seats()
        if asks and focus is None:
            focus = ask("What is it for, in one sentence (Enter: later)", "")
        card = card_given(journal, known_as, offers, seeks, whole=whole)
        circle = create_circle(journal, name, seats or 2, focus or "", card)
        terminal.put(f"{circle.label} has {circle.seats} seats; the first is yours.")
        write_shown(own_card_fields(journal, card))
        if output is None:
            terminal.say(f"Next: “peerlog circle invite {quoted(circle.label)}” writes an invitation.")
            return
        path = put_file(make_invitation(journal, circle), output, force=False)
        terminal.say(f"Send {path.name} to whom you invite; their answer comes back: “peerlog circle accept FILE”.")


def _asked_name() -> str:
    from ....errors import BadInput
    from ...asking import ask

    if not terminal.can_ask():
        raise BadInput("Say what it is to be called.", "Such as: peerlog circle create Chairing.")
    while not (said := ask("What shall it be called").strip()):
        terminal.say("A name has at least one letter.")
    return said


def _asked_seats() -> int:
    from ...asking import ask

    while not ((said := ask("How many will you be, you included (2 to 8)", "2").strip()) in "2345678" and said):
        terminal.say("A number from 2 to 8.")
    return int(said)
