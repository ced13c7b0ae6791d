"""The protocols that there are, with a word on standard error about each file of the person's own that is no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import terminal

if TYPE_CHECKING:
    from ..domain.protocol import Protocol


def protocols() -> dict[str, Protocol]:
    """Every protocol by name."""
    from ..journal.practice_files import group_protocols

    found, problems = group_protocols()
    for problem in problems:
        terminal.say(f"Left out: {problem}")
    return dict(found)


def protocol(said: str) -> Protocol:
    """The one that is named; raises `Problem`."""
    from ..journal.group_sessions import protocol_named

    return protocol_named(protocols(), said)
