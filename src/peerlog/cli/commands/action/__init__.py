"""`peerlog action`: what people have said they will do."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="action",
    package=__name__,
    default="list",
    names={
        "list": "List what is open, the soonest due first.",
        "add": "Add one in a line: “sam reading list fri”.",
        "done": "Tick off what is done.",
        "reopen": "Open again what was done or dropped.",
        "drop": "Take off the list what will not be done.",
    },
    help="""What somebody has said they will do, by whom and by when.

    Without a command, lists what is open. “peerlog edit” changes one, “peerlog delete” removes it.
    """,
    epilog=examples("peerlog action", "peerlog action add sam reading list fri", "peerlog action done 3f9a2c1"),
)
