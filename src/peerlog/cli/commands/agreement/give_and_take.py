from __future__ import annotations

import click

from ....domain.kinds import PULSE
from ... import terminal
from ...examples import examples
from ...invocation import invocation

_LEVEL = click.IntRange(1, 5)
_NAMES = [field.name for field in PULSE.fields]


@click.command(
    epilog=examples(
        "peerlog agreement give-and-take --gave 4 --got 5",
        'peerlog agreement give-and-take --heard 3 --text "More time for questions."',
    )
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--heard", type=_LEVEL, help="I was heard.")
@click.option("--useful", type=_LEVEL, help="It was useful.")
@click.option("--gave", type=_LEVEL, help="I could give.")
@click.option("--got", type=_LEVEL, help="I took something with me.")
@click.option("--energy", type=_LEVEL, help="It gave me energy.")
@click.option("--text", help="What you would like more of.")
def command(id_: str | None, text: str | None, **levels: int | None) -> None:
    """Note how it is going, from 1 (hardly) to 5 (very), for your own eyes.

    ID is an agreement or a meeting; the agreement that runs if left out. “peerlog agreement balance” shows it over
    time.
    """
    from ....errors import BadInput
    from ....journal.agreements import agreement_meant
    from ...listing import one_line

    given = {name: levels[name] for name in _NAMES if levels[name] is not None}
    if not given and not (text or "").strip():
        raise BadInput("There is nothing to keep yet.", f"Answer one: {', '.join(f'--{name}' for name in _NAMES)}.")
    with invocation().journal(writes=True) as journal:
        about = agreement_meant(journal, None) if id_ is None else journal.entries.resolve(id_)
        if about.kind not in ("agreement", "meeting"):
            raise BadInput(f"{id_} is a {about.kind}.", "Give the id of an agreement or a meeting.")
        journal.entries.add(PULSE.name, {**given, "text": text, "parent": about.id})
        terminal.put("Kept, for your own eyes: ", one_line(journal, about))
