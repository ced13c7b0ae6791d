"""`peerlog thanks`: thank-you notes, to you and from you."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="thanks",
    package=__name__,
    default="list",
    names={
        "list": "List thank-you notes, the newest first.",
        "add": "Thank somebody, or keep what you were thanked for.",
        "quotable": "Say that a thank-you may be quoted.",
        "show": "Show one, and whether it is signed.",
        "approve": "Sign your own, so that it can be shown.",
        "withdraw": "Let nothing more of a signed one leave.",
        "export": "Write a signed copy, for people without peerlog.",
    },
    help="""Thank-you notes, to you and from you.

    Without a command, lists them. Only whoever wrote one decides whether it may be quoted.
    """,
    epilog=examples("peerlog thanks", 'peerlog thanks add "The two hours on Sunday saved me." --to Sam'),
)
