"""How this journal knows whose key each of those who signed a text used: for readers of a signed copy to weigh."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ..circle.circles import Member, first_key, read_circle
from ..journal import Journal
from .texts_to_agree import TextToAgree

if TYPE_CHECKING:
    from ...consent.how_to_check import Maker


def maker_of(journal: Journal, text: TextToAgree, replaced: str = "") -> Maker:
    """Who makes a copy of the text, with a sentence about the key of each of its members; `replaced` see `Maker`."""
    from ...consent.how_to_check import Maker
    from ...exchange.membership import roster_in

    space = journal.spaces[text.space]
    roster = roster_in(space)
    members = {each.id: each for each in read_circle(space).members}
    compared = {
        str(member): str(at)
        for member, keys, at in space.rows("SELECT member, keys, at FROM compared")
        if (found := roster.member(str(member))) and first_key(found) == keys
    }
    me = roster.names[roster.own]
    claims = {each.id: _claim(members.get(each.id), me, compared.get(each.id, "")) for each in text.members}
    return Maker(me, journal.time.today(), claims, replaced)


def _claim(member: Member | None, me: str, compared: str) -> str:
    if member is None:
        return f"{me} does not know this member any more."
    if member.is_me:
        return f"{me} made this copy, and the key is one of their own devices'."
    if member.set_apart:
        return f"{me} and {member.name} compared words later, and they were not the same: do not rely on this key."
    if member.established == "words" and compared:
        day = written_out(date.fromisoformat(compared[:10]))
        return f"{me} compared the words with {member.name} on {day}, and they were the same."
    if member.established == "introduced":
        return f"{member.introduced_by} brought {member.name} in; {me} has not compared words with them."
    return f"{me} exchanged three files with {member.name} at the beginning, and has not compared words with them."
