"""A person of the story with an open journal, and what they do with others: send, and take in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..domain.field import Value
from ..journal.circle.circle_course import call_it
from ..journal.circle.circles import Circle, read_circle
from ..journal.journal import Journal
from ..journal.shared.whats_new import mark_seen, news
from ..journal.updates.arriving import Arrived
from ..journal.updates.exchanging import arrived_in_folder, preview, send, use_folder
from ..journal.updates.leaving import SentUpdate
from .story import DemoPerson
from .telling import Teller


@dataclass(slots=True, eq=False)
class Player:
    """Somebody of the story. `card` are the fields of the card that they show to others, `spaces` where groups live."""

    about: DemoPerson
    journal: Journal
    teller: Teller
    card: Mapping[str, Value]
    spaces: dict[str, str] = field(default_factory=dict)
    device: str = ""

    @property
    def called(self) -> str:
        """Who it is, and on which device where that is not the first."""
        return f"{self.about.called}'s {self.device}" if self.device else self.about.called

    def joins(self, group: str, space: str, folder: Path) -> None:
        """Share with a group of the story from here on, through a folder."""
        self.spaces[group] = space
        self.teller.joined(group, space)
        use_folder(self.journal, self.circle(group), folder)

    def calls(self, group: str, label: str) -> None:
        """Call a group something in one's own journal."""
        call_it(self.journal, self.circle(group), label)

    def reads(self, group: str) -> None:
        """Look at everything that the others have written."""
        mark_seen(self.journal, news(self.journal, self.circle(group)))

    def circle(self, group: str) -> Circle:
        """How what is shared with a group stands now."""
        return read_circle(self.journal.spaces[self.spaces[group]])

    def takes_in(self, group: str) -> list[Arrived]:
        """Take in what lies in the folder; raises what was refused of it."""
        found = arrived_in_folder(self.journal, self.circle(group))
        for each in found:
            if each.problem:
                raise each.problem
        self.teller.heard()
        return found

    def sends(self, group: str) -> list[SentUpdate]:
        """Let leave what is due, into the folder."""
        shown = preview(self.journal, self.circle(group))
        return send(self.journal, shown) if shown.is_due else []

    def confirms(self, group: str) -> None:
        """Send although nothing is new, which tells the others what has come."""
        send(self.journal, preview(self.journal, self.circle(group)), again=True)
