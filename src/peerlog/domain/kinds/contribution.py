from ..field import Field, Shape
from .kind import Kind

CONTRIBUTION = Kind(
    name="contribution",
    label="Contribution",
    about="What one of you has to say in a summary, in their own words.",
    prompt="What do you want to say in your own words?",
    fields=(Field("by", "By", Shape.LINE, hint="empty for me"),),
    is_part=True,
)
