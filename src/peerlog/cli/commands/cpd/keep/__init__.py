"""`peerlog cpd keep`: how long what belongs to records is kept."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="keep",
    package=__name__,
    default="list",
    names={
        "list": "List records and files with the last day of each.",
        "until": "Note how long files are to be kept.",
        "forget": "Erase records or files for good.",
    },
    help="""How long records and their evidence are kept.

    A record is kept for as long as its body asks, a file up to the day that you say. Nothing happens by itself on that
    day: it is listed as due, and you decide.
    """,
    epilog=examples("peerlog cpd keep --due", "peerlog cpd keep forget 3f9a2c1"),
)
