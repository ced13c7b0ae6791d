"""`peerlog request`: a second pair of eyes."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="request",
    package=__name__,
    default="list",
    names={
        "list": "List open requests, the soonest needed first.",
        "add": "Ask for a second pair of eyes, or note who asked you.",
        "show": "Show a request with the answers to it.",
        "comment": "Answer a request in words.",
        "suggest": "Answer with the text as you would have it.",
        "take": "Take over what an answer suggests.",
        "answered": "Say that it has been answered.",
        "close": "Say that it is settled.",
        "reopen": "Say that it is open again.",
    },
    help="""A second pair of eyes: what somebody would like looked at, from whom, and by when.

    Without a command, lists what is open. “peerlog edit” changes one, “peerlog delete” removes it.
    """,
    epilog=examples(
        "peerlog request",
        'peerlog request add "Dear Joan, …" --to Sam --help-wanted advice --due fri',
        "peerlog request show 3f9a2c1",
    ),
)
