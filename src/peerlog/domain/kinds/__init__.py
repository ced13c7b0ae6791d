"""The six kinds that people choose among (DESIGN 2)."""

from __future__ import annotations

from ..problem import Problem
from ..text import brief
from .goal import GOAL
from .idea import IDEA
from .kind import Kind
from .meeting import MEETING
from .note import NOTE
from .page import PAGE
from .reflection import REFLECTION

KINDS: dict[str, Kind] = {kind.name: kind for kind in (NOTE, REFLECTION, GOAL, MEETING, IDEA, PAGE)}


def kind_named(name: str) -> Kind:
    """The kind with this name; raises `Problem` naming the ones there are."""
    try:
        return KINDS[name.strip().casefold()]
    except KeyError:
        raise Problem(f"There is no kind called “{brief(name)}”.", f"Kinds: {', '.join(KINDS)}.") from None


__all__ = ["GOAL", "IDEA", "KINDS", "MEETING", "NOTE", "PAGE", "REFLECTION", "Kind", "kind_named"]
