from ..field import Field, Shape
from .kind import Kind

REFLECTION = Kind(
    name="reflection",
    label="Reflection",
    about="Something that happened, and what you make of it.",
    prompt="What happened, and what do you make of it?",
    fields=(Field("about", "About", Shape.LINE, hint="a meeting, a day, a conversation"),),
)
