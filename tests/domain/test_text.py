"""Text as it may be kept: what stays, what goes, and that no text costs more than its length."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.domain.text import MOST_BYTES, MOST_MARKS, brief, check_length, clean_line, clean_text

from .hostile import UNSAFE, assert_clear, texts

KEPT = {
    "plain": "Agenda felt too long.",
    "empty": "",
    "lines and tabs": "one\n\n\ttwo\n",
    "markup": "[/x] [@click=app.quit] [bold]",
    "joined emoji": "👩‍👩‍👧‍👦 👩🏽‍💻 ❤️‍🔥 1️⃣",
    "flags": "🇳🇵 🇦🇺 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "devanagari": "क्षत्रिय हिन्दी अनुच्छेद",
    "arabic with marks": unicodedata.normalize("NFC", "مُحَمَّدٌ رَسُولُ"),
    "hebrew with points": unicodedata.normalize("NFC", "שָׁלוֹם עֲלֵיכֶם"),
    "persian with its non-joiner": "می\u200cخواهم",
    "thai": "ที่นี่ น้ำ",
    "direction marks": "a\u200eb\u200fc\u061cd",
    "cjk": "会議のメモ。한국어 漢字",
    "vietnamese": "Nguyễn Thị Hường",
    "soft hyphen and spaces": "co\u00adoperate a\u00a0b\u2009c\u3000d\u200be",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_keeps_every_script(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x08c\x7fd\x80e", "abcde"),
        ("\ufeffBOM", "BOM"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b31mred\x9bm", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d52;c;aGVsbG8=\x9ctext", "text"),
        ("\x1bPq#0;2;0\x1b\\text\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\", "text"),
        ("\x1b(Btext\x1b7\x1bc\x1b=", "text"),
        ("\x1b]0;never ended\nnext line", "0;never ended\nnext line"),
        ("\x1b]0;never ended\rnext line\x07", "0;never ended\nnext line"),
        ("\x9dnever ended\x85next line\x9c", "never ended\nnext line"),
        ("\x1b]0;one \x1b]0;two\x07text", "0;one text"),
        ("\x1b\x1b[mtext", "text"),
        ("\x1b[31", "31"),
        ("abc\x1b", "abc"),
        ("user\u202etxt.exe\u202c", "usertxt.exe"),
        ("\u2066isolated\u2069 \u202aembedded\u202c", "isolated embedded"),
        ("half \ud83d of a pair \ude00, both \ud83d\ude00", "half  of a pair , both "),
        ("\ufff9note\ufffa\ufffb", "note"),
        ("e\u0301", "é"),
        ("\u1100\u1161", "가"),
        ("\u212a", "K"),
    ],
)
def test_removes_what_could_act_or_mislead(raw: str, kept: str) -> None:
    assert clean_text(raw) == kept


@given(texts)
@example("ǟ\u0323" + "\u0301" * 29)
@example("e" + "\u0344" * 40)
@example("<" + "\u0338\u0323" * 40)
def test_is_clean_after_one_pass(raw: str) -> None:
    cleaned = clean_text(raw)
    assert not UNSAFE.search(cleaned)
    assert "\r" not in cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_text(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert most_marks(cleaned) <= MOST_MARKS


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "M")) | st.sampled_from("\n\t\u200d")))
def test_changes_nothing_else(raw: str) -> None:
    assert clean_text(raw) == unicodedata.normalize("NFC", raw)


def most_marks(text: str) -> int:
    """The longest run of marks in the decomposed text, which is what putting them in order takes the square of."""
    longest = run = 0
    for character in unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    return longest


def test_a_tower_of_marks_is_kept_whole_and_divided() -> None:
    tower = "e" + "\u0323\u0301" * 100
    cleaned = clean_text(tower)
    assert most_marks(cleaned) <= MOST_MARKS
    assert sorted(unicodedata.normalize("NFD", cleaned.replace("\u034f", ""))) == sorted(tower)


HOSTILE = {
    "introducers of strings": "\x1b]" * 1_000_000,
    "introducers of sequences": "\x1b[" * 1_000_000,
    "escapes": "\x1b" * 300_000,
    "escapes that never end": ("\x1b" + " " * 9) * 30_000,
    "one-byte introducers of strings": "\x9d" * 300_000,
    "strings that never end": "\x9dx\x90y\x1b]z\x1bP" * 30_000,
    "one string that never ends": "\x1b]" + "x" * 300_000,
    "one sequence that never ends": "\x9b" + "0 " * 150_000,
    "line ends": "\r" * 150_000 + "\u2028" * 150_000,
    "white space": "x" + " \t" * 150_000 + "x",
    "marks in the wrong order": "e" + "\u0301" * 60_000 + "\u0323" * 60_000,
    "marks that are two": "\u0f73" * 60_000,
    "noughts": "\x00" * 300_000,
    "halves of pairs": "\ud83d" * 300_000,
}


# Each takes a fraction of a second; work that grew with the square of the length would take ten minutes or more.
@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", HOSTILE)
def test_takes_time_in_proportion_to_length(name: str) -> None:
    line = clean_line(HOSTILE[name])
    assert most_marks(line) <= MOST_MARKS
    assert UNSAFE.search(line) is None


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Video   with\tSam \n", "Video with Sam"),
        ("a\r\nb\u2028c\x85d", "a b c d"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\x1b[31m \x1b[0m", ""),
        ("\u200b", "\u200b"),
        ("", ""),
    ],
)
def test_a_line_has_single_spaces(raw: str, kept: str) -> None:
    assert clean_line(raw) == kept


@given(texts)
def test_a_line_is_one_line(raw: str) -> None:
    line = clean_line(raw)
    assert clean_line(line) == line
    assert line.split() == ([] if not line else line.split(" "))
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(("character", "size"), [("a", 1), ("é", 2), ("漢", 3), ("😀", 4)])
def test_length_is_counted_in_bytes(character: str, size: int) -> None:
    fits = character * (MOST_BYTES // size)
    check_length(fits, "text")
    with pytest.raises(Problem, match=r"^The text is 256 KiB long; one field holds up to 256 KiB\.$") as refused:
        check_length(fits + character, "text")
    assert_clear(refused.value)


def test_ten_megabytes_are_refused_by_size() -> None:
    with pytest.raises(Problem, match="10,240 KiB"):
        check_length("x" * (10 * 1024 * 1024), "text")


def test_length_of_half_a_surrogate_pair_is_still_a_length() -> None:
    with pytest.raises(Problem, match="KiB"):
        check_length("\ud83d" * MOST_BYTES, "text")


@given(texts, st.integers(1, 60))
def test_what_a_message_repeats_is_safe_and_short(raw: str, most: int) -> None:
    said = brief(raw, most)
    assert len(said) <= most
    assert "\n" not in said
    assert not UNSAFE.search(said)
