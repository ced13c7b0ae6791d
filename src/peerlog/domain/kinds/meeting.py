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
PURPOSES = (
    Choice("explore", "explore"),
    Choice("solve", "solve"),
    Choice("decide", "decide"),
    Choice("share", "share"),
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
    ),
)
