"""`peerlog conflicts`: what has two versions."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="conflicts",
    package=__name__,
    default="list",
    default_takes_words=True,
    names={
        "list": "List what has two versions, side by side.",
        "settle": "Settle one: yours, theirs, both, other words.",
    },
    help="""What two people have changed apart from each other.

    Nothing is lost by it: both versions stand until one of you settles it. Without a command, lists them; with a NAME,
    those that you have with this partner or group.
    """,
    epilog=examples("peerlog conflicts", "peerlog conflicts Sam", "peerlog conflicts settle 3f9a2c1 --theirs"),
)
