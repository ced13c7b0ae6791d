"""What signing, editing and withdrawing do to what others have signed, said before they are done."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.said_names import listed
from ...journal.agreeing.saving_voids import PutForward
from ...journal.agreeing.texts_to_agree import TextToAgree

WITHDRAWING = (
    "It stays agreed. Nothing more of it leaves from here. {} for the same; copies that are out stay where they are."
)


def who_signs_again(text: TextToAgree) -> str:
    """`Sam signs again`, for the key that edits; empty where nobody else has signed."""
    names = [each.name for each in text.members if each.said == "signed" and not each.is_me]
    if text.state != "open" or not names:
        return ""
    return f"{listed(names)} {'signs' if len(names) == 1 else 'sign'} again"


def what_saving_means(found: PutForward) -> str:
    """What the editor of a draft says beside it before saving."""
    if found.text.is_agreed:
        return "All of you have signed this: that text stays as it is, and what you save is a new draft."
    others = found.signed_by_others
    if others:
        have = "has" if len(others) == 1 else "have"
        return f"{listed(others)} {have} signed this version; saving asks {listed(others)} again."
    return "You have put this forward; saving makes that version void."


def what_withdrawing_means(text: TextToAgree) -> str:
    """The honest words before a text is withdrawn."""
    others = [each.name for each in text.members if not each.is_me]
    asked = f"{listed(others)} {'is' if len(others) == 1 else 'are'} asked" if others else "Whoever has it is asked"
    return WITHDRAWING.format(asked)


def what_it_voids(names: Sequence[str], me: str, revision: int) -> str:
    """`Sam's signature under version 1 comes to nothing by this.`"""
    others = [f"{each}'s" if each != me else "your own" for each in names]
    if not others:
        return ""
    plural = len(others) > 1
    said = f"{listed(others)} {'signatures' if plural else 'signature'} under version {revision - 1}"
    return f"{said[:1].upper()}{said[1:]} {'come' if plural else 'comes'} to nothing by this."
