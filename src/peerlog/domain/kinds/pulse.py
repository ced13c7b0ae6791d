from ..field import Field, Shape
from .kind import Kind


def _from_1_to_5(name: str, label: str) -> Field:
    return Field(name, label, Shape.NUMBER, hint="1 to 5", least=1, most=5)


PULSE = Kind(
    name="pulse",
    label="Give and take",
    about="How it is going, for your own eyes first: what you gave, what you got.",
    prompt="What would you like more of?",
    fields=(
        _from_1_to_5("heard", "I was heard"),
        _from_1_to_5("useful", "It was useful"),
        _from_1_to_5("gave", "I could give"),
        _from_1_to_5("got", "I took something with me"),
        _from_1_to_5("energy", "It gave me energy"),
    ),
    is_part=True,
    plural="give and take",
)
