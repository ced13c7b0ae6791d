"""The text that a signature or an answer is about."""

from __future__ import annotations

from ...domain.entry import Entry
from ..journal import Journal
from .texts_to_agree import TextToAgree, texts_to_agree


def signed_for(journal: Journal, entry: Entry) -> TextToAgree | None:
    """What the paper in an entry of kind `approval` is about; None where it is none, or counts for nothing."""
    from ...consent.answer import Answer
    from ...consent.paper import read_paper
    from ...consent.statement import BadConsent

    try:
        says = read_paper(entry.line("signed")).says
    except BadConsent:
        return None
    id_ = says.statement if isinstance(says, Answer) else says.id
    texts = texts_to_agree(journal, space=entry.space)
    return next((each for each in texts if each.id == id_.hex()), None)
