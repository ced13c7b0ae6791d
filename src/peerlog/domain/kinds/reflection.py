from ..field import Field, Shape
from .kind import Further, Kind

STAGES = Further("model", "stage_")
"""The stages of the model that a reflection follows."""

REFLECTION = Kind(
    name="reflection",
    label="Reflection",
    about="Something that happened, and what you make of it.",
    prompt="What happened, and what do you make of it?",
    fields=(
        Field("about", "About", Shape.LINE, hint="a meeting, a day, a conversation"),
        Field("asked", "Question", Shape.LINE, hint="the question that it answers"),
        Field("model", "Model", Shape.LINE),
    ),
    further=STAGES,
)
