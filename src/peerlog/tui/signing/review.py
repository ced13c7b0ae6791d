"""A text to agree with everything that the screen shows around it, collected in the journal's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...domain.entry import Entry
from ...domain.summary.differences import Mark, MarkedLine, reflowed_differences
from ...errors import Refused
from ...journal.agreeing.agreed_documents import still_there
from ...journal.agreeing.answer_reasons import reasons_given
from ...journal.agreeing.hindrances import Hindrance, what_keeps_me
from ...journal.agreeing.text_words import day_of
from ...journal.agreeing.texts_seen import mark_looked_at, seen_before
from ...journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree
from ...journal.journal import Journal
from ..widgets.marked_text import unmarked


@dataclass(frozen=True, slots=True)
class Review:
    """A version as it stands; `before` is the one that I looked at earlier, which its `lines` are marked against.

    `signed_on` is when each who signed says that they did, by their ids. `newest` is the latest
    version of the same text, `replaces` the agreed one that this takes the place of.
    """

    text: TextToAgree
    before: TextToAgree | None
    lines: tuple[MarkedLine, ...]
    signed_on: dict[str, date]
    reasons: tuple[tuple[str, str], ...]
    hindrance: Hindrance | None
    document: Entry | None
    newest: TextToAgree
    replaces: TextToAgree | None
    today: date

    @property
    def has_changes(self) -> bool:
        return any(each.mark is not Mark.SAME for each in self.lines)


def _lines(text: TextToAgree, before: TextToAgree | None) -> list[MarkedLine]:
    """Marked as long as it is to be decided on; afterwards it is simply what was signed."""
    plain = unmarked(text.text)
    if before is None or not text.text or not text.waits_for_me:
        return plain
    marked = reflowed_differences(before.text, text.text)
    # What is shown has to be what is signed, whatever the marks make of it.
    is_exact = [each.text for each in marked if each.mark is not Mark.GONE] == [each.text for each in plain]
    return marked if is_exact else plain


def review(journal: Journal, id_: str, before: TextToAgree | None = None) -> Review:
    """What there is to see of the version with this id, which counts as looked at then; raises `Refused`.

    `before` is the version to compare with, where that is known already.
    """
    every = texts_to_agree(journal)
    text = next((each for each in every if each.id == id_), None)
    if text is None:
        raise Refused("This text to agree is not here any more.")
    same = [each for each in every if (each.space, each.document, each.kind) == (text.space, text.document, text.kind)]
    before = before or seen_before(journal, text, every)
    mark_looked_at(journal, text)
    replaces = text.asked.statement.replaces
    given = reasons_given(journal, text)
    return Review(
        text=text,
        before=before,
        lines=tuple(_lines(text, before)),
        signed_on={member: day_of(journal, stamp) for member, stamp in text.asked.signed_at.items()},
        reasons=tuple(
            ("You" if each.is_me else each.name, given[each.id]) for each in text.members if each.id in given
        ),
        hindrance=what_keeps_me(journal, text),
        document=still_there(journal, text.space, text.document),
        newest=max(same, key=lambda each: each.revision),
        replaces=next((each for each in same if replaces and each.id == replaces.hex()), None),
        today=journal.time.today(),
    )
