from ..field import Field, Shape
from .kind import Kind

COMMENT = Kind(
    name="comment",
    label="Comment",
    about="An answer to a request: words, or the text as somebody would have it.",
    prompt="What do you see in it?",
    fields=(
        Field("by", "From", Shape.LINE, hint="empty for me"),
        Field("suggestion", "The text as I would have it", Shape.PROSE),
    ),
    is_part=True,
)
