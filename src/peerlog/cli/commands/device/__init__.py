"""`peerlog device`: one's own devices."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="device",
    package=__name__,
    default="list",
    names={
        "list": "List your devices, and with whom each shares.",
        "add": "Bring in another machine; take its answer.",
        "join": "Make this machine another one of yours.",
        "verify": "Compare the words of two of your devices.",
        "name": "Call this device otherwise.",
        "retire": "Take a lost device out of use.",
    },
    help="""The machines on which you have this journal, each with keys of its own.

    Three files bring in another one: “add” here writes the first, “join” there answers it with the second, “add” with
    that answer writes the third, and “join” there takes it. Then both show the same four words, and updates carry
    all of your journal across.
    """,
    epilog=examples(
        "peerlog device",
        "peerlog device add",
        "peerlog device join device-invitation-1a2b3c4d.peerlog",
        "peerlog device retire laptop",
    ),
)
