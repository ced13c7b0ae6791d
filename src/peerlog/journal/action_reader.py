"""Understanding an action in one line: who is meant by the name that stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..domain.action_line import ActionLine, read_action_line
from .journal import Journal
from .people import known_people


@dataclass(frozen=True, slots=True)
class ActionReader:
    """What it takes to understand an action in one line: the names that may stand first, one's own, and the day."""

    people: tuple[str, ...]
    own: str
    today: date

    def read(self, line: str) -> ActionLine:
        """What somebody says they will do; the owner is empty for the writer, also by name. Raises `Problem`."""
        found = read_action_line(line, self.people, self.today)
        return replace(found, owner="") if found.owner.casefold() == self.own.casefold() else found


def action_reader(journal: Journal, people: Iterable[str] = ()) -> ActionReader:
    """`people` come first, then anybody the journal knows, then the writer."""
    own = journal.profile.name
    return ActionReader((*people, *known_people(journal), own), own, journal.time.today())
