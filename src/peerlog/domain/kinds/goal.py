from ..field import Choice, Field, Shape
from .kind import Kind

STATES = (
    Choice("proposed", "proposed"),
    Choice("agreed", "agreed"),
    Choice("active", "active"),
    Choice("met", "met"),
    Choice("let-go", "let go"),
)
OPEN_STATES = frozenset({"proposed", "agreed", "active"})

GOAL = Kind(
    name="goal",
    label="Goal",
    about="Something to reach, and how you will know.",
    prompt="What would you like to be different?",
    fields=(
        Field("theme", "Theme", Shape.LINE, hint="the wide field that it lies in"),
        Field("question", "Question", Shape.LINE, hint="what you both want to find out"),
        Field("why", "Why it matters", Shape.LINE),
        Field("measure", "How I will know", Shape.LINE, hint="something to count or see"),
        Field("baseline", "Where I start", Shape.LINE),
        Field("target", "Where I want to be", Shape.LINE),
        Field("people", "With", Shape.NAMES, hint="names, with commas"),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("due", "Due", Shape.DAY),
    ),
    starts_with={"state": "active"},
)
