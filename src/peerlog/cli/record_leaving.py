"""What is said before a record leaves: its pages, what is missing, and what could tell who it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..domain.prepared_record import PreparedRecord
from ..errors import BadInput
from . import terminal

if TYPE_CHECKING:
    from ..journal.cpd.identifiable import Identifiable

_MOST_PLACES = 3


def chosen_names(calls: Iterable[str], *, pseudonyms: bool) -> dict[str, str]:
    """The names given by --call; raises `BadInput` for one without an equals sign, or without --pseudonyms."""
    chosen = {}
    for call in calls:
        name, equals, other = call.partition("=")
        if not equals or not name.strip():
            raise BadInput("--call takes a name and another one.", 'For example --call "Sam=my mentor".')
        chosen[name.strip()] = other.strip()
    if chosen and not pseudonyms:
        raise BadInput("--call goes with --pseudonyms.", "Add --pseudonyms, or leave it out.")
    return chosen


def say_before_it_leaves(record: PreparedRecord, found: Identifiable, *, replaced: bool, pages: bool) -> None:
    """Say it all on standard error; with `pages` every word of the record first."""
    from ..journal.cpd.disclosure import before_it_leaves, whole_texts
    from ..journal.cpd.identifiable import NOT_SURE
    from ..journal.cpd.record_files import pages_of

    if pages:
        terminal.say(pages_of(record))
    count = len(record.unsettled)
    if count:
        terminal.say(
            f"{count} {'thing is' if count == 1 else 'things are'} still to see to; “peerlog cpd record” says what."
        )
    if whole := whole_texts(record):
        terminal.say(f"{whole} “peerlog cpd answer” says less, or something else.")
    if found.findings:
        terminal.say("These could tell who it is about:" if not replaced else "These are replaced:")
    for each in found.findings:
        places = ", ".join(each.where[:_MOST_PLACES])
        more = f" and {len(each.where) - _MOST_PLACES} more" if len(each.where) > _MOST_PLACES else ""
        instead = found.names[each.written[0]]
        said = f" → {'stays' if instead == each.written[0] else instead}" if replaced else ""
        terminal.say(f"  {each.sort}: {each.name}{said}  ({places}{more})")
    if found.findings and not replaced:
        terminal.say("“--pseudonyms” puts other names in their place.")
    terminal.say(NOT_SURE)
    terminal.say(before_it_leaves(record))
