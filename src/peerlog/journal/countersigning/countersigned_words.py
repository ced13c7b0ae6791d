"""How a countersignature stands, in words that promise no more than it does."""

from __future__ import annotations

from ...domain.dates import written_out
from .countersignatures import ASKED, BROKEN, ESTABLISHED, ON_PAPER, Countersigned

EARLIER = "signed for an earlier text"
NOT_ESTABLISHED = "whose key it is has not been established"
NOT_VERIFIED = "signed on paper, not verified"


def said_meaning(one: Countersigned) -> str:
    """`I read it`, as a list shows it first."""
    return one.meaning.label[0].upper() + one.meaning.label[1:]


def said_state(one: Countersigned) -> str:
    """`signed by Ann Lee; whose key it is has not been established`."""
    if one.state == BROKEN:
        said = f"this does not count: {one.fault}"
    elif one.state == ON_PAPER:
        said = f"{NOT_VERIFIED}: {one.who or one.to}" if one.who or one.to else NOT_VERIFIED
    elif one.state == ASKED and one.request is None:
        said = f"a page for {one.to or 'somebody'} to sign by hand"
    elif one.state == ASKED:
        by = f", answer by {written_out(one.answer_by)}" if one.answer_by else ""
        said = f"asked {one.to or 'somebody'}{by}"
    elif one.state == ESTABLISHED:
        said = f"signed by {one.who}, and you know whose key it is"
    else:
        said = f"signed by {one.who}; {NOT_ESTABLISHED}"
    if one.is_earlier:
        said += "; the entry has changed since you asked" if one.state == ASKED else f"; {EARLIER}"
    return said
