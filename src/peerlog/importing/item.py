"""What a reader yields: an entry-to-be, or the reason why something cannot become one."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.field import Value
from ..domain.text import clean_line, shorten

LONGEST_PLACE = 200
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One entry-to-be; its fields are cleaned and fit the kind.

    `origin` is the same each time the same thing is read, so that nothing comes in twice; `where` names the item for
    people and is safe to show. `created` and `deleted` are UTC stamps, known only of what peerlog itself wrote and,
    for `created`, of Day One. `external_id` is the entry's id in the journal that it came from: other items' `links`
    may name it. `earlier` are the origins that it had when it came into that journal. `notes` say what was left behind,
    in sentences that many items may share.
    """

    origin: str
    where: str
    kind: str
    fields: dict[str, Value]
    created: str | None = None
    external_id: str | None = None
    notes: tuple[str, ...] = ()
    deleted: str | None = None
    earlier: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", shown(self.where, LONGEST_PLACE))
        object.__setattr__(self, "notes", tuple(shown(note, LONGEST_REASON) for note in self.notes))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that cannot be taken: where it is, and why, in one sentence. Both are safe to show."""

    where: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", shown(self.where, LONGEST_PLACE))
        object.__setattr__(self, "reason", shown(self.reason, LONGEST_REASON))


def shown(text: str, most: int) -> str:
    """`text` as one line that may reach a terminal: imported files choose their own names and words."""
    if len(text) <= most and text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return shorten(clean_line(text[: most * 4]), most)
