"""`peerlog protocol`: how a group or a pair works together, in timed steps."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="protocol",
    package=__name__,
    default="list",
    names={
        "list": "List the protocols there are.",
        "show": "Show one: its steps, who speaks, how long.",
        "plan": "Lay out a session: turns, roles, minutes.",
        "run": "Go through a session, and keep what came of it.",
        "resume": "Go on with a session that was left.",
    },
    help="""Ways of working for a group or a pair: who speaks when, and for how long.

    Without a command, lists them. Your own go into the folder “protocols” beside the settings file.
    """,
    epilog=examples(
        "peerlog protocol",
        "peerlog protocol show troika",
        "peerlog protocol plan action --people Kim,Sam,Ada,Bo --minutes 90",
    ),
)
