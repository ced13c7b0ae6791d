"""What is given: feedback taken into one's own record, thanks that may be quoted, resources on a shelf."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.kinds import FEEDBACK, RESOURCE, THANKS
from ..domain.quoting import require_consent
from ..domain.selection import Selection
from .expected_kind import require_kind
from .journal import Journal

_MOST = 500


def set_accepted(journal: Journal, id_: str, *, accepted: bool = True) -> Entry:
    """Take feedback into one's own record, or out of it; raises `Refused` for anything else."""
    return journal.entries.change(_of_kind(journal, id_, FEEDBACK.name).id, {"accepted": accepted})


def toggle_accepted(journal: Journal, id_: str) -> Entry:
    """Take feedback into one's own record, or out of it when it is there."""
    with journal.writing(id_):
        return set_accepted(journal, id_, accepted=not journal.entries.get(id_).fields.get("accepted"))


def set_quotable(journal: Journal, id_: str, *, quotable: bool = True, they_said_so: bool = False) -> Entry:
    """Say that a thank-you may be quoted, or may not; raises `Problem` when its author has not said so."""
    thanks = _of_kind(journal, id_, THANKS.name)
    if quotable:
        require_consent(thanks.line("source"), they_said_so=they_said_so)
    return journal.entries.change(thanks.id, {"quotable": quotable})


def shelf(journal: Journal, words: str = "", *, kind: str = RESOURCE.name) -> list[Entry]:
    """The newest resources, those that have all `words`; or what there is of another `kind`."""
    return list(journal.entries.page(Selection(kinds=frozenset({kind})), words, limit=_MOST).entries)


def _of_kind(journal: Journal, id_: str, kind: str) -> Entry:
    return require_kind(journal, journal.entries.get(id_), kind, f"“peerlog {kind}” lists what there is.")
