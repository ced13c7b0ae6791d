"""The passphrase once more, before something is signed: a slip of the keys signs nothing, and no keyring answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from ..errors import BadInput, WrongPassphrase
from . import terminal
from .asking import NO_PASSPHRASE, ask_secretly, can_ask_secretly
from .invocation import TRIES

T = TypeVar("T")


def with_passphrase_again(use: Callable[[str], T]) -> T:
    """The result of `use(passphrase)`: with that of the environment, else by asking; raises `WrongPassphrase`."""
    from ..journal.passphrases import passphrase_from_environment

    given = passphrase_from_environment(os.environ)
    if given is not None:
        return use(given)
    if not can_ask_secretly():
        raise BadInput(*NO_PASSPHRASE)
    for _ in range(TRIES - 1):
        try:
            return use(ask_secretly("The passphrase once more, to sign"))
        except WrongPassphrase as error:
            terminal.say(error.message)
    return use(ask_secretly("The passphrase once more, to sign"))
