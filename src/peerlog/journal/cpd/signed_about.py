"""What people outside have signed about something that counts: about the activity, or about its entry."""

from __future__ import annotations

from ...domain.entry import Entry
from ..countersigning.countersignatures import Countersigned, countersignatures_of
from ..journal import Journal


def signed_about(journal: Journal, activity: Entry) -> list[Countersigned]:
    """Those about the activity, then those about the entry that it says counts."""
    ids = [each for each in (activity.id, activity.parent) if each]
    return [one for id_ in ids for one in countersignatures_of(journal, id_)]
