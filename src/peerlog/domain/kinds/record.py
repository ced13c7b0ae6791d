from ..field import Choice, Field, Shape
from .kind import Kind

STATES = (Choice("open", "being written"), Choice("handed-in", "handed in"))

RECORD = Kind(
    name="record",
    label="Record",
    about="What you hand in to a professional body for one period.",
    prompt="Anything to remember about this record?",
    fields=(
        Field("scheme", "Body", Shape.LINE),
        Field("since", "From", Shape.DAY),
        Field("until", "Until", Shape.DAY),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("handed_on", "Handed in on", Shape.DAY),
    ),
    starts_with={"state": "open"},
    is_part=True,
)
"""Its answers are parts of it; which activities it draws on are its links."""
