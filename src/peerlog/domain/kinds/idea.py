from ..field import Choice, Field, Shape
from .kind import Kind

STATES = (
    Choice("to-try", "to try"),
    Choice("trying", "trying"),
    Choice("tried", "tried"),
    Choice("kept", "kept"),
    Choice("dropped", "dropped"),
)

IDEA = Kind(
    name="idea",
    label="Idea",
    about="Something to try.",
    prompt="What could you try?",
    fields=(
        Field("source", "From", Shape.LINE, hint="mine, or whose"),
        Field("step", "First small step", Shape.LINE),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("outcome", "What came of it", Shape.LINE),
    ),
    starts_with={"state": "to-try"},
)
