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
        Field("scan", "Scan", Shape.LINE),
        Field("drawn_from", "Made from", Shape.PROSE),
    ),
    starts_with={"state": "asked"},
    is_part=True,
    plural="countersignatures",
)
"""A part of the entry, in the private space, which it never leaves.

`request` and `content` are the file that asked, `signed` the one that came back, both without their last newline.
`scan` is the id of a file that is kept with the entry. `drawn_from` is a digest of the entry's words at the time, and
the names of the fields that it is over.
"""
