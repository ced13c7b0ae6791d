"""`peerlog goal`: what somebody wants to reach, and how it goes."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="goal",
    package=__name__,
    default="list",
    names={
        "list": "List the goals that are open, with how they go.",
        "add": "Set a goal.",
        "narrow": "Come from a wide theme to a goal, by questions.",
        "show": "Show one goal with all that belongs to it.",
        "check-in": "Say where it stands, from 0 to 10.",
        "milestone": "Add a place on the way: “first draft by 4 dec”.",
        "state": "Move it on: agreed, active, met, let go.",
    },
    help="""What you want to reach, how you will know, and how it goes.

    Without a command, lists the goals that are open. “peerlog edit” changes one, “peerlog delete” removes it.
    """,
    epilog=examples("peerlog goal", "peerlog goal narrow", "peerlog goal check-in 3f9a2c1 7 held the time"),
)
