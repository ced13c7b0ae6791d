from ..field import Field, Shape
from .kind import Kind

FEEDBACK = Kind(
    name="feedback",
    label="Feedback",
    about="What somebody did, and what it led to.",
    prompt="Anything else?",
    fields=(
        Field("source", "From", Shape.LINE, hint="empty for me"),
        Field("people", "For", Shape.NAMES, hint="names, with commas; empty for me"),
        Field("situation", "Situation", Shape.PROSE, hint="When and where was it?"),
        Field("behaviour", "Behaviour", Shape.PROSE, hint="What was done or said, as a camera would have it?"),
        Field("impact", "Impact", Shape.PROSE, hint="What did it lead to, for you and for others?"),
        Field("wish", "From here", Shape.PROSE, hint="What would you like more of, or otherwise?"),
        Field("accepted", "Taken into my own record", Shape.YES),
    ),
    is_part=True,
    plural="feedback",
    begins_in="people",
)
