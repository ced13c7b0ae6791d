"""Fields of every shape: what they keep of what was typed, and what they refuse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from peerlog.domain.field import LONGEST_LINE, MOST_IN_SET, Choice, Field, Merge, Shape, Value, clean_fields
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem
from peerlog.domain.text import MOST_BYTES

from .hostile import assert_clear

CHOICES = (Choice("to-try", "to try"), Choice("kept", "Kept"))
FIELDS = {shape: Field(shape.value, shape.value.capitalize(), shape, least=1, most=1440) for shape in Shape}
FIELDS[Shape.CHOICE] = Field("choice", "Choice", Shape.CHOICE, CHOICES)
ID = "0123456789abcdef" * 4
MOMENT = "2026-11-17T19:40:00+01:00[Europe/Paris]"


def numbered(rows: Sequence[tuple[Shape, object, object]]) -> list[str]:
    return [f"{row[0].value} {number}" for number, row in enumerate(rows)]


KEPT: list[tuple[Shape, object, Value | None]] = [
    (Shape.LINE, "  Video \r\n with\tSam ", "Video with Sam"),
    (Shape.LINE, "\x1b[31m\x00", None),
    (Shape.LINE, "x" * LONGEST_LINE, "x" * LONGEST_LINE),
    (Shape.LINE, "[@click=app.quit]", "[@click=app.quit]"),
    (Shape.PROSE, " one\r\n\n two \n\n", " one\n\n two"),
    (Shape.PROSE, "  \n\t ", None),
    (Shape.PROSE, "a\x00b\ud83dc", "abc"),
    (Shape.PROSE, "x" * MOST_BYTES, "x" * MOST_BYTES),
    (Shape.PROSE, "x" + " " * MOST_BYTES, "x"),
    (Shape.CHOICE, "to-try", "to-try"),
    (Shape.CHOICE, " To  Try ", "to-try"),
    (Shape.CHOICE, "KEPT", "kept"),
    (Shape.NUMBER, 35, 35),
    (Shape.NUMBER, " 35 ", 35),
    (Shape.NUMBER, "1440", 1440),
    (Shape.NUMBER, "٣٥", 35),
    (Shape.YES, True, True),
    (Shape.YES, False, None),
    (Shape.DAY, "2026-11-17", "2026-11-17"),
    (Shape.DAY, " 20261117 ", "2026-11-17"),
    (Shape.DAY, date(2026, 11, 17), "2026-11-17"),
    (Shape.DAY, "0001-01-01", "0001-01-01"),
    (Shape.MOMENT, MOMENT, MOMENT),
    (Shape.MOMENT, " 2026-11-17T19:40Z ", "2026-11-17T19:40:00+00:00"),
    (Shape.MOMENT, Moment.parse(MOMENT), MOMENT),
    (Shape.NAMES, " Sam , Kim,, Sam", ("Kim", "Sam")),
    (Shape.NAMES, ["Doe, Jane", "Ðorđe"], ("Doe, Jane", "Ðorđe")),
    (Shape.NAMES, {"יעל", "محمد", "太郎"}, ("יעל", "محمد", "太郎")),
    (Shape.NAMES, ", ,", None),
    (Shape.NAMES, ["\x1b[31m"], None),
    (Shape.TAGS, "#b a, c", ("a", "b", "c")),
    (Shape.TAGS, ["#", "-"], None),
    (Shape.LINKS, [ID, ID], (ID,)),
    (Shape.LINKS, frozenset({ID}), (ID,)),
    (Shape.POSITION, "a0V", "a0V"),
]


@pytest.mark.parametrize(("shape", "raw", "kept"), KEPT, ids=numbered(KEPT))
def test_keeps(shape: Shape, raw: object, kept: Value | None) -> None:
    cleaned = FIELDS[shape].clean(raw)
    assert cleaned == kept
    assert type(cleaned) is type(kept)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("raw", [None, "", False, (), []], ids=repr)
def test_nothing_is_nothing_for_every_shape(shape: Shape, raw: object) -> None:
    assert FIELDS[shape].clean(raw) is None


REFUSED: list[tuple[Shape, object, str]] = [
    (Shape.LINE, "x" * (LONGEST_LINE + 1), "has 501 characters; one line holds up to 500"),
    (Shape.LINE, "x" * 10_000_000, "has 10000000 characters"),
    (Shape.LINE, 5, "is a text, not a number"),
    (Shape.LINE, b"bytes", "is a text, not that"),
    (Shape.PROSE, ["a"], "is a text, not a list"),
    (Shape.PROSE, "é" * MOST_BYTES, "The prose is 512 KiB long"),
    (Shape.PROSE, "x" * 10_000_000, "one field holds up to 256 KiB"),
    (Shape.CHOICE, "other", "“other” is not a choice"),
    (Shape.CHOICE, "x" * 10_000_000, "…” is not a choice"),
    (Shape.CHOICE, "\x1b[31mred\x00\ud83d", "“red” is not a choice"),
    (Shape.CHOICE, 1, "is one of several words, not a number"),
    (Shape.NUMBER, 0, "0 is out of range for “Number”: 1 to 1,440"),
    (Shape.NUMBER, "1441", "1,441 is out of range"),
    (Shape.NUMBER, -5, "-5 is out of range"),
    (Shape.NUMBER, 10**5000, "That number is out of range"),
    (Shape.NUMBER, "9" * 4000, "That number is out of range"),
    (Shape.NUMBER, "9" * 10_000_000, "…” is not a whole number"),
    (Shape.NUMBER, "1.5", "“1.5” is not a whole number"),
    (Shape.NUMBER, "5\x00", "“5” is not a whole number"),
    (Shape.NUMBER, 35.0, "is a whole number, not a decimal number"),
    (Shape.NUMBER, float("nan"), "is a whole number"),
    (Shape.NUMBER, True, "is a whole number, not a yes or no"),
    (Shape.NUMBER, b"5", "is a whole number"),
    (Shape.YES, "yes", "is yes or left out, not a text"),
    (Shape.YES, 1, "is yes or left out, not a number"),
    (Shape.DAY, "2026-02-31", "“2026-02-31” is not a day"),
    (Shape.DAY, "yesterday", "“yesterday” is not a day"),
    (Shape.DAY, datetime(2026, 11, 17), "is not a day"),
    (Shape.DAY, "２０２６-11-17", "is not a day"),
    (Shape.DAY, 20261117, "is a day, not a number"),
    (Shape.DAY, "x" * 10_000_000, "is not a day"),
    (Shape.MOMENT, "2026-11-17", "is not a date and time with an offset"),
    (Shape.MOMENT, "0001-01-01T00:00:00+14:00", "is not a possible date and time"),
    (Shape.MOMENT, datetime(2026, 11, 17), "is a date and time, not that"),
    (Shape.NAMES, ["a", 1], "is a list of words, not a list"),
    (Shape.NAMES, {"a": 1}, "is a list of words, not a table"),
    (Shape.NAMES, ["x" * 10_000_000], "has 10000000 characters; a name has up to 500"),
    (Shape.NAMES, "," * 10_000_000, "KiB long"),
    (Shape.NAMES, ["a"] * (MOST_IN_SET + 1), "has 501 items; up to 500 fit"),
    (Shape.TAGS, "a " * (MOST_IN_SET + 1), "has 501 items"),
    (Shape.TAGS, ["x" * 61], "has 61 characters; up to 60 fit"),
    (Shape.TAGS, 5, "is a list of words, not a number"),
    (Shape.LINKS, [ID.upper()], "is not the id of an entry"),
    (Shape.LINKS, [ID + "\n"], "is not the id of an entry"),
    (Shape.LINKS, ["\x1b]0;x\x07" * 100], "“” is not the id of an entry"),
    (Shape.POSITION, "a b", "is not a position"),
    (Shape.POSITION, "x" * 201, "is not a position"),
    (Shape.POSITION, 5, "is not a position"),
]


@pytest.mark.parametrize(("shape", "raw", "why"), REFUSED, ids=numbered(REFUSED))
def test_refuses_by_name(shape: Shape, raw: object, why: str) -> None:
    with pytest.raises(Problem) as refused:
        FIELDS[shape].clean(raw)
    assert why in refused.value.message
    assert_clear(refused.value)


@pytest.mark.parametrize(
    ("shape", "merge"),
    [
        *[(shape, Merge.TEXT) for shape in (Shape.LINE, Shape.PROSE)],
        *[(shape, Merge.COMPOUND) for shape in (Shape.CHOICE, Shape.NUMBER, Shape.YES, Shape.DAY, Shape.MOMENT)],
        *[(shape, Merge.SET) for shape in (Shape.NAMES, Shape.TAGS, Shape.LINKS)],
        (Shape.POSITION, Merge.ORDER),
    ],
)
def test_how_each_shape_merges(shape: Shape, merge: Merge) -> None:
    assert shape.merge is merge
    assert FIELDS[shape].merge is merge


@pytest.mark.parametrize(
    ("shape", "value", "label"),
    [
        (Shape.CHOICE, "to-try", "to try"),
        (Shape.CHOICE, "gone", "gone"),
        (Shape.YES, True, "yes"),
        (Shape.NUMBER, 1, "1"),
        (Shape.NAMES, ("Kim", "Sam"), "Kim, Sam"),
        (Shape.LINE, "as it is", "as it is"),
    ],
)
def test_values_in_the_words_of_the_screen(shape: Shape, value: Value, label: str) -> None:
    assert FIELDS[shape].label_of(value) == label


def test_fields_are_cleaned_together_and_empty_ones_left_out() -> None:
    allowed = {field.name: field for field in FIELDS.values()}
    raw = {"line": " a ", "prose": "\n", "tags": ["b", "B"], "number": None, "yes": False}
    assert clean_fields(raw, allowed) == {"line": "a", "tags": ("b",)}
    assert clean_fields({}, allowed) == {}


@pytest.mark.parametrize(
    "name", ["colour", "", "Line", "x" * 1_000_000, "\x1b[31mred\x00", "\ud83d"], ids=lambda name: ascii(name[:9])
)
def test_unknown_fields_are_refused_by_name(name: str) -> None:
    allowed = {"line": FIELDS[Shape.LINE], "tags": FIELDS[Shape.TAGS]}
    with pytest.raises(Problem, match=r"^There is no field called “") as refused:
        clean_fields({"line": "a", name: "b"}, allowed)
    assert refused.value.hint == "Fields: line, tags."
    assert_clear(refused.value)


def test_an_unfit_field_refuses_them_all() -> None:
    with pytest.raises(Problem, match="“Number”"):
        clean_fields({"line": "a", "number": "many"}, {"line": FIELDS[Shape.LINE], "number": FIELDS[Shape.NUMBER]})
