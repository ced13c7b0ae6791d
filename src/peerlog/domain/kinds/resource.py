from ..field import Field, Shape
from .kind import Kind

RESOURCE = Kind(
    name="resource",
    label="Resource",
    about="Something worth reading, hearing or using, and why.",
    prompt="What is in it?",
    fields=(
        Field("where", "Where", Shape.LINE, hint="a link or a place"),
        Field("why", "Why it is useful", Shape.LINE),
        Field("source", "From", Shape.LINE, hint="mine, or whose"),
        Field("people", "For", Shape.NAMES, hint="names, with commas"),
        Field("pass_on", "May be passed on", Shape.YES),
    ),
    is_part=True,
    begins_in="title",
)
