"""The text to agree that somebody means: by an id, or the one that waits for them."""

from __future__ import annotations

from ...domain.kinds import AGREEMENT, THANKS
from ...errors import BadInput, Refused
from ..expected_kind import require_kind
from ..journal import Journal
from ..short_ids import short_id
from .agreed_documents import CLOSING
from .texts_seen import to_sign
from .texts_to_agree import TextToAgree, newest_texts, texts_to_agree

_NOUNS = {"summary": "summary", "agreement": "agreement", "closing": "closing statement", "thanks": "thank-you"}


def text_named(journal: Journal, prefix: str | None, kind: str) -> TextToAgree:
    """The text of this kind whose id begins so, or of the document whose id does; for None the one that waits for me.

    Of a document it is the version that matters. Raises `BadInput` when several would do or it is no id, `Refused`
    when there is none.
    """
    every = [each for each in texts_to_agree(journal) if each.kind == kind]
    if prefix is None:
        return _waiting(journal, every, kind)
    wanted = prefix.strip().casefold()
    if not 4 <= len(wanted) <= 64 or not set(wanted) <= set("0123456789abcdef"):
        raise BadInput(f"“{prefix[:70]}” is not an id.", "An id is four or more of 0-9 and a-f.")
    found = [each for each in every if each.id.startswith(wanted)]
    found = found or newest_texts(each for each in every if each.document.startswith(wanted))
    if not found:
        _refuse(journal, wanted, kind)
    if len(found) > 1:
        raise BadInput(f"More than one id begins with {wanted}.", "Give more of its digits.")
    return found[0]


def _waiting(journal: Journal, every: list[TextToAgree], kind: str) -> TextToAgree:
    waiting = to_sign(every)
    if not waiting:
        group = AGREEMENT.name if kind == CLOSING else kind
        raise Refused(f"No {_NOUNS[kind]} waits for your signature.", f"“peerlog {group} list” shows which there are.")
    if len(waiting) > 1:
        named = ", ".join(f"{short_id(journal, each.document)} {each.name}" for each in waiting)
        raise BadInput("More than one waits for your signature.", f"Name one: {named}.")
    return waiting[0]


def _refuse(journal: Journal, wanted: str, kind: str) -> None:
    document = journal.entries.resolve(wanted)
    group = AGREEMENT.name if kind == CLOSING else kind
    require_kind(journal, document, group, f"“peerlog {group} list” shows which there are.")
    raise Refused(
        f"This {_NOUNS[kind]} has not been put forward, so nobody has signed or answered it.",
        f"“peerlog {group} {'approve' if kind == THANKS.name else 'propose'}” signs it.",
    )
