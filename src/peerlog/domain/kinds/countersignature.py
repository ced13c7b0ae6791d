from ..countersigning import MEANINGS
from ..field import Choice, Field, Shape
from .kind import Kind

STATES = (
    Choice("asked", "asked"),
    Choice("signed", "signed"),
    Choice("established", "signed, and you know whose key it is"),
    Choice("on-paper", "signed on paper, not verified"),
)

COUNTERSIGNATURE = Kind(
    name="countersignature",
    label="Countersignature",
    about="What somebody outside has signed about an entry of yours, or was asked to.",
    prompt="Anything to remember about it?",
    fields=(
        Field("meaning", "It means", Shape.CHOICE, tuple(Choice(each.name, each.label) for each in MEANINGS.values())),
        Field("signer", "Signed by", Shape.LINE),
        Field("to", "Asked", Shape.LINE),
        Field("answer_by", "Answer by", Shape.DAY),
        Field("state", "State", Shape.CHOICE, STATES),
        Field("request", "Request", Shape.PROSE),
        Field("content", "What is signed for", Shape.PROSE),
        Field("signed", "Signed", Shape.PROSE),
        Field("known_by", "Whose key it is", Shape.LINE),
    ),
    starts_with={"state": "asked"},
    is_part=True,
    plural="countersignatures",
)
"""A part of the entry, in the private space. `request` and `signed` are lines of the two files, as they were."""
