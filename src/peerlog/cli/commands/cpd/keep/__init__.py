"""`peerlog cpd keep`: how long what belongs to records is kept."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="keep",
    package=__name__,
    default="list",
    names={
        "list": "List what is kept with its last day.",
        "until": "Note how long an entry or a file is to be kept.",
        "forget": "Erase what was kept for long enough, for good.",
    },
    help="""How long records, their files and single entries are kept.

    A record is kept for as long as its body asks, a file or a private entry up to the day that you say. Nothing happens
    by itself then: it is listed as due, Today counts it, and you decide.
    """,
    epilog=examples(
        "peerlog cpd keep --due", 'peerlog cpd keep until 3f9a2c1 "6 months"', "peerlog cpd keep forget 3f9a2c1"
    ),
)
