from ..field import Field, Shape
from .kind import Kind

MOST_NUMBER = 10_000

SUMMARY = Kind(
    name="summary",
    label="Summary",
    about="What you and your partners want to have on record together, once all of you have signed it.",
    prompt="Anything else that belongs in it?",
    fields=(
        Field("number", "Number", Shape.NUMBER, least=1, most=MOST_NUMBER),
        Field("since", "From", Shape.DAY),
        Field("until", "Until", Shape.DAY),
        Field("focus", "Focus", Shape.PROSE),
        Field("goals", "Goals and how they moved", Shape.PROSE),
        Field("meetings", "Meetings held", Shape.PROSE),
        Field("discussed", "What we discussed", Shape.PROSE),
        Field("learned", "What we learned", Shape.PROSE),
        Field("ideas", "Ideas tried and what came of them", Shape.PROSE),
        Field("decisions", "Decisions", Shape.PROSE),
        Field("next_steps", "Next steps", Shape.PROSE),
    ),
    is_part=True,
    plural="summaries",
)
"""Drafted together; what is signed is the text that it is put together into (kind `approval`)."""
