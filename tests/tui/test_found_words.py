"""What is shown of a match."""

from __future__ import annotations

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Hit
from peerlog.tui.widgets.found_words import FOUND, mark_name, words_around


def entry(**fields: object) -> Entry:
    return Entry("0" * 64, "note", {"when": "2026-11-21T09:00:00Z", **fields}, "", "")  # type: ignore[dict-item]


def marks(content: object) -> list[str]:
    plain, spans = content.plain, content.spans  # type: ignore[attr-defined]
    return [plain[span.start : span.end] for span in spans if span.style == FOUND]


def test_a_match_in_the_title_is_marked_there() -> None:
    content, is_all = mark_name("The set", Hit(entry(title="The set"), "", (), ((4, 7),)))
    assert (marks(content), is_all) == (["set"], True)


def test_a_match_in_the_first_line_of_a_note_without_title_is_marked_there() -> None:
    found = entry(text="Agenda felt too long\nand so on")
    content, is_all = mark_name(found.headline, Hit(found, "Agenda felt too long and so on", ((12, 15),)))
    assert (marks(content), is_all) == (["too"], True)
    content, is_all = mark_name(found.headline, Hit(found, "Agenda felt too long and so on", ((25, 27),)))
    assert (marks(content), is_all) == ([], False)


def test_a_match_in_the_text_is_shown_with_what_stands_around_it() -> None:
    found = entry(title="News", text="First line.\n\nThen the word itself, [/x].")
    assert marks(words_around(Hit(found, "First line.  Then the word itself, [/x].", ((22, 26),)))) == ["word"]


def test_a_match_in_a_field_is_shown_with_its_label() -> None:
    found = Entry("0" * 64, "idea", {"title": "T", "source": "Zoë Sample", "when": "2026-11-21T09:00:00Z"}, "", "")
    content = words_around(Hit(found, "Zoë Sample", ((0, 3),)))
    assert content.plain == "From: Zoë Sample"
    assert marks(content) == ["Zoë"]


def test_a_match_in_a_tag_is_shown_as_a_tag() -> None:
    content = words_around(Hit(entry(title="T", text="Words", tags=("chairing", "sets")), "chairing sets", ((0, 8),)))
    assert content.plain == "#chairing #sets"
    assert marks(content) == ["chairing"]
