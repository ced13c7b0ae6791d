"""Exchanges of the story, through a folder: whole ones, one that loses a file, one that brings it twice."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from ..journal.updates.exchanging import arrived_files
from .player import Player
from .story_clock import StoryClock

_PAUSE = timedelta(minutes=10)


def exchange(players: Sequence[Player], group: str, clock: StoryClock, at: datetime) -> None:
    """One after the other takes in what there is, writes what they have to tell by then, and sends; all look again."""
    for number, player in enumerate(players):
        _take_turn(player, group, clock, at + number * _PAUSE)
    _look_again(players, group, clock, at + len(players) * _PAUSE)


def exchange_and_lose(players: Sequence[Player], group: str, clock: StoryClock, at: datetime, lost: Path) -> None:
    """An exchange in which what the last one sends goes astray, into the folder `lost`."""
    lost.mkdir(mode=0o700)
    for number, player in enumerate(players):
        updates = _take_turn(player, group, clock, at + number * _PAUSE)
    for path in updates:
        shutil.move(path, lost / path.name)
    _look_again(players, group, clock, at + len(players) * _PAUSE)


def exchange_twice(players: Sequence[Player], group: str, clock: StoryClock, at: datetime) -> None:
    """An exchange in which what the last one sends arrives a second time, by mail."""
    for number, player in enumerate(players):
        updates = _take_turn(player, group, clock, at + number * _PAUSE)
    _look_again(players, group, clock, at + len(players) * _PAUSE)
    for player in players[:-1]:
        again = arrived_files(player.journal, updates)
        if not again or any(each.is_new or each.problem for each in again):
            raise AssertionError("an update counted twice")


def _take_turn(player: Player, group: str, clock: StoryClock, at: datetime) -> list[Path]:
    clock.shows = at
    player.takes_in(group)
    player.teller.tell(at)
    clock.shows = at + _PAUSE / 2
    return [each.path for each in player.sends(group)]


def _look_again(players: Sequence[Player], group: str, clock: StoryClock, at: datetime) -> None:
    clock.shows = at
    for player in players:
        player.takes_in(group)
