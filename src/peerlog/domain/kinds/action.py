from ..field import Choice, Field, Shape
from .kind import Kind

STATES = (Choice("open", "open"), Choice("done", "done"), Choice("dropped", "dropped"))

ACTION = Kind(
    name="action",
    label="Action",
    about="Something that somebody has said they will do.",
    prompt="What is to be done?",
    fields=(
        Field("owner", "Who", Shape.LINE, hint="empty for me"),
        Field("due", "Due", Shape.DAY),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("done_on", "Done on", Shape.DAY),
    ),
    starts_with={"state": "open"},
    is_part=True,
)
