from __future__ import annotations

import click

from ....domain.kinds import PULSE
from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

_LEVEL = click.IntRange(1, 5)
_NAMES = [field.name for field in PULSE.fields]


@click.command(
    epilog=examples(
        "peerlog agreement give-and-take --gave 4 --got 5",
        'peerlog agreement give-and-take --heard 3 --text "More time for questions."',
    )
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--heard", type=_LEVEL, metavar="1-5", help="I was heard.")
@click.option("--useful", type=_LEVEL, metavar="1-5", help="It was useful.")
@click.option("--gave", type=_LEVEL, metavar="1-5", help="I could give.")
@click.option("--got", type=_LEVEL, metavar="1-5", help="I took something with me.")
@click.option("--energy", type=_LEVEL, metavar="1-5", help="It gave me energy.")
@click.option("--text", help="What you would like more of.")
@json_option
def command(id_: str | None, text: str | None, as_json: bool, **levels: int | None) -> None:
    """Note how it is going, from 1 (hardly) to 5 (very), for your own eyes.

    ID is an agreement or a meeting; the agreement that runs if left out. “peerlog agreement balance” shows it over
    time.
    """
    from ....errors import BadInput, Refused
    from ....journal.agreements import agreement_meant
    from ....journal.expected_kind import called, with_article
    from ....journal.short_ids import short_id
    from ...described import described
    from ...listing import one_line

    given = {name: levels[name] for name in _NAMES if levels[name] is not None}
    if not given and not (text or "").strip():
        raise BadInput("There is nothing to keep yet.", f"Answer one: {', '.join(f'--{name}' for name in _NAMES)}.")
    with invocation().journal(writes=True) as journal:
        about = agreement_meant(journal, None) if id_ is None else journal.entries.resolve(id_)
        if about.kind not in ("agreement", "meeting"):
            what = f"{called(journal, about)} is {with_article(about.kind)}."
            raise Refused(what, "Give the id of an agreement or a meeting.")
        pulse = journal.entries.add(PULSE.name, {**given, "text": text, "parent": about.id})
        if as_json:
            terminal.put_json(described(pulse))
        else:
            terminal.put(f"{short_id(journal, pulse.id)}  kept for your own eyes, about {one_line(journal, about)}")
