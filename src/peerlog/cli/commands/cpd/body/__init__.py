"""`peerlog cpd body`: the bodies whose requirements one keeps to."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="body",
    package=__name__,
    default="list",
    names={
        "list": "List the bodies that you keep to.",
        "add": "Keep to a body's requirements.",
        "change": "Change what of them is your own.",
        "remove": "Keep to a body no more.",
    },
    help="""The bodies whose requirements you keep to; there can be several at once.

    What is your own of it: the day that your period depends on, the sort of member that you are, amounts and a later
    day that you agreed with the body, and lists that you pasted.
    """,
    epilog=examples("peerlog cpd body", "peerlog cpd body add nmc --day 2027-03-31"),
)
