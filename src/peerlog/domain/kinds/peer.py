from ..field import Choice, Field, Shape
from .kind import Kind

MEANINGS = (
    Choice("took-place", "it took place"),
    Choice("read", "they read it"),
    Choice("checked", "they checked it"),
    Choice("supports", "they support it"),
)

PEER = Kind(
    name="peer",
    label="Another person's part",
    about="Whoever had a part in something that counts, and what a professional body wants to know of them.",
    prompt="What came of it?",
    fields=(
        Field("meaning", "It means", Shape.CHOICE, MEANINGS),
        Field("role", "Role", Shape.LINE),
        Field("organisation", "Organisation", Shape.LINE),
        Field("register", "Register", Shape.LINE),
        Field("registered", "Number in it", Shape.LINE),
        Field("email", "E-mail", Shape.LINE),
        Field("phone", "Telephone", Shape.LINE),
        Field("address", "Address", Shape.LINE),
        Field("day", "Day", Shape.DAY),
        Field("place", "Place or medium", Shape.LINE),
        Field("relations", "How you stand to each other", Shape.NAMES),
        Field("registers", "On the register of", Shape.NAMES),
        Field("may_be_named", "Agreed to be named", Shape.YES),
        Field("on_paper", "Signed on paper", Shape.YES),
    ),
    is_part=True,
    plural="other people's parts",
)
"""A part of an activity or of a record; its title is their name, its links what they signed."""
