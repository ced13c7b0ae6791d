"""`peerlog circle`: the people one shares with."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="circle",
    package=__name__,
    default="list",
    names={
        "list": "List those you share with, and what waits.",
        "create": "Begin to share with one other person or more.",
        "invite": "Write an invitation, the first of three files.",
        "join": "Answer an invitation; later take the acceptance.",
        "accept": "Take an answer, and write the acceptance.",
        "verify": "Compare words, so that you know who it is.",
        "again": "Write the file once more that you sent last.",
        "show": "Show who is in it, and all about it.",
        "rename": "Give it another name, for all of you.",
        "focus": "Say in one sentence what it is for, for all.",
        "call": "Call it something of your own, here alone.",
        "put-away": "Keep it to read, and exchange no more.",
        "take-up": "Go on with what was put away.",
        "leave": "Leave, with one last update to the others.",
        "go-on": "Sign that some of you go on without others.",
        "succeed": "Begin a larger one, to let somebody in.",
        "carry-over": "Copy what you wrote into what follows it.",
        "drop": "Remove what was begun and came to nothing.",
    },
    help="""The people you share with: two to eight, each with a journal of their own.

    You meet in three files and four words. One of you begins (create) and sends
    an invitation (invite). The other answers it (join) and sends the answer
    back. The first accepts it (accept), and the acceptance goes to the other,
    who takes it (join). Both then see the same four words: say them to each
    other (verify).
    """,
    epilog=examples(
        "peerlog circle create Chairing --offer chairing --seek publishing",
        "peerlog circle invite Chairing -o ~/Desktop",
        "peerlog circle join invitation-5f0c8a21.peerlog",
        "peerlog circle accept answer-5f0c8a21.peerlog",
        "peerlog circle verify Sam",
    ),
)
