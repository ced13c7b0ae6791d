from ..field import Field, Shape
from .kind import Kind

CHECK_IN = Kind(
    name="check-in",
    label="Check-in",
    about="Where a goal stands, from 0 to 10.",
    prompt="What makes it so?",
    fields=(Field("level", "From 0 to 10", Shape.NUMBER, least=0, most=10),),
    is_part=True,
)
