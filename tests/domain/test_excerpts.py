"""What a list shows of a text: its first line, cut to fit."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.text import clean_text, first_line, shorten

from .hostile import texts


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("   \n\t\n", ""),
        ("One\nTwo", "One"),
        ("\n\n  Two  \n", "Two"),
        ("# Heading", "Heading"),
        ("###### Deep  ", "Deep"),
        ("> quoted", "quoted"),
        (">quoted", "quoted"),
        (">> - # all of it", "all of it"),
        ("- item", "item"),
        ("* item", "item"),
        ("+ item", "item"),
        ("-5 °C outside", "-5 °C outside"),
        ("+44 people", "+44 people"),
        ("*Very* good", "*Very* good"),
        ("**Bold** words", "**Bold** words"),
        ("#chairing went well", "#chairing went well"),
        ("well - and good", "well - and good"),
        ("---\nTitle", "Title"),
        ("***\n===\n```\nTitle", "Title"),
        ("#\n>\n-\nTitle", "Title"),
        ("क्षत्रिय\nहिन्दी", "क्षत्रिय"),
    ],
)
def test_first_line(text: str, line: str) -> None:
    assert first_line(text) == line


@given(texts.map(clean_text))
def test_first_line_is_a_part_of_the_text(text: str) -> None:
    line = first_line(text)
    assert line in text
    assert line == line.strip()
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("", 5, ""),
        ("fits", 4, "fits"),
        ("cut here", 5, "cut…"),
        ("cut here", 7, "cut he…"),
        ("hello 12345 again", 12, "hello 12345…"),
        ("hello 12345 again", 11, "hello 1234…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("a verylongwordindeed", 10, "a verylon…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("会議のメモを書いた", 5, "会議のメ…"),
        ("क्षत्रि पुस्तक", 7, "क्षत्…"),
        ("ab👩‍👩‍👧‍👦", 6, "ab…"),
        ("abce\u0301s and bars", 5, "abc…"),
    ],
)
def test_shorten(text: str, most: int, short: str) -> None:
    assert shorten(text, most) == short


@given(texts.map(clean_text), st.integers(0, 80))
@example("\u0308\u0301", 1)
@example("a \u0308", 2)
def test_shortened_text_fits_and_breaks_no_character(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    if short == text or short in ("", "…"):
        return
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    rest = text[len(short) - 1 :].lstrip()
    assert not unicodedata.category(rest[0]).startswith("M") or text[len(short) - 1].isspace()
    assert not short[:-1].endswith("\u200d")
