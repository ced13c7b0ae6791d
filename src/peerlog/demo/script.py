"""When the people of the story met, sent and wrote at the same time; everything else is in their TOML files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Apart:
    """A field of a shared goal that Kim and Sam change without knowing of each other.

    `settled` is what Kim makes of both, empty where it is left to be settled.
    """

    at: datetime
    goal: str
    field: str
    kim: str
    sam: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Summing:
    """The summary that Kim and Sam agree on: what each says in their own words, and the section that Sam puts anew."""

    kim: str
    sam: str
    section: str
    edited: str
    purpose: str


FIRST_CALL = datetime(2026, 5, 25, 8, 5)
"""When words are compared; here and below in UTC."""

ROUNDS = (
    datetime(2026, 5, 31, 20),
    datetime(2026, 6, 30, 20),
    datetime(2026, 7, 31, 20),
    datetime(2026, 8, 31, 20),
    datetime(2026, 9, 30, 20),
    datetime(2026, 10, 31, 20),
    datetime(2026, 11, 13, 20),
    datetime(2026, 11, 18, 17),
)
"""When both exchange."""

AGREEMENT_SIGNED = datetime(2026, 6, 2, 19)
"""When Kim signs the agreement; Sam does once it has come."""

LOST = ROUNDS[4]
"""What Sam sends here never arrives."""

TWICE = ROUNDS[5]
"""What Sam sends here arrives twice."""

THREE_ON_A_CALL = datetime(2026, 11, 18, 19)
"""When words are compared with Ada."""

ADA_WRITES = datetime(2026, 11, 19, 22)
LAST_ROUND = datetime(2026, 11, 20, 9, 20)
SECOND_DEVICE = datetime(2026, 11, 20, 8)
"""When Kim brings in her laptop."""

AFTERWARDS = datetime(2026, 11, 20, 11)
"""When Sam writes and sends once more: what Kim has not taken in when the demo opens."""

SUMMING_UP = datetime(2026, 11, 19, 22, 50)
"""When Kim puts a summary of the half-year forward; Sam answers within the hour."""

SUMMARY = Summing(
    kim="I came to be able to hold a room, and found out that a room is held by asking. The four is a seven. The "
    "three that are missing are all on the stairs.",
    sam="I handed over more than I knew I was holding. The plates will get done without me in the bay, and the review "
    "will say what it says. I'd not have sent the statement without Kim's one “was”.",
    section="next_steps",
    edited="On 23 November we meet by video, to decide whether there's a next one. Whatever we decide, Kim takes the "
    "chair of the Friends in January, and Sam's bench goes to the six.\n\nBoth of us keep the table's page as it is "
    "until somebody else has run one from it.",
    purpose="Sam's professional review, and Kim's own record",
)

PAIR_NAME = "Kim and Sam"
PAIR_FOCUS = "Kim learns to chair people, Sam learns to run them, and neither does it alone"
BOX_NAME = "A table in a box"
BOX_FOCUS = "A Thursday table that anybody with a kettle can begin"
BOX_LABEL = "the box"
"""What all three call it in their own journals."""

CARRIED = {
    "kim": ("resource-table", "request-draft"),
    "sam": ("resource-photographs",),
}
"""What is carried over for Ada to read, by key."""

MEASURE = Apart(
    at=datetime(2026, 10, 30, 19),
    goal="goal-chairing",
    field="measure",
    kim="My own mark out of ten the same night; an eight is on time, everyone has spoken, nobody is smaller afterwards",
    sam="Kim's own mark the same night, and Bríd's in the morning; an eight is on time, and everyone has spoken",
    settled="My own mark out of ten the same night, and Bríd's in the morning; an eight is on time, everyone has "
    "spoken, nobody is smaller afterwards",
)

_AS_IT_WAS = (
    'Nuala chairs the Friends for now and has asked twice would I "take a turn". The four is for the staff meetings '
    "I do chair, and it's generous: last week we spent twenty-five minutes on the bin."
)

TEXT = Apart(
    at=datetime(2026, 11, 20, 9),
    goal="goal-chairing",
    field="text",
    kim=_AS_IT_WAS
    + "\n\nHalf a year on the chair is mine; Nuala saw to that. What's left of the eight is the frown. Whoever isn't "
    "smiling I'm to ask, out loud, before the tea.",
    sam="What you'd hear on the stairs, as told in June: different voices, a laugh, a date said out loud, chairs at "
    "half eight.\n\n" + _AS_IT_WAS,
)
