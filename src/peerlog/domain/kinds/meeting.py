from ..field import Choice, Field, Shape
from .kind import Kind

CHANNELS = (
    Choice("coffee", "coffee"),
    Choice("video", "video"),
    Choice("phone", "phone"),
    Choice("visit", "visit"),
    Choice("e-mail", "e-mail"),
    Choice("messages", "messages"),
)
WRITTEN = frozenset({"e-mail", "messages"})
"""Channels that have no hour and no room; they count as contact all the same."""
PURPOSES = (
    Choice("explore", "explore"),
    Choice("solve", "solve"),
    Choice("decide", "decide"),
    Choice("share", "share"),
)
STATES = (
    Choice("planned", "planned"),
    Choice("held", "held"),
    Choice("cancelled", "cancelled"),
)

MEETING = Kind(
    name="meeting",
    label="Meeting",
    about="Time with somebody: before, during and after.",
    prompt="What did you talk about?",
    fields=(
        Field("people", "With", Shape.NAMES, hint="names, with commas"),
        Field("channel", "How", Shape.CHOICE, CHANNELS),
        Field("place", "Where", Shape.LINE, hint="a place or a link"),
        Field("purpose", "To", Shape.CHOICE, PURPOSES),
        Field("scope", "About", Shape.LINE, hint="what belongs to it, and what does not"),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("apologies", "Could not come", Shape.NAMES, hint="names, with commas"),
        Field("protocol", "Way of working", Shape.LINE),
        Field("summary", "In short", Shape.PROSE),
        Field("insights", "What I see now", Shape.PROSE),
        Field("mood", "How it felt", Shape.LINE),
    ),
    begins_in="people",
    afterwards=frozenset({"apologies", "protocol", "summary", "insights", "mood"}),
    planned=True,
)
