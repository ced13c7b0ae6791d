from ..field import Field, Shape
from .kind import Kind

CIRCLE = Kind(
    name="circle",
    label="Partnership",
    about="What those who share this are called together, and what for.",
    prompt="What is it for?",
    fields=(Field("focus", "Focus", Shape.LINE, hint="one sentence"),),
    is_part=True,
)
"""The first entry of a space that is shared: made with it, never chosen by anybody."""
