from __future__ import annotations

from pathlib import Path

import click

from .....errors import BadInput
from .... import completing, terminal
from ....examples import examples
from ....given import require_words
from ....invocation import invocation


@click.command(
    epilog=examples(
        "peerlog cpd body change nmc --day 2028-03-31",
        "peerlog cpd body change alia --need hours=20 --defer-to 2027-09-30",
        "peerlog cpd body change gosc --list themes=themes.txt",
    )
)
@click.argument("name", metavar="BODY", shell_complete=completing.requirements)
@click.option("--day", metavar="DATE", help="The day of your own that the period depends on.")
@click.option("--variant", metavar="NAME", help="The sort of member that you are.")
@click.option("--number", metavar="N", help="Your number in the body's register; empty for none.")
@click.option("--need", "needs", multiple=True, metavar="NAME=AMOUNT", help="What was agreed; empty for the usual.")
@click.option("--defer-to", metavar="DATE", help="A later day that was agreed, or “no” for the usual one.")
@click.option("--list", "lists", multiple=True, metavar="LIST=FILE", help="A list, one value a line; “-” for a pipe.")
@click.option("--json", "as_json", is_flag=True, help="Write what you keep to now as JSON.")
def command(
    name: str,
    day: str | None,
    variant: str | None,
    number: str | None,
    needs: tuple[str, ...],
    defer_to: str | None,
    lists: tuple[str, ...],
    as_json: bool,
) -> None:
    """Change what is your own of a body's requirements. Several changes are made together, or none of them."""
    from .....domain.dates import parse_day
    from .....journal.cpd.memberships import change_membership, membership_named, scheme_of
    from .....journal.cpd.own_day_typed import own_day_typed
    from .....journal.cpd.own_terms import agree_amount, paste_list, put_off
    from ....body_lines import described_body, write_body

    if not (needs or lists) and (day, variant, number, defer_to) == (None, None, None, None):
        raise BadInput("Nothing is to be changed.", "Give --day, --variant, --number, --need, --defer-to or --list.")
    for option, said in (("--day", day), ("--defer-to", defer_to)):
        if said is not None:
            require_words(option, said)
    pasted = [(short, _lines(file)) for short, file in (_pair("--list", each) for each in lists)]
    agreed = [_pair("--need", each) for each in needs]
    with invocation().journal(writes=True) as journal:
        kept, today = membership_named(journal, name), journal.time.today()
        changes: dict[str, object] = {
            key: said for key, said in (("variant", variant), ("registered", number)) if said is not None
        }
        if day is not None:
            changes["own_day"] = own_day_typed(scheme_of(kept), day, today)
        with journal.writing(kept.id):
            if changes:
                kept = change_membership(journal, kept, changes)
            for requirement, amount in agreed:
                kept = agree_amount(journal, kept, requirement, amount)
            for short, lines in pasted:
                kept = paste_list(journal, kept, short, lines)
            if defer_to is not None:
                later = None if defer_to.casefold() == "no" else parse_day(defer_to, today, ahead=True)
                kept = put_off(journal, kept, later)
        if as_json:
            terminal.put_json(described_body(journal, kept))
        else:
            write_body(journal, kept)


def _pair(option: str, said: str) -> tuple[str, str]:
    name, equals, value = said.partition("=")
    if not equals or not name.strip():
        raise BadInput(f"“{said[:60]}” is not what {option} takes.", "Write it as NAME=VALUE.")
    return name.strip(), value.strip()


def _lines(file: str) -> list[str]:
    from ....words import file_text, standard_input

    if not file:
        return []
    return (standard_input() if file == "-" else file_text(Path(file))).splitlines()
