"""What saving a change of a draft does to the text that was put forward from it."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGREEMENT, CONTRIBUTION, SUMMARY, THANKS
from ..journal import Journal
from .texts_to_agree import TextToAgree, newest_texts, texts_to_agree

_DOCUMENTS = frozenset({SUMMARY.name, AGREEMENT.name, THANKS.name})


@dataclass(frozen=True, slots=True)
class PutForward:
    """The text that was put forward from a draft, as long as it counts: open, or agreed."""

    text: TextToAgree

    @property
    def signed_by_others(self) -> list[str]:
        return [each.name for each in self.text.members if each.said == "signed" and not each.is_me]


def put_forward_from(journal: Journal, entry: Entry | None) -> PutForward | None:
    """What was put forward from this draft, or from the one that it is a contribution to, and counts still."""
    if entry is not None and entry.kind == CONTRIBUTION.name:
        entry = journal.entries.find(entry.parent)
    if entry is None or entry.space == PRIVATE or entry.kind not in _DOCUMENTS:
        return None
    found = [
        each
        for each in newest_texts(texts_to_agree(journal, space=entry.space))
        if each.document == entry.id and each.kind == entry.kind and each.state in ("open", "agreed", "withdrawn")
    ]
    return PutForward(found[0]) if found else None


def is_edited_since(journal: Journal, text: TextToAgree) -> bool:
    """Whether the draft of a text says something else by now than when it was put forward."""
    from .agreed_documents import drawn_from, still_there

    document = still_there(journal, text.space, text.document)
    if not text.asked.drawn_from or document is None:
        return False
    return bool({*text.asked.drawn_from} - {drawn_from(journal, document, text.kind)})
