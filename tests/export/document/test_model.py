"""What a document holds is clean and whole, whatever it was given."""

from __future__ import annotations

import pytest

from peerlog.export.document.direction import runs_right_to_left, stand_right_to_left
from peerlog.export.document.model import (
    BulletList,
    Code,
    Document,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    words_of,
)
from peerlog.export.document.outline import outlined


def test_words_are_cleaned_and_keep_the_blanks_at_their_ends() -> None:
    assert Text(" a\x00\x1b[31mb\n\tc\u202e ").words == " ab  c "
    assert Code("\tx\x07\r\ny\n\n").words == "    x\ny"
    assert Text("a\ufffe\ufdd0\U0010ffff").words == "a\ufffd\ufffd\ufffd"
    assert Link((), " https://example.org/\n ").address == "https://example.org/"


def test_a_document_s_own_words_are_single_clean_lines() -> None:
    document = Document(" a\nb\x00 ", (), "klingon", ("", " Kim\n"), (("x\n", "\x1by\tz"),), " n\nm ")
    assert (document.title, document.lang, document.authors) == ("a b", "en", ("Kim",))
    assert (document.about, document.notice) == ((("x", "z"),), "n m")
    assert Document("\x00 ", ()).title == "Untitled"


@pytest.mark.parametrize("lang", ["de", "en-GB", "gsw"])
def test_a_language_tag_is_kept(lang: str) -> None:
    assert Document("T", (), lang).lang == lang


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("MAILTO:kim@example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/a b", False),
        ("https:", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_are_followed(address: str, followed: bool) -> None:
    assert Link((Text("x"),), address).can_be_followed is followed


def test_a_link_that_is_its_own_address_need_not_say_it_twice() -> None:
    assert Link((Text("kim@example.org"),), "mailto:kim@example.org").names_itself
    assert not Link((Text("https://example.com"),), "https://example.org").names_itself


def test_a_table_has_as_many_cells_in_each_row() -> None:
    cell = (Text("x"),)
    table = Table((cell,), ((cell, cell, cell), ()), alignments=("end",))
    assert (table.head, table.rows) == ((cell, (), ()), ((cell, cell, cell), ((), (), ())))
    assert (table.alignments, table.width) == (("end", "start", "start"), 3)
    assert Table((), ()).width == 0


def levels(document: Document) -> list[int]:
    return [block.level for block in (*document.body, *document.closing) if isinstance(block, Heading)]


def test_headings_follow_each_other_without_a_gap() -> None:
    given = [3, 1, 4, 2, 4, 9, 0, -1, 2]
    blocks = tuple(Heading(level, (Text("x"),)) for level in given)
    assert levels(outlined(Document("T", blocks, closing=(Heading(4, (Text("x"),)),)))) == [
        1,
        1,
        2,
        2,
        3,
        4,
        1,
        1,
        2,
        3,
    ]


def test_a_heading_that_says_nothing_is_left_out() -> None:
    blocks = (Heading(1, ()), Heading(1, (Text(" \u200b "),)), Heading(3, (Text("x"),)))
    assert outlined(Document("T", blocks)).body == (Heading(1, (Text("x"),)),)


def test_a_heading_within_a_list_or_quote_is_a_strong_paragraph() -> None:
    heading, strong = Heading(2, (Text("x"),)), Paragraph((Strong((Text("x"),)),))
    within = (Quote((heading, BulletList(((heading,),)))), NumberedList(((heading,),), 4))
    assert outlined(Document("T", within)).body == (
        Quote((strong, BulletList(((strong,),)))),
        NumberedList(((strong,),), 4),
    )


@pytest.mark.parametrize(
    ("words", "rtl"), [("", False), ("12 – ", False), ("مرحبا Sam", True), ("1. שלום", True), ("Sam שלום", False)]
)
def test_the_first_letter_says_where_words_run_from(words: str, rtl: bool) -> None:
    assert runs_right_to_left(words) is rtl


def test_the_first_words_of_a_list_or_quote_say_where_its_marks_are() -> None:
    hebrew, english = Paragraph((Text("שלום"),)), Paragraph((Text("hello"),))
    assert stand_right_to_left((BulletList(((Paragraph(()), hebrew), (english,))),))
    assert stand_right_to_left((Quote((NumberedList(((hebrew,),)),)),))
    assert stand_right_to_left((Code("שלום"),))
    assert not stand_right_to_left((english, hebrew))
    assert not stand_right_to_left((BulletList(((),)), hebrew))


def test_words_of_forms() -> None:
    assert words_of((Strong((Text("a"), Link((Text("b"),), "x"))), Text("c"))) == "abc"
