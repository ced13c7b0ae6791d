"""`peerlog cpd gap`: times in which one did not practise or learn."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="gap",
    package=__name__,
    default="list",
    names={
        "list": "List the gaps that you have noted.",
        "add": "Note a gap, and why.",
        "remove": "Take a gap away.",
    },
    help="""Times in which you did not practise or learn, and why. Some bodies ask for it.

    Whether they then ask for less, they say themselves: “peerlog cpd body change --need” notes it.
    """,
    epilog=examples("peerlog cpd gap", 'peerlog cpd gap add hcpc 2026-01-05 2026-06-30 "Parental leave"'),
)
