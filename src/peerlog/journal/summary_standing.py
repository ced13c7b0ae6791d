"""How a joint summary stands: what was put forward from it, and in what its draft has become something else since."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.entry import Entry
from ..domain.kinds import SUMMARY
from .agreed_documents import document_of
from .journal import Journal
from .saving_voids import is_edited_since
from .texts_to_agree import TextToAgree, newest_texts, texts_to_agree

_HEADING = "## "


@dataclass(frozen=True, slots=True)
class SummaryStanding:
    """`text` is the version that matters, None while nothing was put forward.

    `edited` are the headings of the sections that read otherwise by now than in that version; `is_edited` says whether
    anything does.
    """

    text: TextToAgree | None
    is_edited: bool = False
    edited: tuple[str, ...] = ()


def summary_standing(journal: Journal, summary: Entry) -> SummaryStanding:
    """How this summary stands with each of those who write it."""
    texts = [each for each in texts_to_agree(journal, space=summary.space) if each.document == summary.id]
    text = next(iter(newest_texts(each for each in texts if each.kind == SUMMARY.name)), None)
    if text is None or not is_edited_since(journal, text):
        return SummaryStanding(text)
    return SummaryStanding(text, is_edited=True, edited=_edited(journal, summary, text))


def _edited(journal: Journal, summary: Entry, text: TextToAgree) -> tuple[str, ...]:
    from ..errors import Refused
    from ..exchange.membership import roster_in

    try:
        now = document_of(journal, summary, SUMMARY.name, roster_in(journal.spaces[summary.space]))
    except Refused:  # everything has been taken out of it
        return ()
    return changed_sections(text.text, now.text)


def changed_sections(before: str, after: str) -> tuple[str, ...]:
    """The headings under which two versions of one joined text differ, in the order of the later one."""
    old, new = _sections(before), _sections(after)
    return tuple(name for name in dict.fromkeys([*new, *old]) if name and old.get(name) != new.get(name))


def _sections(text: str) -> dict[str, str]:
    """What stands under each heading; what stands before the first one under an empty name."""
    found: dict[str, list[str]] = {"": []}
    under = ""
    for line in text.split("\n"):
        if line.startswith(_HEADING):
            under = line.removeprefix(_HEADING)
            found.setdefault(under, [])
        else:
            found[under].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}
