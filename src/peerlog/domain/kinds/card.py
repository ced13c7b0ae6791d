from ..field import Field, Shape
from .kind import Kind

CARD = Kind(
    name="card",
    label="Card",
    about="Who somebody is to work with: what they offer, what they seek, and when they are awake.",
    prompt="Anything else about you as a partner?",
    fields=(
        Field("own", "My own card", Shape.YES),
        Field("focus", "Focus", Shape.LINE),
        Field("offers", "Offers", Shape.NAMES, hint="with commas"),
        Field("seeks", "Seeks", Shape.NAMES, hint="with commas"),
        Field("interests", "Interests", Shape.NAMES, hint="with commas"),
        Field("role", "Role", Shape.LINE),
        Field("sector", "Sector", Shape.LINE),
        Field("stage", "Stage", Shape.LINE, hint="how long, how far"),
        Field("country", "Country", Shape.LINE),
        Field("zone", "Time zone", Shape.ZONE, hint="such as Europe/London"),
        Field("partner", "The partner I would like", Shape.LINE),
        Field("channels", "Ways to meet", Shape.NAMES, hint="with commas"),
        Field("availability", "When I have time", Shape.LINE),
        Field("contact", "How to reach me", Shape.LINE),
    ),
    is_part=True,
    begins_in="title",
)
