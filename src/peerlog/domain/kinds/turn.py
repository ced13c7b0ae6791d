from ..field import Field, Shape
from .kind import POSITION, Kind

TURN = Kind(
    name="turn",
    label="Turn",
    about="One person's time in a group: their question, who did what, and what came of it.",
    prompt="What came of it?",
    fields=(
        Field("presenter", "Presents", Shape.LINE),
        Field("chair", "Chairs", Shape.LINE),
        Field("note_taker", "Takes notes", Shape.LINE),
        Field("timekeeper", "Keeps time", Shape.LINE),
        POSITION,
    ),
    is_part=True,
)
