"""The types of activity that come with peerlog."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .packs import load_pack

if TYPE_CHECKING:
    from ..domain.activity_type import ActivityType


@cache
def activity_types() -> dict[str, ActivityType]:
    """Every type by name, in order."""
    from ..domain.activity_type import read_activity_types

    pack = load_pack("activities", "library", read_activity_types)
    if pack is None:
        raise FileNotFoundError("activities/library.toml")
    return {each.name: each for each in pack.types}
