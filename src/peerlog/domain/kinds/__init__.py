"""The six kinds that people choose among, and those that appear only inside something else (DESIGN 2)."""

from __future__ import annotations

from ..problem import Problem
from ..text import brief
from .action import ACTION
from .agenda_item import AGENDA_ITEM
from .agreement import AGREEMENT
from .approval import APPROVAL
from .card import CARD
from .check_in import CHECK_IN
from .circle import CIRCLE
from .comment import COMMENT
from .contribution import CONTRIBUTION
from .countersignature import COUNTERSIGNATURE
from .decision import DECISION
from .device import DEVICE
from .feedback import FEEDBACK
from .goal import GOAL
from .idea import IDEA
from .kind import PARENT, POSITION, Further, Kind
from .meeting import MEETING
from .milestone import MILESTONE
from .minute import MINUTE
from .note import NOTE
from .page import PAGE
from .pulse import PULSE
from .reflection import REFLECTION
from .request import REQUEST
from .resource import RESOURCE
from .summary import SUMMARY
from .thanks import THANKS
from .turn import TURN

CHOSEN: dict[str, Kind] = {kind.name: kind for kind in (NOTE, REFLECTION, GOAL, MEETING, IDEA, PAGE)}
"""The six that people choose among and that stand in the journal's list."""

PARTS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        ACTION,
        AGENDA_ITEM,
        MINUTE,
        DECISION,
        TURN,
        CHECK_IN,
        MILESTONE,
        REQUEST,
        COMMENT,
        FEEDBACK,
        RESOURCE,
        THANKS,
        PULSE,
        AGREEMENT,
        CARD,
        CIRCLE,
        DEVICE,
        SUMMARY,
        CONTRIBUTION,
        APPROVAL,
        COUNTERSIGNATURE,
    )
}
"""Those that show inside their parent, or on a page of their own."""

KINDS: dict[str, Kind] = CHOSEN | PARTS
"""Every kind."""


def bare_name(field: str) -> str:
    """A field's stored name without the prefix of a template, a model or a set of clauses."""
    prefixes = (kind.further.prefix for kind in KINDS.values() if kind.further)
    return next((field.removeprefix(each) for each in prefixes if field.startswith(each)), field)


STRUCTURE = frozenset(
    {PARENT.name, POSITION.name, *(kind.further.chosen_by for kind in KINDS.values() if kind.further)}
)
"""Fields that say where an entry belongs and what it follows, and hold no words of anybody's own."""


def kind_named(name: str) -> Kind:
    """The kind with this name; raises `Problem` naming the ones that people choose among."""
    try:
        return KINDS[name.strip().casefold()]
    except KeyError:
        raise Problem(f"There is no kind called “{brief(name)}”.", f"Kinds: {', '.join(CHOSEN)}.") from None


__all__ = [
    "ACTION",
    "AGENDA_ITEM",
    "AGREEMENT",
    "APPROVAL",
    "CARD",
    "CHECK_IN",
    "CHOSEN",
    "CIRCLE",
    "COMMENT",
    "CONTRIBUTION",
    "COUNTERSIGNATURE",
    "DECISION",
    "DEVICE",
    "FEEDBACK",
    "GOAL",
    "IDEA",
    "KINDS",
    "MEETING",
    "MILESTONE",
    "MINUTE",
    "NOTE",
    "PAGE",
    "PARTS",
    "PULSE",
    "REFLECTION",
    "REQUEST",
    "RESOURCE",
    "STRUCTURE",
    "SUMMARY",
    "THANKS",
    "TURN",
    "Further",
    "Kind",
    "bare_name",
    "kind_named",
]
