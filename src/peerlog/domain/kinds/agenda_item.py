from ..field import Choice, Field, Shape
from .kind import POSITION, Kind

SORTS = (Choice("knowledge", "knowledge"), Choice("question", "question"), Choice("idea", "idea"))
"""What somebody brings: something they know, something they ask, something to try."""
STATES = (Choice("open", "open"), Choice("settled", "settled"), Choice("carried", "carried forward"))

AGENDA_ITEM = Kind(
    name="agenda-item",
    label="Agenda item",
    about="Something to talk about in a meeting.",
    prompt="What is there to talk about?",
    fields=(
        Field("sort", "It is", Shape.CHOICE, SORTS),
        Field("by", "From", Shape.LINE, hint="empty for me"),
        Field("state", "State", Shape.CHOICE, STATES),
        POSITION,
    ),
    starts_with={"state": "open"},
    is_part=True,
)
