"""A second device of somebody in the story: three files and four words again, and everything of theirs comes along."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from ..domain.entry import PRIVATE
from ..journal.home import Home
from ..journal.journal import Journal
from ..journal.own_devices.adding_devices import invite_device, take_device_answer
from ..journal.own_devices.device_words import confirm_words
from ..journal.own_devices.joining_device import join_as_device, take_device_acceptance
from .player import Player
from .story_clock import StoryClock
from .telling import Teller

OWN = "own"
"""The group that is oneself."""


def bring_in(owner: Player, home: Home, file: Path, folder: Path, clock: StoryClock, at: datetime) -> Player:
    """Make a second device of `owner`, with an open journal at `home`. The three files stay by `file`."""
    clock.shows = at
    invitation = _kept(file, "1-invitation", invite_device(owner.journal, "Library").file)
    journal, answer = join_as_device(
        home, invitation, owner.about.passphrase, zone=owner.about.zone, device="Laptop", clock=clock
    )
    try:
        clock.shows = at + timedelta(minutes=2)
        accepted, words = take_device_answer(owner.journal, _kept(file, "2-answer", answer.file))
        took = take_device_acceptance(journal, _kept(file, "3-acceptance", accepted.file))
        if took.words != words.words:
            raise AssertionError("the two devices would show different words")
        confirm_words(owner.journal, words)
        confirm_words(journal, took)
    except BaseException:
        journal.close()
        raise
    other = Player(owner.about, journal, Teller(journal, clock, (), at, {}), owner.card, device="laptop")
    for player in (owner, other):
        player.joins(OWN, PRIVATE, folder)
    for group, space in owner.spaces.items():
        if group != OWN:
            other.joins(group, _same(journal, owner.journal.spaces[space].id), folder)
            other.calls(group, owner.circle(group).label)
    return other


def _same(journal: Journal, id_: str) -> str:
    return next(name for name, space in journal.spaces.items() if space.id == id_)


def _kept(file: Path, which: str, content: bytes) -> bytes:
    path = file.with_name(f"{file.name}-{which}.peerlog")
    path.write_bytes(content)
    return path.read_bytes()
