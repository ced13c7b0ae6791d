"""What the signature of each member is called in a signed copy."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.slug import slug
from .statement import ConsentStatement

ENDING = ".sig"


def signature_names(statement: ConsentStatement) -> Mapping[str, str]:
    """A name for each member, by member id: a-z, 0-9 and hyphens, no two alike; it depends on the statement alone.

    It is the file without its ending, and what `ssh-keygen -I` is told. Who has no name that can be written so is
    called by their place, `member-2`.
    """
    names: dict[str, str] = {}
    for place, each in enumerate(statement.members, 1):
        wanted = slug(each.name) or f"member-{place}"
        name, number = wanted, 2
        while name in names.values():
            name, number = f"{wanted}-{number}", number + 1
        names[each.member] = name
    return names
