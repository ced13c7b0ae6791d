from ..field import Field, Shape
from .kind import Kind

PAGE = Kind(
    name="page",
    label="Page",
    about="A form to fill in over time: a plan, a case, a visit.",
    prompt="Anything else?",
    fields=(Field("template", "Template", Shape.LINE),),
)
