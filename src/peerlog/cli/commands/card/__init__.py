"""`peerlog card`: who people are to work with."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="card",
    package=__name__,
    default="list",
    names={
        "list": "List the cards, your own first.",
        "me": "Show or change your own card, your name and time zone.",
        "add": "Make a card of somebody.",
        "show": "Show a card, and what goes on with them.",
        "compare": "What people have in common, and what each can give.",
    },
    help="""Who people are to work with: what they offer, what they seek, and when they are awake.

    Without a command, lists them. “peerlog edit” changes one, “peerlog delete” removes it.
    """,
    epilog=examples(
        "peerlog card me --offers chairing --seeks publishing",
        "peerlog card add Sam --offers publishing --zone Australia/Brisbane",
        "peerlog card compare me Sam",
    ),
)
