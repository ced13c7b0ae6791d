from __future__ import annotations

import click

from ...errors import BadInput
from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..words import given_words


@click.command(
    epilog=examples(
        'peerlog add "Ask before advising." --kind idea --tag chairing',
        'peerlog add --kind goal --title "Chair a meeting well" --set due=2027-03-01 --set target=7',
        'pbpaste | peerlog add - --kind meeting --set "people=Sam, 李梅" --date "17 Nov 19:40" --minutes 1h30',
    )
)
@click.argument("words", metavar="[TEXT | -]", nargs=-1)
@click.option("--kind", default="note", show_default=True, help="note, reflection, goal, meeting, idea or page.")
@click.option("--title", help="A title; without one, lists show the first words.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; may be repeated. #words in the text count.")
@click.option(
    "--date", metavar="DATE", help="When it was, such as yesterday, “fri 14:30” or 2026-11-17. Now if left out."
)
@click.option("--minutes", metavar="N", help="How long it took: 35, 1h30 or 1:30.")
@click.option("--goal", "goals", multiple=True, metavar="ID", help="Link it to this goal; may be repeated.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A field of its kind; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Write the new entry as JSON instead of its id.")
def command(
    words: tuple[str, ...],
    kind: str,
    title: str | None,
    tags: tuple[str, ...],
    date: str | None,
    minutes: str | None,
    goals: tuple[str, ...],
    settings: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write an entry: TEXT, or what comes on standard input for “-” or through a pipe.

    With neither, your editor opens ($VISUAL or $EDITOR), or the text is typed here and ended with Ctrl-D.
    It goes into your private journal, which nobody else can read.
    """
    from ...domain.dates import parse_moment
    from ...domain.kinds import kind_named
    from ...domain.minutes import parse_minutes
    from ..described import described
    from ..field_values import fields_given, linked
    from ..listing import one_line

    kind = kind_named(kind).name
    long = parse_minutes(minutes) if minutes is not None else None
    text = given_words(words)
    with invocation().journal() as journal:
        template = _template(settings)
        fields = fields_given(journal, kind, template, settings)
        if goals:
            fields["links"] = [*_members(fields, "links"), *(linked(journal, goal) for goal in goals)]
        if tags:
            fields["tags"] = [*_members(fields, "tags"), *tags]
        if date is not None:
            fields["when"] = parse_moment(date, journal.time.moment())
        if long:
            fields["minutes"] = long
        if title is not None:
            fields["title"] = title
        if text is None:
            raise BadInput("There is no text.", "Give it as an argument.")
        fields["text"] = text
        entry = journal.entries.add(kind, fields)
        if as_json:
            terminal.put_json(described(entry))
        else:
            terminal.put(one_line(journal, entry))


def _template(settings: tuple[str, ...]) -> str:
    return next((each.partition("=")[2].strip() for each in settings if each.startswith("template=")), "")


def _members(fields: dict[str, object], name: str) -> list[str]:
    value = fields.get(name)
    if isinstance(value, str):
        return value.replace(",", " ").split()
    return [str(each) for each in value] if isinstance(value, list) else []
