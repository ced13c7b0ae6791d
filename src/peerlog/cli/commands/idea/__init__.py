"""`peerlog idea`: what could be tried, and what came of it."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="idea",
    package=__name__,
    default="list",
    names={
        "list": "List ideas by where they stand.",
        "add": "Keep an idea.",
        "week": "Offer up to three to try this week.",
        "try": "Say that you are trying it.",
        "tried": "Say that you have tried it, and what came of it.",
        "keep": "Keep what works, and say why.",
        "drop": "Let go of what does not help.",
    },
    help="""Ideas: what you could try, what you are trying, and what came of it.

    Without a command, lists what is to try, being tried and tried. “peerlog edit” changes one.
    """,
    epilog=examples("peerlog idea", "peerlog idea week", "peerlog idea keep 3f9a2c1 the room was calmer"),
)
