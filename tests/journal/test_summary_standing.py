"""In what a draft differs from what was put forward; and what of a private entry can be quoted."""

from __future__ import annotations

from datetime import date

from peerlog.domain.summary import joined
from peerlog.journal.joint_summary.quotable_words import quotable_words
from peerlog.journal.joint_summary.summary_standing import changed_sections
from peerlog.journal.journal import Journal


def _text(words: dict[str, str], **sections: str) -> str:
    return joined("Summary 1", ["Kim", "Sam"], date(2026, 6, 1), date(2026, 11, 21), sections, words)


def test_sections_that_read_otherwise_are_named() -> None:
    before = _text({"Kim": "Glad."}, focus="Chair.", decisions="Tuesdays.\n\n## Not a section\n\nNo.")
    assert changed_sections(before, before) == ()
    after = _text({"Kim": "Glad."}, focus="Chair.", decisions="Tuesdays.\n\n## Not a section\n\nYes.")
    assert changed_sections(before, after) == ("Decisions",)
    assert changed_sections(before, _text({"Sam": "Me too."}, focus="Chair.")) == (
        "In Sam's words",
        "Decisions",
        "In Kim's words",
    )


def test_answers_come_before_the_text(journal: Journal) -> None:
    fields = {"model": "what", "stage_what": "I talked.", "stage_so_what": "Too long.", "text": "Besides."}
    reflection = journal.entries.add("reflection", fields)
    assert quotable_words(journal, reflection) == "I talked.\n\nToo long.\n\nBesides."
    assert quotable_words(journal, journal.entries.add("note", {"title": "Only a title"})) == ""
