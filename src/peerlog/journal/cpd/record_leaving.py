"""A record on its way out: what would be read of it, and with which names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...domain.entry import Entry
from ...domain.identifying import Finding, folded, pseudonyms_for
from ...domain.prepared_record import PreparedRecord
from ..journal import Journal
from .disclosure import before_it_leaves, whole_texts
from .identifiable import identifiable, with_pseudonyms
from .writing_record import prepared

Names = Mapping[str, str]
"""What is said in the place of each finding, by its name; an empty one leaves it as it is."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A record as it would leave.

    `whole` has every name as it is, `record` the chosen ones in their places. `proposed` has a pseudonym for each
    finding by its name, `chosen` what was chosen, None where nothing was yet. `reminder` is what to bear in mind.
    """

    entry: Entry
    whole: PreparedRecord
    findings: tuple[Finding, ...]
    proposed: Names
    reminder: str
    chosen: Names | None = None

    @property
    def record(self) -> PreparedRecord:
        if self.chosen is None:
            return self.whole
        names = pseudonyms_for(self.findings, {**self.proposed, **self.chosen})
        return with_pseudonyms(self.whole, names)

    def says(self, words: str) -> bool:
        """Whether these words, whatever their letters' case and accents, stand in a title or a field."""
        wanted = folded(words)
        return any(
            wanted in folded(said)
            for part in self.whole.parts
            for item in part.items
            for said in (item.title, *(field.text for field in item.fields))
        )

    def called(self, names: Names) -> Leaving:
        """The same with these names."""
        return replace(self, chosen=names)


def leaving(journal: Journal, record_id: str, chosen: Names | None = None) -> Leaving:
    """A record as it is now; raises `Refused` where one does not keep to its body any more.

    What is in `chosen` and was not found is looked for, too, whatever it is.
    """
    entry = journal.entries.get(record_id)
    record = prepared(journal, entry)
    found = identifiable(journal, record, chosen)
    reminder = f"{whole_texts(record)} {before_it_leaves(record)}".strip()
    said = None if chosen is None else found.chosen
    return Leaving(entry, record, found.findings, found.proposed, reminder, said)
