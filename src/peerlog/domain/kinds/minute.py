from ..field import Field, Shape
from .kind import Kind

MINUTE = Kind(
    name="minute",
    label="Minutes",
    about="What one person wrote down in a meeting.",
    prompt="What is being said?",
    fields=(Field("by", "From", Shape.LINE, hint="empty for me"),),
    is_part=True,
    plural="minutes",
)
