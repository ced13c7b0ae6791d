"""How a joint summary stands: what was put forward from it, and in what its draft has become something else since."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.kinds import SUMMARY
from ..agreeing.agreed_documents import document_of
from ..agreeing.saving_voids import is_edited_since
from ..agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ..journal import Journal

_HEADING = "## "


@dataclass(frozen=True, slots=True)
class SummaryStanding:
    """`text` is the version that matters, None while nothing was put forward.

    `edited` are the headings of the sections that read otherwise by now than in that version, `editors` those who wrote
    what stands in them now (`you`, or a name), as far as it can be told; `is_edited` says whether anything does.
    """

    text: TextToAgree | None
    is_edited: bool = False
    edited: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def summary_standing(journal: Journal, summary: Entry) -> SummaryStanding:
    """How this summary stands with each of those who write it."""
    texts = [each for each in texts_to_agree(journal, space=summary.space) if each.document == summary.id]
    text = next(iter(newest_texts(each for each in texts if each.kind == SUMMARY.name)), None)
    if text is None or not is_edited_since(journal, text):
        return SummaryStanding(text)
    edited = _edited(journal, summary, text)
    return SummaryStanding(text, is_edited=True, edited=edited, editors=_editors(journal, summary, edited))


def _edited(journal: Journal, summary: Entry, text: TextToAgree) -> tuple[str, ...]:
    from ...errors import Refused
    from ...exchange.membership import roster_in

    try:
        now = document_of(journal, summary, SUMMARY.name, roster_in(journal.spaces[summary.space]))
    except Refused:  # everything has been taken out of it
        return ()
    return changed_sections(text.text, now.text)


def _editors(journal: Journal, summary: Entry, edited: tuple[str, ...]) -> tuple[str, ...]:
    """Empty where one of the headings is that of somebody's own words, or nothing is known of what is edited."""
    from ...domain.summary import SECTIONS
    from ...exchange.differing import Settling

    settling = Settling(journal.spaces[summary.space], journal.time.stamp())
    fields, apart = {each.label: each.name for each in SECTIONS}, settling.apart(summary.id)
    if not edited or not {*edited} <= fields.keys():
        return ()
    if apart is None:  # nothing of it has ever left or come
        return ("you",)
    roster = settling.roster
    heads = [head for heading in edited for head in apart.heads(fields[heading])]
    mine = any(head.change is None or head.member == roster.own for head in heads)
    others = {roster.names[head.member] for head in heads if head.member in roster.names and head.member != roster.own}
    return (*(["you"] if mine else []), *sorted(others, key=str.casefold))


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
