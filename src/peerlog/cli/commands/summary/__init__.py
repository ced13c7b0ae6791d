"""`peerlog summary`: what people want on record together, once all of them have signed it."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="summary",
    package=__name__,
    default="list",
    names={
        "list": "List them: drafts, what waits, what is agreed.",
        "draft": "Begin one, composed from what you share.",
        "show": "Show one, and how each of you stands to it.",
        "edit": "Write a section, or compose it anew.",
        "add": "Add something in your own words.",
        "quote": "Take words of a private entry into it.",
        "propose": "Put it forward to be agreed: you sign it.",
        "approve": "Sign what somebody has put forward.",
        "decline": "Say no to a version.",
        "withdraw": "Let nothing more of an agreed one leave.",
        "export": "Write a signed copy, for people without peerlog.",
        "verify": "Check a signed copy; no journal is needed.",
    },
    help="""A summary that you and your partners agree on, word by word.

    Begin a draft, write in it together, put it forward. It is agreed once every one of you has signed exactly that
    text. Any edit afterwards makes it void, and it has to be signed again. Without a command, lists them.
    """,
    epilog=examples(
        "peerlog summary draft",
        "peerlog summary propose 3f9a2c1",
        "peerlog summary approve",
        "peerlog summary show 3f9a2c1",
        "peerlog summary verify summary-3-signed",
    ),
)
