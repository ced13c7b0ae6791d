from ..field import Field, Shape
from .kind import Kind

GAP = Kind(
    name="gap",
    label="Gap",
    about="A time in which you did not practise or learn, and why: some bodies ask.",
    prompt="Why was that?",
    fields=(Field("since", "From", Shape.DAY), Field("until", "Until", Shape.DAY)),
    is_part=True,
)
