"""What keeps a text from being signed or put forward just now, and what leads on from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...domain.entry import PRIVATE
from ...errors import Refused
from ..circle.circles import read_circle
from ..first_meeting.comparing import not_compared
from ..journal import Journal
from ..versions.two_versions import two_versions_of
from .proposing import ToPropose, to_propose
from .texts_to_agree import TextToAgree
from .void_texts import require_signable

Way = Literal["", "words", "exchange", "newer", "again", "versions"]


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why it cannot be, what to do, and by which way.

    "words" are to be compared, an "exchange" brings what is missing, a "newer" version is there, it has to be put
    forward "again", two "versions" are to be settled; empty where no single step helps.
    """

    why: str
    hint: str
    way: Way = ""


def what_keeps_me(journal: Journal, text: TextToAgree) -> Hindrance | None:
    """What keeps me from signing a text that waits for me, or makes void one that nobody can sign any more."""
    try:
        require_signable(journal, text)
    except Refused as refused:
        if text.is_agreed or not text.me or text.me.said in ("signed", "declined"):
            return Hindrance(refused.message, refused.hint, _leads_on(journal, text)) if text.void else None
        return Hindrance(refused.message, refused.hint, _leads_on(journal, text))
    return None


def try_to_put_forward(journal: Journal, id_: str, kind: str = "") -> ToPropose | Hindrance:
    """What putting an entry forward would have all of them sign, or what keeps it from that."""
    entry = journal.entries.get(id_)
    try:
        return to_propose(journal, entry, kind=kind)
    except Refused as refused:
        way: Way = ""
        if entry.space != PRIVATE and two_versions_of(journal, entry):
            way = "versions"
        elif entry.space != PRIVATE and _has_words_to_compare(journal, entry.space):
            way = "words"
        return Hindrance(refused.message, refused.hint, way)


def _leads_on(journal: Journal, text: TextToAgree) -> Way:
    if text.void:
        return "newer" if "has taken its place" in text.void else "again"
    if not text.text:
        return "exchange"
    if journal.time.today() > text.answer_by or text.objections:
        return "again"
    return "words" if _has_words_to_compare(journal, text.space) else ""


def _has_words_to_compare(journal: Journal, space: str) -> bool:
    circle = read_circle(journal.spaces[space])
    ended = circle.left or circle.archived or circle.stopped or circle.joining
    return not ended and not any(each.set_apart for each in circle.others) and bool(not_compared(circle))
