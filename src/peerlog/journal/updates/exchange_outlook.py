"""What has come from partners and what waits to leave, at a glance: for Today."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...domain.kinds import APPROVAL
from ...exchange.sending import Leaving, Sender
from ...vault.changes import Changes
from ...vault.space import Space
from ..circle.circles import Circle
from ..journal import Journal
from ..shared.whats_new import NOBODY_S_WORDS, unseen_kinds
from .carrying import names_in_folder, waiting_in_folder
from .exchange_partners import OWN_DEVICES, exchange_partners
from .leaving_words import count_by_kind

_EXACT = 100
"""Up to so many entries it is worth finding out whether they really differ from what has left."""

_ANSWER = "answer"
"""What a signature's entry is called that says no or withdraws, as in what leaves."""


@dataclass(frozen=True, slots=True)
class ExchangeOutlook:
    """One partner or group: the kinds of what came and was not looked at (`came`), and of what would leave (`leaves`).

    `space_id` names the updates in the folder; `in_folder` counts those that nobody has taken in, as far as known.
    """

    circle: Circle
    space_id: str
    came: tuple[str, ...]
    leaves: tuple[str, ...]
    in_folder: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.came or self.leaves or self.in_folder)

    @property
    def label(self) -> str:
        """`From Sam`, or `For Sam` where nothing has come."""
        return f"{'From' if self.came or self.in_folder else 'For'} {self.circle.label}"

    @property
    def about(self) -> str:
        """`2 notes, 1 goal · 1 update to take in · 1 note to send`."""
        updates = "1 update" if self.in_folder == 1 else f"{self.in_folder} updates"
        said = [count_by_kind(self.came)] if self.came else []
        said += [f"{updates} to take in"] if self.in_folder else []
        said += [f"{count_by_kind(self.leaves)} to send"] if self.leaves else []
        return " · ".join(said)


def exchange_outlooks(journal: Journal) -> list[ExchangeOutlook]:
    """Everybody one exchanges with, without a look into folders, which may take long."""
    return [_outlook(journal, each) for each in exchange_partners(journal)]


def with_folder(journal: Journal, outlook: ExchangeOutlook, names: list[str]) -> ExchangeOutlook:
    """The outlook with these files of its folder counted."""
    return replace(outlook, in_folder=waiting_in_folder(journal, outlook.circle, names))


def look_into_folder(outlook: ExchangeOutlook) -> list[str]:
    """The updates that lie in the folder, by name; asks the file system alone, so in any thread."""
    return names_in_folder(outlook.circle.folder, outlook.space_id) if outlook.circle.folder else []


def _outlook(journal: Journal, circle: Circle) -> ExchangeOutlook:
    space = journal.spaces[circle.space]
    somebody = bool(circle.others) or circle.label == OWN_DEVICES
    leaves = _leaves(space, journal.time.stamp()) if somebody else []
    kinds = [kind for kind in leaves if kind not in NOBODY_S_WORDS]
    return ExchangeOutlook(circle, space.id, tuple(unseen_kinds(journal, circle)), tuple(kinds))


def _leaves(space: Space, now: str) -> list[str]:
    """The kinds of what would leave; where much was touched, of all that was."""
    touched = Changes(space).touched()
    if not touched:
        return []
    if len(touched) <= _EXACT:
        return [_kind_of(each) for each in Sender(space, now).leaving()]
    return [str(kind) for (kind,) in space.rows("SELECT e.kind FROM touched AS t JOIN entry AS e ON e.id = t.entry")]


def _kind_of(leaving: Leaving) -> str:
    """Its kind; a no is kept in the place of a signature, and must not be counted as one."""
    entry = leaving.entry
    is_answer = entry is not None and entry.kind == APPROVAL.name and not entry.line("content")
    return _ANSWER if is_answer else leaving.kind
