from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...filters import as_json as json_option


@click.command(epilog=examples("peerlog cpd types", "peerlog cpd types --json"))
@json_option
def command(as_json: bool) -> None:
    """List the types of activity, by name and in words; and below them the categories."""
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
        terminal.put(f"  {each.name:{widest}}  {each.label}")
    terminal.put()
    terminal.put(terminal.Bold("Categories"))
    for name, label in CATEGORIES.items():
        terminal.put(f"  {name:{widest}}  {label}")
