from dataclasses import replace

from ..field import Field, Shape
from ..minutes import LONGEST_SPAN
from .kind import MINUTES, Kind

ACTIVITY = Kind(
    name="activity",
    label="CPD",
    about="That an entry counts as CPD, and as what; or something that counts and stands nowhere else.",
    prompt="What did you do, and what did you learn from it?",
    fields=(
        Field("type", "Type", Shape.LINE),
        Field("categories", "Counts as", Shape.NAMES),
        Field("marks", "For", Shape.NAMES, hint="lists of your requirements, such as gosc.themes=A"),
        Field("participatory", "With others", Shape.YES),
        Field("planned", "Planned", Shape.YES),
        Field("points", "Points", Shape.LINE, hint="where your body gives points"),
        Field("counts_not", "Does not count", Shape.YES),
    ),
    is_part=True,
    plural="CPD activities",
    minutes=replace(MINUTES, most=LONGEST_SPAN),
)
"""The facet of what it is a part of; without one, an activity of its own. `counts_not` keeps the sweep from asking.

Longer than a day only of a type that goes over days, see `domain.activity_type`.
"""
