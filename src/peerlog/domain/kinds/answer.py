from ..field import Field, Shape
from .kind import Kind

ANSWER = Kind(
    name="answer",
    label="Answer",
    about="What a field of a record says, for one activity or for the whole record.",
    prompt="What belongs into this field?",
    fields=(Field("field", "Field", Shape.LINE),),
    is_part=True,
)
"""A part of an activity or of a record; `field` is the full name of a body's field, such as `swe.peer`."""
