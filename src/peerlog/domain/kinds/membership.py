from ..field import Field, Shape
from .kind import Kind

MEMBERSHIP = Kind(
    name="membership",
    label="Requirements",
    about="A professional body whose requirements you keep to, and what of them is your own.",
    prompt="Anything to remember about it?",
    fields=(
        Field("scheme", "Body", Shape.LINE),
        Field("variant", "Sort of member", Shape.LINE),
        Field("own_day", "Your own day", Shape.DAY),
        Field("registered", "Your number", Shape.LINE),
        Field("lists", "Lists", Shape.PROSE, hint="pasted from your body, one a line"),
        Field("needs", "Agreed with your body", Shape.PROSE),
        Field("deferred_to", "Put off to", Shape.DAY),
    ),
    is_part=True,
    plural="memberships",
)
