"""`peerlog feedback`: what somebody did, and what it led to."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="feedback",
    package=__name__,
    default="list",
    names={
        "list": "List feedback, the newest first.",
        "add": "Give feedback, or note what you were given.",
        "accept": "Take it into your own record.",
    },
    help="""Feedback that helps: the situation, what was done, what it led to, and what you would like from here.

    Without a command, lists what has been given and received. “peerlog show” shows one whole.
    """,
    epilog=examples("peerlog feedback", "peerlog feedback accept 3f9a2c1"),
)
