"""An open journal: the use cases that the command line and the terminal app call."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from ..errors import PeerlogError
from ..vault.vault import Vault
from .clock import Clock, LocalTime
from .entries import Entries
from .forms import Forms
from .home import Home

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
        self.private = vault.space()
        self._writes_before = self.private.writes
        self.time = LocalTime(clock, self.private.value("zone", "UTC"))
        self.entries = Entries(self.private, forms, self.time)

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
        self.entries = Entries(self.private, self.forms, self.time)

    @property
    def mended(self) -> str:
        """What was put right when it was opened and its owner should know, in a sentence; empty for nothing."""
        return _MENDED if self.vault.mended else ""

    @property
    def changes_seen(self) -> int:
        """A number that changes when another process has written to the journal."""
        return self.private.data_version

    @property
    def has_written(self) -> bool:
        """Whether anything was written since it was opened, by anybody."""
        return self.private.writes != self._writes_before

    @property
    def wants_recovery_kit(self) -> bool:
        """Whether something has been written and there is still no recovery kit."""
        return self.vault.keys.slot("recovery") is None and self.private.writes > 0

    def close(self) -> None:
        """Note how far the journal has got, close the databases and drop the keys."""
        try:
            self._keep_mark()
        finally:
            self.private.close()
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
