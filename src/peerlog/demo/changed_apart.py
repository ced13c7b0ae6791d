"""Kim and Sam change one field of a shared goal without knowing of each other: two versions."""

from __future__ import annotations

from datetime import datetime

from ..journal.versions.settling import settle_with_text
from ..journal.versions.two_versions import two_versions_of
from .player import Player
from .script import Apart
from .story_clock import StoryClock


def change_apart(kim: Player, sam: Player, apart: Apart, clock: StoryClock, at: datetime) -> None:
    clock.shows = at
    for player, said in ((kim, apart.kim), (sam, apart.sam)):
        player.journal.entries.change(player.teller.id_of(apart.goal), {apart.field: said})


def settle(player: Player, apart: Apart) -> None:
    """Let other words stand in place of both."""
    goal = player.journal.entries.get(player.teller.id_of(apart.goal))
    (found,) = [each for each in two_versions_of(player.journal, goal) if each.register == apart.field]
    settle_with_text(player.journal, found, apart.settled)
