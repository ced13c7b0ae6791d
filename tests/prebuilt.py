"""A journal built once and copied for each test: making one costs two key derivations, copying it none."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pytest

from peerlog.crypto import argon, slots
from peerlog.journal.home import Home
from peerlog.journal.opening import create_journal

PASSPHRASE = "walnut lantern harbour quilt"
NAME = "Kim"
ZONE = "Europe/Dublin"

derive = lru_cache(maxsize=64)(argon.derive)
"""Argon2id as it is, remembering what it has worked out."""


_SALT = b"the tests' salt."


class OneSalt:
    """What slots draw their randomness from: all of it is random but the salt, so that `derive` can remember."""

    @staticmethod
    def token_bytes(size: int) -> bytes:
        return _SALT if size == argon.SALT_BYTES else secrets.token_bytes(size)


def derive_once(patch: pytest.MonkeyPatch) -> None:
    """Nothing is derived twice, not for copies of one journal and not for new ones under the same passphrase."""
    patch.setattr(slots, "derive", derive)
    patch.setattr(slots, "secrets", OneSalt)


@contextmanager
def honest_but_quick() -> Iterator[None]:
    """New journals get the floor of the cost, and nothing is derived twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon, "choose_cost", lambda *_, **__: argon.FLOOR)
        derive_once(patch)
        yield


def build(folder: Path) -> Path:
    """An empty journal's vault in `folder`, to be copied."""
    home = Home(folder, folder / "state")
    with honest_but_quick():
        create_journal(home, PASSPHRASE, name=NAME, zone=ZONE).close()
    return home.vault


def place(vault: Path, home: Home) -> Home:
    """Copy a vault into a home."""
    shutil.copytree(vault, home.vault)
    home.data.chmod(0o700)
    return home
