"""Tags: what they keep of what was typed, which are one, and where a text has some."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.field import Field, Shape
from peerlog.domain.problem import Problem
from peerlog.domain.tag import LONGEST, clean_tag, tags_in
from peerlog.domain.text import clean_text

from .hostile import UNSAFE, assert_clear, texts

TAGS = Field("tags", "Tags", Shape.TAGS)


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("chairing", "chairing"),
        ("#chairing", "chairing"),
        ("##chairing", "chairing"),
        ("# chairing", "chairing"),
        ("＃会議", "会議"),
        ("reading list", "reading-list"),
        ("  reading \t list  ", "reading-list"),
        ("chairing,", "chairing"),
        ("chairing;.", "chairing"),
        ("foo ! bar", "foo-bar"),
        ("C++", "C++"),
        ("C#", "C"),
        ("r&d", "r&d"),
        ("o'brien’s", "o'brien’s"),
        ("a/b_c-d", "a/b_c-d"),
        ("<b>[x](y)", "bxy"),
        ("会議", "会議"),
        ("हिन्दी", "हिन्दी"),
        ("🎉", "🎉"),
        ("👩‍💻", "👩‍💻"),
        ("🇳🇵", "🇳🇵"),
        ("e\u0301te\u0301", "été"),
        ("a!\u0301", "á"),
        ("2026", "2026"),
        ("", ""),
        ("#", ""),
        ("---", ""),
        ("- / -", ""),
        ("\u200b\u200d", ""),
        ("\x00\x1b[31m", ""),
        ("red\x1b[31m\x00", "red"),
        ("\ud83dhalf", "half"),
        ("“”", ""),
    ],
)
def test_clean_tag(raw: str, tag: str) -> None:
    assert clean_tag(raw) == tag


@given(texts)
@example("!＃a")
@example("e!\u0301")
def test_a_clean_tag_stays_as_it_is(raw: str) -> None:
    try:
        tag = clean_tag(raw)
    except Problem as problem:
        assert_clear(problem)
        return
    assert clean_tag(tag) == tag
    assert len(tag) <= LONGEST
    assert not any(character.isspace() for character in tag)
    assert not UNSAFE.search(tag)
    assert unicodedata.is_normalized("NFC", tag)


def test_a_tag_has_a_longest_length() -> None:
    assert clean_tag("x" * LONGEST) == "x" * LONGEST
    for raw in ("x" * (LONGEST + 1), "#" + "会" * 61, "x" * 1_000_000):
        with pytest.raises(Problem, match=r"characters; up to 60 fit\.$") as refused:
            clean_tag(raw)
        assert_clear(refused.value)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (["Chairing", "chairing", "CHAIRING"], ("Chairing",)),
        ("Straße strasse STRASSE", ("Straße",)),
        (["ÉTÉ", "e\u0301te\u0301"], ("ÉTÉ",)),
        (["ΣΊΣΥΦΟΣ", "σίσυφος"], ("ΣΊΣΥΦΟΣ",)),
        (["ısı", "ISI", "isi", "İSİ"], ("ISI", "İSİ", "ısı")),
        ("会議, 漢字 会議", ("会議", "漢字")),
        ("b a,c", ("a", "b", "c")),
        (["reading list"], ("reading-list",)),
        ("#one, #two #", ("one", "two")),
    ],
)
def test_case_does_not_tell_tags_apart(raw: object, kept: tuple[str, ...]) -> None:
    assert TAGS.clean(raw) == kept


def test_which_spelling_of_a_set_stays_does_not_depend_on_its_order() -> None:
    assert TAGS.clean({"chairing", "Chairing", "CHAIRING"}) == ("CHAIRING",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        ("#one", ("one",)),
        ("a #one, (#two) and\n#three.", ("one", "two", "three")),
        ("#One #one #ONE", ("One",)),
        ("#a/b #a_b #a-b- #a/", ("a/b", "a_b", "a-b", "a")),
        ("#b2b #year2", ("b2b", "year2")),
        ("I write C# and F#", ()),
        ("https://example.org/page#part and page.html#part", ()),
        ("[jump](#part) and [one](other.md#part)", ()),
        ("# Heading\n## Heading", ()),
        ("##double #!bang # #", ()),
        ("#1 #2026goals #_x #-x", ()),
        ("&#39; a#b", ()),
        ("`#include` and `x #y`", ()),
        ("before\n```c\n#define X\n```\n#after", ("after",)),
        ("~~~\n#define X\n\n#never closed", ()),
        ("```one line``` #after", ("after",)),
        ("a ` alone #after", ("after",)),
        ("`code`#no", ()),
        ("#fff is a word", ("fff",)),
        ("#ffaa00 #A1B2C3 #000000 #facade", ("facade",)),
        ("#会議のメモ。次 （＃漢字） ＃全角", ("会議のメモ", "漢字", "全角")),
        ("#हिन्दी और #ภาษาไทยที่ดี", ("हिन्दी", "ภาษาไทยที่ดี")),
        ("#مُحَمَّد #می\u200cخواهم.", (unicodedata.normalize("NFC", "مُحَمَّد"), "می\u200cخواهم")),
        ("#İstanbul #istanbul #ISI #ısı #isi", ("İstanbul", "istanbul", "ISI", "ısı")),
        ("#été", ("été",)),
        ("#" + "x" * 60, ("x" * 60,)),
        ("#" + "x" * 61, ()),
        ("#" + "x" * 60 + "---", ("x" * 60,)),
        ("#tom's #c++", ("tom", "c")),
        ("#🎉 #fun🎉", ("fun",)),
    ],
)
def test_tags_in(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(clean_text(text)) == tags


words = st.sampled_from(
    ["#", "＃", "#a", "`", "```\n", "~~~\n", "(", "](", " ", "\n", "-", "/", "é", "हि", "x" * 59, "8"]
)


@given(st.one_of(texts, st.lists(words, max_size=30).map("".join)).map(clean_text))
def test_tags_in_a_text_are_clean_tags_and_stand_in_it(text: str) -> None:
    found = tags_in(text)
    assert len({tag.casefold() for tag in found}) == len(found)
    for tag in found:
        assert clean_tag(tag) == tag
        assert f"#{tag}" in text or f"＃{tag}" in text


@pytest.mark.timeout(30)  # a fraction of a second each; work that grew with the square would take hours
@pytest.mark.parametrize(
    "piece", ["#", "(#a", " #a", "`", "`\n", "```\n", "```", "~~~\n", "](#", "#a``", "#-", "#" + "x" * 70]
)
def test_hostile_megabytes_cost_no_more_than_their_length(piece: str) -> None:
    found = tags_in(piece * (300_000 // len(piece)))
    assert found in ((), ("a",))
