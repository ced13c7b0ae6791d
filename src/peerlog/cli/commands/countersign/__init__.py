"""`peerlog countersign`: what people outside sign about one's own entries."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="countersign",
    package=__name__,
    default="list",
    names={
        "list": "List what was asked and what was signed.",
        "ask": "Write the file that asks somebody to sign.",
        "receive": "Take in the file that came back.",
        "show": "Show one, with everything that was signed.",
        "verify": "Compare eight words, to know whose key it is.",
        "page": "Write a page to be signed by hand.",
        "scan": "Keep the scan of a page signed by hand.",
        "export": "Write out a signed item that anybody checks.",
    },
    help="""Have one entry signed by somebody who has no journal.

    They sign one of four things, and these are never mixed: that it took place,
    that they read it, that they checked it, or that they support it. They get
    exactly the text that you have looked at, sign it with “peerlog sign”, and
    send a file back; or they sign a page by hand.
    """,
    epilog=examples(
        'peerlog countersign ask 3f9a2c1 --meaning took-place --to "Ann Lee"',
        "peerlog countersign receive signed-chairing.peerlog",
        "peerlog countersign list",
    ),
)
