"""What an edit makes void, said once it has: a text that people have signed and that is another one now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGREEMENT, CONTRIBUTION, SUMMARY, THANKS
from ...journal.journal import Journal
from .. import terminal

if TYPE_CHECKING:
    from ...journal.agreeing.texts_to_agree import TextToAgree

_SIGNED = frozenset({AGREEMENT.name, CONTRIBUTION.name, SUMMARY.name, THANKS.name})


@contextmanager
def saying_what_became_void(journal: Journal, *entries: Entry) -> Iterator[None]:
    """Say on standard error which texts cannot be agreed any more after what happens inside."""
    found = [each for each in entries if each.kind in _SIGNED and each.space != PRIVATE]
    if not found:
        yield
        return
    from ...journal.agreeing.texts_to_agree import text_meant
    from ...journal.joint_summary.summaries import made_void_by_editing

    documents = [journal.entries.find(each.parent) if each.kind == CONTRIBUTION.name else each for each in found]
    could = [text for each in documents if each for text in made_void_by_editing(journal, each)]
    yield
    for text in could:
        now = text_meant(journal, text.id)
        if now.void:
            say_void(now, "That makes it void: it is put forward and signed again.")


def say_void(text: TextToAgree, consequence: str) -> None:
    """Say who has signed a text, and what an edit makes of that."""
    from ...domain.said_names import listed

    signed = ["you" if each.is_me else each.name for each in text.members if each.said == "signed"]
    signed.sort(key=lambda name: name != "you")
    have = "has" if len(signed) == 1 and signed != ["you"] else "have"
    who = listed(signed)
    terminal.say(f"{who[:1].upper()}{who[1:]} {have} signed {text.name}. {consequence}")
