from ..field import Field, Shape
from .kind import Kind

MILESTONE = Kind(
    name="milestone",
    label="Milestone",
    about="A place on the way to a goal.",
    prompt="What will be there then?",
    fields=(Field("due", "Due", Shape.DAY), Field("done_on", "Reached on", Shape.DAY)),
    is_part=True,
)
