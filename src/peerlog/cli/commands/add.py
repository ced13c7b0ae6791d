from __future__ import annotations

from typing import Any

import click

from ...domain.kinds import CHOSEN, PAGE
from .. import terminal
from ..entry_fields import Given, field_options, require_template
from ..examples import examples
from ..given import require_one
from ..invocation import invocation
from ..sharing import into_circle, space_given
from ..words import given_words, typed_words


@click.command(
    epilog=examples(
        'peerlog add "Ask before advising." --kind idea --tag chairing',
        'peerlog add "Agenda for Tuesday" --circle sam',
        'peerlog add --kind goal --title "Chair a meeting well" --set due=2027-03-01 --set target=7',
        'pbpaste | peerlog add - --kind meeting --set "people=Sam, 李梅" --date "17 Nov 19:40" --minutes 1h30',
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option(
    "--kind",
    type=click.Choice(list(CHOSEN), case_sensitive=False),
    default="note",
    help="What it is; a note if left out.",
)
@field_options
@into_circle
@click.option("--json", "as_json", is_flag=True, help="Write the new entry as JSON instead of its id.")
def command(words: tuple[str, ...], kind: str, circle: str | None, as_json: bool, **options: Any) -> None:
    """Write an entry: TEXT, or what comes on standard input for “-” or through a pipe.

    Without these and without a title, your editor opens ($VISUAL or $EDITOR), or the text is typed here and ended with
    Ctrl-D.
    It goes into your private journal, which nobody else can read, unless --circle names somebody.
    """
    from ..described import described
    from ..listing import one_line

    given = Given(**options)
    text = given_words(words)
    with invocation().journal(writes=True) as journal:
        space = space_given(journal, circle)
        if kind == PAGE.name:
            require_template(journal, given.template)
        fields = given.fields(journal, kind, given.template)
        if "text" in fields:
            require_one(("The text", bool(text and text.strip())), ("--set text=…", True))
            entry = journal.entries.add(kind, fields, space=space)
        elif text is None and "title" not in fields:
            with typed_words(journal, kind, fields, space=space) as typed:
                entry = journal.entries.add(kind, {**fields, "text": typed}, space=space)
        else:
            entry = journal.entries.add(kind, {**fields, "text": text}, space=space)
        if as_json:
            terminal.put_json(described(entry))
        else:
            terminal.put(one_line(journal, entry))
