"""`peerlog resource`: a shelf of what is worth reading, hearing or using."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="resource",
    package=__name__,
    default="list",
    names={
        "list": "List what is on the shelf, the newest first.",
        "add": "Put something on the shelf, and why it is useful.",
    },
    help="""A shelf of what is worth reading, hearing or using, and why.

    Without a command, lists it. Links are kept as text; peerlog never opens one.
    """,
    epilog=examples("peerlog resource", "peerlog resource list --words chairing"),
)
