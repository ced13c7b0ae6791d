from ..field import Field, Shape
from .kind import Further, Kind

_OPENING = (
    "text", "what", "describe", "description", "reporting", "facts", "unease", "problem", "contract", "goal", "outcome",
    "experience", "context", "situation", "return", "self", "open", "looking_in", "in_action", "start",
)  # fmt: skip

STAGES = Further("model", "stage_", _OPENING)
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
