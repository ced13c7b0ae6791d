"""Notes that let off steam: erasing those whose day has come, and asking about the others once they are a day old."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.entry import PRIVATE, Entry
from ..domain.kinds import NOTE
from ..domain.selection import Selection
from ..domain.venting import ASKED_FOR, is_due, is_vent, may_have_cooled
from ..errors import Refused
from ..vault.entries import Entries as Stored
from .journal import Journal
from .safekeeping.erasing import erase

_MOST = 20


@dataclass(frozen=True, slots=True)
class Erased:
    """How many notes have erased themselves, and where copies lie that somebody made on purpose."""

    count: int
    places: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What to say about it; empty when there was none."""
        if not self.count:
            return ""
        what = "A note that let off steam has" if self.count == 1 else f"{self.count} notes that let off steam have"
        said = f"{what} erased {'itself' if self.count == 1 else 'themselves'}, as you chose."
        if not self.places:
            return said
        return f"{said} Copies that you made yourself may still hold it: {', '.join(self.places)}."


def due_to_go(journal: Journal) -> list[str]:
    """The ids of the notes whose day has come; not of one that somebody is changing just now."""
    today = journal.time.today()
    found = Stored(journal.private).due("vent", "erase_on", today.isoformat())
    begun = {draft.entry for draft in journal.entries.drafts()} if found else set()
    return [entry.id for entry in found if is_due(entry, today) and entry.id not in begun]


def erase_due(journal: Journal) -> Erased:
    """Erase them for good, also from the automatic backups; each is looked at once more in the same breath.

    What is no such note any more, or has another day by now, stays. Raises what `erase` raises.
    """
    ids = due_to_go(journal)
    if not ids:
        return Erased(0, ())
    today = journal.time.today()
    places = erase(journal, ids, only_if=lambda entry: is_due(entry, today))
    gone = len(ids) - sum(1 for id_ in ids if journal.entries.find(id_))
    return Erased(gone, tuple(places) if gone else ())


def to_ask_about(journal: Journal) -> list[Entry]:
    """The notes of the days before that let off steam, whose writer has not said yet what is to become of them."""
    today = journal.time.today()
    selection = Selection(
        kinds=frozenset({NOTE.name}), marks=frozenset({"vent"}), since=today - ASKED_FOR, space=PRIVATE
    )
    found = journal.entries.page(selection, limit=_MOST).entries
    return [entry for entry in found if may_have_cooled(entry, today)]


def keep_vent(journal: Journal, id_: str) -> Entry:
    """Keep it as it is: it is not asked about again, and does not erase itself."""
    return journal.entries.change(_vent(journal, id_).id, {"cooled_on": journal.time.today(), "erase_on": None})


def looked_at(journal: Journal, id_: str) -> Entry:
    """Note that it has been looked at again; a day on which it erases itself stays."""
    return journal.entries.change(_vent(journal, id_).id, {"cooled_on": journal.time.today()})


def _vent(journal: Journal, id_: str) -> Entry:
    entry = journal.entries.get(id_)
    if not is_vent(entry):
        raise Refused(f"{entry.headline or 'This'} lets off no steam.")
    return entry
