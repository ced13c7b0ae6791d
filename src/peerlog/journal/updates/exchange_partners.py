"""Those one exchanges updates with: partners and groups, and one's own other devices."""

from __future__ import annotations

from dataclasses import replace

from ...domain.text import brief, clean_line
from ...errors import BadInput, Refused
from ...exchange.membership import roster_in
from ..circle.circle_course import require_going_on
from ..circle.circles import Circle, circles, read_circle
from ..journal import Journal

OWN_DEVICES = "your other devices"
_NOBODY = ("You do not share anything with anybody yet.", "“peerlog circle create” begins it.")


def exchange_partners(journal: Journal) -> list[Circle]:
    """Everybody whom updates come from or go to, by label; one's own other devices last."""
    private = journal.private
    several = private.is_shared and private.value("founding", "") and len(roster_in(private).recipients()) > 1
    found = [each for each in circles(journal) if not each.joining and (each.others or several)]
    if several:
        found.append(replace(read_circle(private), label=OWN_DEVICES, name=OWN_DEVICES))
    return found


def partners_named(journal: Journal, said: str | None = None) -> list[Circle]:
    """All of them for None, else the one with this label or name, or the only one that begins so.

    Raises `Refused` when there is none, `BadInput` when several would do.
    """
    every = exchange_partners(journal)
    if said is not None:
        _require_going_on(journal, every, clean_line(said).casefold())
    if not every:
        raise Refused(*_NOBODY)
    if said is None:
        return every
    wanted = clean_line(said).casefold()
    exact = [each for each in every if wanted in (each.label.casefold(), each.name.casefold(), each.space)]
    found = exact or [each for each in every if each.label.casefold().startswith(wanted) and wanted]
    names = ", ".join(each.label for each in every)
    if not found:
        raise Refused(f"There is nobody called “{brief(said)}” to exchange with here.", f"There is: {names}.")
    if len(found) > 1:
        raise BadInput("More than one would do.", f"Name one: {names}.")
    return found


def one_partner(journal: Journal, said: str | None = None) -> Circle:
    """The one that is named, or the only one there is; raises like `partners_named`."""
    found = partners_named(journal, said)
    if len(found) > 1:
        raise BadInput("More than one would do.", f"Name one: {', '.join(each.label for each in found)}.")
    return found[0]


def _require_going_on(journal: Journal, going_on: list[Circle], wanted: str) -> None:
    """Raise `Refused` where this names what was put away, or where nobody is, and nothing that goes on."""
    if any(wanted == each.label.casefold() for each in going_on):
        return
    for each in circles(journal, archived=True):
        if wanted == each.label.casefold():
            require_going_on(each)
            how = "any more" if len(each.members) > 1 else "yet"
            raise Refused(
                f"Nobody is in {each.label} {how} to exchange with.", "“peerlog circle show” says what waits."
            )
