"""Whether a statement calls the members and their keys what they are: once said by who may say it, and still so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..history.roster import Roster
from .statement import ConsentStatement, Signer

_ONE_OF_TWO = re.compile(r" \([2-8]\)\Z")
"""What tells two of one name apart, see `Roster.names`."""


def name_in(roster: Roster, signer: Signer) -> str:
    """What a member is called here; as the statement has it where they have no place any more."""
    return roster.names.get(signer.member, signer.name)


def never_true(statement: ConsentStatement, roster: Roster) -> str:
    """Why a statement cannot count in this space, whatever becomes of the roster; empty for one that can.

    More statements of the roster only take such reasons away, so that what has counted counts for ever.
    """
    if statement.space != roster.space:
        return "a text to agree that belongs to other people"
    if statement.kind != "thanks" and len(statement.members) < 2:
        return f"a text to agree that asks nobody but {name_in(roster, statement.members[0])}"
    for signer in statement.members:
        claimed = roster.claimed.get(signer.member)
        if claimed is None:
            return f"a text to agree that names somebody as {signer.name} who is not here"
        if not {signer.name, _ONE_OF_TWO.sub("", signer.name)} & claimed.names:
            return f"a text to agree that calls {name_in(roster, signer)} {signer.name}"
        if not {*signer.keys} <= claimed.keys:
            return f"a text to agree with a key that is called {signer.name}'s and is not known as theirs"
    return ""


def not_by_writer(statement: ConsentStatement, roster: Roster, writers: Mapping[str, str]) -> str:
    """Why a statement about thanks cannot count: only who wrote them speaks for them. Empty for any other.

    `writers` are members by the id of the thanks. What has come says who wrote them, and nothing that comes changes it.
    """
    if statement.kind != "thanks" or [each.member for each in statement.members] == [writers.get(statement.document)]:
        return ""
    return f"thanks that {name_in(roster, statement.members[0])} is to sign and has not written"


def not_true_now(statement: ConsentStatement, roster: Roster) -> str:
    """What of a statement's names and keys does not hold here now, as the end of "because …"; empty where all does."""
    for signer in statement.members:
        member = roster.member(signer.member)
        if member is None:
            return f"{signer.name} has no place here"
        if signer.name not in (member.name, roster.names[member.id]):
            return f"it calls {roster.names[member.id]} {signer.name}"
        if not {*signer.keys} <= {device.key for device in member.devices}:
            return f"it names a key as {signer.name}'s that does not count as theirs"
    return ""
