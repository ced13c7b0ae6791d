"""`peerlog agreement`: what people have agreed, and where it stands."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="agreement",
    package=__name__,
    default="show",
    names={
        "show": "Show one, and where it stands.",
        "add": "Make one, asked step by step or by options.",
        "list": "List them, those that run first.",
        "start": "Begin with a draft.",
        "pause": "Let it rest for a while.",
        "resume": "Go on after a pause.",
        "review": "Note that you have looked at it together.",
        "renew": "Continue: a later end.",
        "end": "Part, and look back.",
        "balance": "Show how you share the time.",
        "give-and-take": "Note how it is going, from 1 to 5.",
        "statement": "Write a closing statement.",
        "propose": "Put it forward to be agreed: you sign it.",
        "approve": "Sign what somebody has put forward.",
        "decline": "Say no to a version.",
        "withdraw": "Let nothing more of an agreed one leave.",
        "export": "Write a signed copy, for people without peerlog.",
    },
    help="""What you and your partners have agreed: what for, how often, until when.

    Without a command, shows the one that runs. “peerlog edit” changes one; what it said before stays among its
    versions (“peerlog show ID --versions”). ID may be left out: then the one that runs is meant.
    """,
    epilog=examples(
        "peerlog agreement",
        'peerlog agreement add --with Sam --focus "Chairing without fear" --start',
        "peerlog agreement pause --until 2027-01-10",
        "peerlog agreement propose",
        "peerlog agreement statement -o statement.md",
    ),
)
