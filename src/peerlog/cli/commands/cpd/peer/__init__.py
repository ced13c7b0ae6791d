"""`peerlog cpd peer`: another person's part in what counts."""

from ....examples import examples
from ....lazy_group import LazyGroup

command = LazyGroup(
    name="peer",
    package=__name__,
    default="list",
    names={
        "list": "List other people's parts in what counts.",
        "add": "Note somebody's part in an entry or a record.",
        "change": "Change what is noted of somebody.",
        "remove": "Take somebody's part away.",
    },
    help="""Other people's parts: who talked it over with you, read it, checked it or supports it.

    Four different things, of which none stands for another. Some bodies say who may sign, and who may not; it is said
    as soon as you note somebody.
    """,
    epilog=examples(
        "peerlog cpd peer",
        "peerlog cpd peer add 3f9a2c1 Sam --relation same-profession --email sam@example.org",
    ),
)
