from __future__ import annotations

import click

from ... import completing, terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(epilog=examples("peerlog cpd types", "peerlog cpd types goc", "peerlog cpd types goc --json"))
@click.argument("body", metavar="[BODY]", required=False, shell_complete=completing.requirements)
@json_option
def command(body: str | None, as_json: bool) -> None:
    """List the types of activity, by name and in words; and below them the categories.

    With BODY, lists what that body chooses from besides, such as its themes: the values of the lists that entries are
    marked with.
    """
    if body is not None:
        _lists(body, as_json)
        return
    from ....domain.scheme.vocabulary import CATEGORIES
    from ....journal.cpd.facet_fields import activity_type_names

    types = activity_type_names()
    if as_json:
        terminal.put_json(
            {
                "types": [
                    {
                        "name": each.name,
                        "label": each.label,
                        "categories": sorted(each.categories),
                        "participatory": each.participatory,
                        "planned": each.planned,
                        "over_days": each.over_days,
                    }
                    for each in types.values()
                ],
                "categories": [{"name": name, "label": label} for name, label in CATEGORIES.items()],
            }
        )
        return
    widest = max(len(name) for name in types)
    terminal.put(terminal.Bold("Types"))
    for each in types.values():
        goes_on = ", may go over days" if each.over_days else ""
        terminal.put(f"  {each.name:{widest}}  {each.label}{goes_on}")
    terminal.put()
    terminal.put(terminal.Bold("Categories"))
    for name, label in CATEGORIES.items():
        terminal.put(f"  {name:{widest}}  {label}")
    terminal.say("“peerlog cpd types BODY” lists what a body that you keep to chooses from besides.")


def _lists(body: str, as_json: bool) -> None:
    from ....journal.cpd.lists_asked import lists_asked
    from ....journal.cpd.memberships import membership_named

    with invocation().journal() as journal:
        scheme = membership_named(journal, body).line("scheme")
        found = lists_asked(journal, journal.time.today(), scheme)
    if as_json:
        terminal.put_json(
            {
                "lists": [
                    {"name": each.name, "label": each.label, "values": list(each.values), "many": each.many}
                    for each in found
                ]
            }
        )
        return
    for number, each in enumerate(found):
        if number:
            terminal.put()
        terminal.put(terminal.Bold(each.label), f" · {each.name}", "" if each.many else ", one at most")
        for value in each.values:
            terminal.put("  ", value)
        if not each.values:
            where = f" They are in {each.where}." if each.where else ""
            short = each.name.partition(".")[2]
            terminal.put(f"  None yet.{where} “peerlog cpd body change {scheme} --list {short}=FILE” takes them in.")
    if found:
        first = next((each for each in found if each.values), found[0])
        value = first.values[0] if first.values else "…"
        terminal.say(f'An entry is marked so: peerlog cpd count ID --mark "{first.name}={value}"')
    else:
        terminal.say("There is nothing to choose from besides the types.")
