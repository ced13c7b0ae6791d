from ..field import Choice, Field, Shape
from .kind import Further, Kind

CADENCES = {
    "weekly": ("every week", 7),
    "fortnightly": ("every two weeks", 14),
    "monthly": ("every month", 30),
    "two-monthly": ("every two months", 61),
    "quarterly": ("every three months", 91),
    "half-yearly": ("every half year", 182),
}
"""How often to meet: what is stored, the words, and about how many days that is."""

CLAUSES = Further("clauses", "clause_")
"""The clauses of the set that an agreement began with."""

STATES = (
    Choice("draft", "draft"),
    Choice("active", "active"),
    Choice("paused", "paused"),
    Choice("ended", "ended"),
)

AGREEMENT = Kind(
    name="agreement",
    label="Agreement",
    about="What you and your partners have agreed: what for, how often, and until when.",
    prompt="Anything else you want to hold each other to?",
    fields=(
        Field("people", "With", Shape.NAMES, hint="names, with commas"),
        Field("focus", "Focus", Shape.LINE, hint="one sentence"),
        Field("starts", "From", Shape.DAY),
        Field("ends", "Until", Shape.DAY),
        Field(
            "cadence",
            "We meet",
            Shape.CHOICE,
            tuple(Choice(value, words) for value, (words, _) in CADENCES.items()),
        ),
        Field("hours", "Hours a month", Shape.NUMBER, least=1, most=200),
        Field("reply_days", "Days to reply", Shape.NUMBER, least=1, most=90),
        Field("review", "We look at it again on", Shape.DAY),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("resume", "Paused until", Shape.DAY),
        Field("signposts", "Where else to turn", Shape.PROSE, hint="people and places outside, for when it is hard"),
        Field("closing", "Closing review", Shape.PROSE),
        Field("clauses", "Clauses", Shape.LINE),
    ),
    starts_with={"state": "draft"},
    is_part=True,
    further=CLAUSES,
)
