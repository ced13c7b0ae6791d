from ..field import Field, Shape
from .kind import Kind

THANKS = Kind(
    name="thanks",
    label="Thanks",
    about="A thank-you, from you or to you.",
    prompt="What are the thanks for?",
    fields=(
        Field("source", "From", Shape.LINE, hint="empty for me"),
        Field("people", "To", Shape.NAMES, hint="names, with commas; empty for me"),
        Field("quotable", "May be quoted", Shape.YES),
    ),
    is_part=True,
    plural="thanks",
)
