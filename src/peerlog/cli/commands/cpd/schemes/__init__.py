"""`peerlog cpd schemes`: what professional bodies ask for, as far as peerlog knows."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="schemes",
    package=__name__,
    default="show",
    default_takes_words=True,
    names={
        "show": "List whose requirements there are, or show one's.",
        "check": "Say what is wrong with a file of your own.",
    },
    help="""What professional bodies ask for: since when, checked on which day, and how sure it is.

    peerlog is not affiliated with any of them, and none of them has endorsed it. Their own rules decide. Requirements
    of your own go into the folder “requirements” beside the settings file.
    """,
    epilog=examples("peerlog cpd schemes", "peerlog cpd schemes gphc", "peerlog cpd schemes check choir.toml"),
)
