"""An open journal: the use cases that the command line and the terminal app call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from ..errors import PeerlogError
from ..vault.space import Space
from ..vault.vault import Vault
from .clock import Clock, LocalTime
from .entries import Entries
from .forms import Forms
from .home import Home
from .spaces import Spaces

_MENDED = (
    "One of the journal's two key files was damaged or missing and has been written anew from the other; "
    "the disk may be failing: “peerlog check” reads all of it."
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose journal it is: the name on what is shared one day, and the zone that dates are read in."""

    name: str
    zone: str


class Journal:
    """A journal between unlocking and `close()`. It belongs to the thread that opened it."""

    def __init__(self, home: Home, vault: Vault, clock: Clock, forms: Forms) -> None:
        self.home = home
        self.vault = vault
        self.clock = clock
        self.forms = forms
        self._spaces = Spaces(vault)
        self._writes_before = self._spaces.writes
        self.time = LocalTime(clock, self.private.value("zone", "UTC"))
        self.entries = Entries(self._spaces, forms, self.time)

    @property
    def private(self) -> Space:
        """The space that never leaves: its owner's settings, and everything that is not begun as shared."""
        return self._spaces.private

    @property
    def spaces(self) -> Mapping[str, Space]:
        """The open spaces by name, the private one first; a circle's name is that of its file."""
        return self._spaces.by_name

    def open_new_spaces(self) -> bool:
        """Open what has been made since the journal was opened, here or by another process; whether there was any."""
        return self._spaces.open_new()

    def drop_space(self, name: str) -> None:
        """Remove a circle's space that came to nothing, for good."""
        from ..vault import watermark

        self._spaces.close_one(name)
        self.vault.remove_circle(name)
        watermark.leave_out(self.vault, self.home.state, name)
        self.entries = Entries(self._spaces, self.forms, self.time)

    @contextmanager
    def writing(self, *ids: str) -> Iterator[None]:
        """Make everything that is saved inside one: all of it or nothing, in whatever spaces it lands.

        Entries named by their `ids` are held still from the beginning, for whoever reads them first and then writes;
        any other space joins when something is written in it.
        """
        with self._spaces.together():
            for id_ in ids:
                if home := self.entries.home_of(id_):
                    self._spaces.begin(home)
            yield

    @property
    def profile(self) -> Profile:
        return Profile(self.private.value("name", ""), self.time.zone)

    def change_profile(self, profile: Profile) -> None:
        """Keep another name or zone; raises `Problem` for a zone that does not exist."""
        from ..domain.moment import zone_named
        from ..domain.text import clean_line

        zone_named(profile.zone)
        with self.private.write():
            self.private.set_value("name", clean_line(profile.name))
            self.private.set_value("zone", profile.zone)
        self.time = LocalTime(self.clock, profile.zone)
        self.entries = Entries(self._spaces, self.forms, self.time)

    @property
    def mended(self) -> str:
        """What was put right when it was opened and its owner should know, in a sentence; empty for nothing."""
        return _MENDED if self.vault.mended else ""

    @property
    def changes_seen(self) -> int:
        """A number that changes when another process has written to the journal."""
        return self._spaces.look()

    @property
    def has_written(self) -> bool:
        """Whether anything was written since it was opened, by anybody."""
        return self._spaces.writes != self._writes_before

    @property
    def wants_recovery_kit(self) -> bool:
        """Whether something has been written and there is still no recovery kit."""
        return self.vault.keys.slot("recovery") is None and self._spaces.writes > 0

    def close_spaces(self) -> None:
        """Close the databases and keep the keys: what is done to the files as a whole comes after that."""
        self._spaces.close()

    def close(self) -> None:
        """Note how far the journal has got, close the databases and drop the keys."""
        try:
            self._keep_mark()
        finally:
            self._spaces.close()
            self.vault.close()

    def _keep_mark(self) -> None:
        from ..vault import watermark

        # Closing never fails for want of a mark: it is kept for “peerlog check”, which says when there is none.
        with suppress(PeerlogError):
            if self.has_written:
                watermark.keep(self.vault, self.home.state)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
