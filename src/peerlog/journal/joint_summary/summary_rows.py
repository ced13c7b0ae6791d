"""The joint summaries in a list: drafts with what has become of them, and those that are agreed."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import SUMMARY
from ..agreeing.saving_voids import is_edited_since
from ..agreeing.text_words import where_it_stands
from ..agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ..journal import Journal

_MOST = 500


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One summary: its draft (`entry`, None where that is gone) and the version of its text that matters, if any.

    `stands` says in words how it stands: `draft`, `waits for Sam`, `agreed on 3 June 2026`, `void because …`, and of an
    agreed one whether the draft says something else by now.
    """

    id: str
    space: str
    label: str
    number: int
    title: str
    entry: Entry | None
    text: TextToAgree | None
    stands: str

    @property
    def name(self) -> str:
        """What a list calls it: its title, and which version it is when it is not the first."""
        return f"{self.title}, version {self.text.revision}" if self.text and self.text.revision > 1 else self.title


def summary_rows(journal: Journal, space: str | None = None) -> list[SummaryRow]:
    """The summaries of one space or of all: space by space, the highest number first."""
    names = [space] if space else [name for name in journal.spaces if name != PRIVATE]
    return [row for name in names for row in _in_space(journal, name)]


def _in_space(journal: Journal, space: str) -> list[SummaryRow]:
    texts = [each for each in texts_to_agree(journal, space=space) if each.kind == SUMMARY.name]
    newest = {each.document: each for each in newest_texts(texts)}
    drafts = {each.id: each for each in journal.entries.of_kind(SUMMARY.name, limit=_MOST) if each.space == space}
    rows = [_row(journal, space, id_, drafts.get(id_), newest.get(id_)) for id_ in {**drafts, **newest}]
    return sorted(rows, key=lambda row: (-row.number, row.id))


def _row(journal: Journal, space: str, id_: str, entry: Entry | None, text: TextToAgree | None) -> SummaryRow:
    number = (entry.number("number") if entry else None) or (text.number if text else 1)
    title = (entry.title if entry else "") or (text.title if text else f"Summary {number}")
    stands = where_it_stands(journal, text) if text else "draft"
    if entry and text and text.is_agreed and is_edited_since(journal, text):
        stands += "; the draft has changed since"
    return SummaryRow(id_, space, journal.spaces[space].label, number, title, entry, text, stands)
