"""What changed in a text since the version that I last looked at or signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain.said_names import listed
from ...journal.agreeing.texts_seen import seen_before
from ...journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree
from ...journal.journal import Journal
from .. import terminal
from .text_lines import INDENT, put_held

if TYPE_CHECKING:
    from ...domain.summary.differences import MarkedLine


def marked_lines(journal: Journal, text: TextToAgree) -> tuple[TextToAgree, list[MarkedLine]] | None:
    """The version that was seen before, and every line with what became of it; None where none was seen."""
    from ...domain.summary.differences import reflowed_differences

    before = seen_before(journal, text, texts_to_agree(journal, space=text.space))
    return (before, reflowed_differences(before.text, text.text)) if before else None


def say_how_much_changed(journal: Journal, text: TextToAgree) -> None:
    """Write in a sentence how many lines changed; nothing where there is no version to compare with."""
    from ...domain.summary.differences import Mark

    found = marked_lines(journal, text)
    if found is None:
        return
    before, lines = found
    count = sum(1 for line in lines if line.mark is not Mark.SAME and line.text.strip())
    said = "Nothing" if not count else "One line" if count == 1 else f"{count} lines"
    others = _terms_changed(before, text)
    where = " in the text" if others else ""
    terminal.put(
        f"{said} changed{where} since version {before.revision}, which you saw; “--changes” with “show” says what."
    )
    for label, words in others:
        put_held(label, words)


def write_changes(journal: Journal, text: TextToAgree) -> None:
    """Write the lines that changed, marked as git marks words, each under the heading that it stands under."""
    from ...domain.summary.differences import Mark
    from ..difference_text import marked

    found = marked_lines(journal, text)
    if found is None:
        terminal.put("You have seen no other version of it.")
        return
    before, lines = found
    terminal.put(f"Since version {before.revision}, [-what is gone-] and {{+what is new+}}:")
    others = _terms_changed(before, text)
    for label, words in others:
        put_held(label, words)
    heading = ""
    told = len(others)
    for line in lines:
        if line.text.startswith("#") and line.mark is not Mark.GONE:
            heading = line.text.lstrip("# ")
        if line.mark is Mark.SAME or not line.text.strip():
            continue
        if heading:
            terminal.put(heading)
            heading = ""
        put_held(INDENT, marked(line.pieces))
        told += 1
    if not told:
        terminal.put(f"{INDENT}nothing")


def _terms_changed(before: TextToAgree, text: TextToAgree) -> list[tuple[str, str]]:
    """What of the rest that is signed differs: what it is called and for, and who may have it."""
    terms = (
        ("It was called", before.title, text.title),
        ("It was for", before.purpose, text.purpose),
        ("Who might have it", listed(before.release), listed(text.release)),
    )
    return [(f"{label}: ", f"{was}. Now: {now}.") for label, was, now in terms if was != now]
