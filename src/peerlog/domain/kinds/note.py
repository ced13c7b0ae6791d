from ..field import Field, Shape
from .kind import Kind

NOTE = Kind(
    name="note",
    label="Note",
    about="Anything, in your own words.",
    prompt="What is on your mind?",
    fields=(
        Field("vent", "Let off steam", Shape.YES, hint="never copied to anybody"),
        Field("erase_on", "Erases itself on", Shape.DAY, hint="only a note that lets off steam"),
        Field("cooled_on", "Looked at again on", Shape.DAY, hint="a note that let off steam"),
    ),
)
