"""`peerlog cpd record`: what one hands in."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="record",
    package=__name__,
    default="show",
    default_takes_words=True,
    names={
        "show": "Show a record: what is in it, and what is missing.",
        "list": "List the records that were begun.",
        "choose": "Choose what goes into a record.",
        "carry": "Carry the answers across, one field at a time.",
        "hand-in": "Note that a record was handed in.",
    },
    help="""The record of one period, made from what counts.

    It follows what your body asks for, part by part. Its answers are what you wrote; where you write a field yourself
    (“peerlog cpd answer”), your entries stay as they are. “peerlog cpd export” makes a file of it.
    """,
    epilog=examples(
        "peerlog cpd record generic",
        "peerlog cpd record choose --without 3f9a2c1",
        "peerlog cpd record carry nmc",
    ),
)
