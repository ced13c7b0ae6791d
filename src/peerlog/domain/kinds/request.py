from ..field import Choice, Field, Shape
from .kind import Kind

HELP = (
    Choice("advice", "advice"),
    Choice("encouragement", "encouragement"),
    Choice("perspective", "perspective"),
    Choice("listen", "just listen"),
    Choice("edit", "edit my text"),
)
STATES = (Choice("open", "open"), Choice("answered", "answered"), Choice("closed", "closed"))

REQUEST = Kind(
    name="request",
    label="Request",
    about="A second pair of eyes: what you would like, from whom, and by when.",
    prompt="What should they look at?",
    fields=(
        Field("source", "Asked by", Shape.LINE, hint="empty for me"),
        Field("people", "Whom", Shape.NAMES, hint="names, with commas"),
        Field("help", "What would help", Shape.CHOICE, HELP),
        Field("due", "Needed by", Shape.DAY),
        Field("state", "State", Shape.CHOICE, STATES),
    ),
    starts_with={"state": "open"},
    is_part=True,
)
