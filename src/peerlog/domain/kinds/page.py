from ..field import Field, Shape
from .kind import Further, Kind

_NAMING = (
    "subject", "place", "book", "guest", "person", "post", "aim", "criterion", "setting", "context", "curious",
)  # fmt: skip

OWN_FIELDS = Further("template", "page_", _NAMING)
"""The fields of the template that a page follows."""

PAGE = Kind(
    name="page",
    label="Page",
    about="A form to fill in over time: a plan, a case, a visit.",
    prompt="Anything else?",
    fields=(Field("template", "Template", Shape.LINE),),
    further=OWN_FIELDS,
)
