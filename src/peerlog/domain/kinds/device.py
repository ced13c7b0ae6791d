from ..field import Field, Shape
from .kind import Kind

DEVICE = Kind(
    name="device",
    label="Device",
    about="A machine of yours on which this journal lies too.",
    prompt="What is it?",
    fields=(Field("key", "Key", Shape.LINE), Field("places", "Places", Shape.PROSE)),
    is_part=True,
    begins_in="title",
)
"""Each of one's own devices writes one about itself, for the others: its name, and its keys with whom it shares."""
