"""`peerlog meeting`: time with somebody, before it happens and afterwards."""

from ...examples import examples
from ...lazy_group import LazyGroup

command = LazyGroup(
    name="meeting",
    package=__name__,
    default="list",
    names={
        "list": "List what lies ahead, then what has been.",
        "add": "Plan a meeting.",
        "times": "Find a time that suits everybody's clock.",
        "prepare": "Show on one page what helps before it begins.",
        "agenda": "List the agenda of a meeting; add, settle, move.",
        "carry": "Take up what earlier meetings left open.",
        "show": "Show a meeting with everything in it.",
        "close": "Note that it was held, and what came of it.",
        "coffee": "Log a talk afterwards, in one line.",
        "ics": "Write meetings as a file for other calendars.",
    },
    help="""Meetings with anybody, by name.

    Without a command, lists them. “peerlog edit” changes one, “peerlog delete” removes it. Where a command takes no ID,
    the meeting that comes next is meant.
    """,
    epilog=examples(
        "peerlog meeting",
        'peerlog meeting add --with Sam --how video --when "mon 9:30" --minutes 45',
        "peerlog meeting prepare",
    ),
)
