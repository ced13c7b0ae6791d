"""What holds of every field and every value: only problems are raised, clean values stay, JSON carries them."""

from __future__ import annotations

import json
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.field import Field, Merge, Shape, Value, clean_fields
from peerlog.domain.problem import Problem

from .hostile import UNSAFE, assert_clear, texts
from .moments import moments
from .test_field_clean import FIELDS


class Unfriendly:
    """Answers nothing that a value can be asked."""

    def _refuse(self, *_: object) -> NoReturn:
        raise RuntimeError("asked")

    __eq__ = __str__ = __bool__ = __len__ = __iter__ = __int__ = __index__ = _refuse
    __hash__ = object.__hash__


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.decimals(),
    st.binary(max_size=8),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    moments,
    texts,
    st.sampled_from([object(), Unfriendly(), int, iter(()), ..., bytearray(b"x"), range(3)]),
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
        st.frozensets(texts, max_size=4),
        st.sets(texts, max_size=4),
    ),
    max_leaves=6,
)
fitting: dict[Shape, st.SearchStrategy[object]] = {
    Shape.LINE: texts,
    Shape.PROSE: texts,
    Shape.CHOICE: st.sampled_from(["to-try", "to try", " TO\tTRY", "kept", "KEPT"]),
    Shape.NUMBER: st.integers(1, 1440) | st.integers(1, 1440).map(str),
    Shape.YES: st.just(True),
    Shape.DAY: st.dates() | st.dates().map(str),
    Shape.MOMENT: moments | moments.map(str),
    Shape.NAMES: st.lists(texts) | texts | st.frozensets(texts),
    Shape.TAGS: st.lists(texts, max_size=5) | texts | st.frozensets(texts, max_size=5),
    Shape.LINK: st.binary(min_size=32, max_size=32).map(bytes.hex),
    Shape.ZONE: st.sampled_from(["Europe/London", " Asia/Kathmandu ", "UTC"]),
    Shape.LINKS: st.lists(st.binary(min_size=32, max_size=32).map(bytes.hex)),
    Shape.POSITION: st.text("09AZaz", max_size=200),
}


def cleaned(field: Field, raw: object) -> Value | None:
    """The clean value, or None also for what is refused, after a look at the refusal."""
    try:
        return field.clean(raw)
    except Problem as problem:
        assert_clear(problem)
        return None


def assert_clean(field: Field, value: Value) -> None:
    """`value` is of the field's type, stays as it is, and comes back from JSON."""
    assert type(value) in {Merge.TEXT: (str,), Merge.SET: (tuple,), Merge.ORDER: (str,)}.get(
        field.merge, (str, int, bool)
    )
    assert value or value == 0
    if isinstance(value, tuple):
        assert list(value) == sorted(set(value))
    for part in value if isinstance(value, tuple) else (value,):
        assert not isinstance(part, str) or not UNSAFE.search(part)
    again = field.clean(value)
    assert again == value
    assert type(again) is type(value)
    carried = field.clean(json.loads(json.dumps(value)))
    assert carried == value
    assert type(carried) is type(value)


@given(anything)
def test_only_problems_are_raised_whatever_is_given(raw: object) -> None:
    for field in FIELDS.values():
        value = cleaned(field, raw)
        if value is not None:
            assert_clean(field, value)


@pytest.mark.parametrize("shape", Shape)
@given(data=st.data())
def test_what_fits_is_kept_once_and_for_all(shape: Shape, data: st.DataObject) -> None:
    value = cleaned(FIELDS[shape], data.draw(fitting[shape]))
    if value is not None:
        assert_clean(FIELDS[shape], value)


@given(st.fixed_dictionaries({}, optional={shape.value: fitting[shape] for shape in Shape if shape is not Shape.TAGS}))
def test_cleaned_fields_come_back_from_json(raw: dict[str, object]) -> None:
    allowed = {field.name: field for field in FIELDS.values()}
    try:
        fields = clean_fields(raw, allowed)
    except Problem as problem:
        assert_clear(problem)
        return
    assert fields.keys() <= raw.keys()
    assert clean_fields(fields, allowed) == fields
    assert clean_fields(json.loads(json.dumps(fields)), allowed) == fields


@pytest.mark.parametrize("shape", [Shape.NAMES, Shape.TAGS])
@given(members=st.sets(texts, max_size=6))
def test_what_a_set_gives_does_not_depend_on_its_order(shape: Shape, members: set[str]) -> None:
    assert cleaned(FIELDS[shape], members) == cleaned(FIELDS[shape], sorted(members))
