from ..field import Field, Shape
from .kind import Kind

APPROVAL = Kind(
    name="approval",
    label="Signature",
    about="What one of you has signed, or answered to a text to agree.",
    prompt="What do you say to it?",
    fields=(
        Field("content", "What is signed for", Shape.PROSE),
        Field("signed", "Signed", Shape.PROSE),
        Field("reason", "Because", Shape.PROSE),
    ),
    is_part=True,
)
"""A part of the document; `content` is the text that was signed for. It stays as it is, see `history.ownership`."""
