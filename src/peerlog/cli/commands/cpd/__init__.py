"""`peerlog cpd`: what counts, for whom, and where one stands."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="cpd",
    package=__name__,
    default="status",
    names={
        "status": "Show where you stand, and what is missing.",
        "count": "Let an entry count.",
        "not": "Say that entries do not count.",
        "add": "Note something that counts and stands nowhere else.",
        "list": "List what counts.",
        "sweep": "Go through what could count, one at a time.",
        "body": "List the bodies whose requirements you keep to.",
        "schemes": "Show what bodies ask for; check a file of yours.",
        "types": "List the types of activity.",
        "peer": "List other people's parts in what counts.",
        "answer": "Write a field of a record, for an entry or for the whole.",
        "record": "Show the record that you hand in, and write it.",
        "export": "Write a record to a file that you hand in.",
        "keep": "List how long records and files are kept.",
        "gap": "List times without practice or learning.",
    },
    help="""What counts as CPD, and where you stand with what your professional body asks for.

    Any entry can count; it stays where it is. That it counts is private, also of what you share. Without a command,
    shows where you stand.
    """,
    epilog=examples(
        "peerlog cpd",
        "peerlog cpd body add generic",
        "peerlog cpd count 3f9a2c1 1:30",
        "peerlog cpd sweep",
    ),
)
