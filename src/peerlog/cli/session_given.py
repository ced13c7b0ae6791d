"""Who is there, whose turn it is and how long there is, as options give it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..errors import BadInput

if TYPE_CHECKING:
    from ..domain.group_session import GroupSession
    from ..domain.protocol import Protocol
    from ..journal.journal import Journal

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--people",
        "--with",
        "people",
        default="",
        metavar="NAMES",
        help="Who is there, in the order in which you sit, with commas.",
    ),
    click.option("--turns", default="", metavar="NAMES", help="Who has a turn, in this order, instead of the offer."),
    click.option("--minutes", default="", metavar="N", help="How long there is; 90, or less where that suits."),
    click.option("--meeting", default="", metavar="ID", help="The meeting that it belongs to; its people are taken."),
)


def session_options(command: F) -> F:
    """Add --people, --turns, --minutes and --meeting."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def session_given(
    journal: Journal, protocol: Protocol, people: str, turns: str, minutes: str, meeting: str
) -> GroupSession:
    """The session that the options lay out; raises `BadInput` and `Problem`."""
    from ..domain.minutes import parse_minutes
    from ..domain.people_line import read_people
    from ..journal.group_sessions import begin, offered_turns, people_of, usual_minutes
    from .meetings import meeting_given

    entry = meeting_given(journal, meeting) if meeting else None
    there = read_people(people) or (people_of(journal, entry) if entry else ())
    if not there:
        raise BadInput("Who is there?", "Name them: --people Kim,Sam,Ada; or a meeting: --meeting ID.")
    if minutes:
        given = parse_minutes(minutes)
    else:
        given = (entry.minutes if entry else None) or usual_minutes(protocol, len(there))
    presenters = read_people(turns) or offered_turns(journal, protocol, there, given)
    return begin(journal, protocol, there, presenters, given, entry)
