"""What holds of every summary, whatever people wrote: the same everywhere, clean, and nothing private in it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.field import Field, Shape
from peerlog.domain.kinds import KINDS
from peerlog.domain.summary import Material, compose
from peerlog.domain.summary.material import KINDS_TOLD
from peerlog.domain.text import clean_text

from .half_year import half_year
from .hostile import texts
from .summaries import NAMES, SINCE, UNTIL, composed, material, shared

WORDS = st.sampled_from(
    [
        "",
        "A bell",
        "# Top",
        "What? So what",
        "We settled:\n- one\n- two",
        "“Half” quoted",
        '"open. Then',
        "*x* `y`",
        "Sam",
    ]
)
DAYS = st.dates(min_value=SINCE.replace(month=4), max_value=UNTIL).map(str)


def values(field: Field) -> st.SearchStrategy[object]:
    if field.shape is Shape.CHOICE:
        return st.sampled_from([choice.value for choice in field.choices])
    return {
        Shape.DAY: DAYS,
        Shape.NUMBER: st.integers(field.least, min(field.most, 120)),
        Shape.YES: st.just(True),
        Shape.NAMES: st.lists(st.sampled_from(["Kim Byrne", "Sam", "Ada", "kim"]), max_size=3),
    }.get(field.shape, WORDS | texts.filter(lambda text: len(text) < 200))


@st.composite
def journals(draw: st.DrawFn) -> Material:
    """Entries of the kinds that are told of, some part of others."""
    found: list[Entry] = []
    for kind in draw(st.lists(st.sampled_from(sorted(KINDS_TOLD)), max_size=6)):
        fields: dict[str, Any] = {
            field.name: draw(values(field))
            for field in (*KINDS[kind].fields, *KINDS[kind].all_fields.values())
            if field.shape not in (Shape.MOMENT, Shape.LINKS, Shape.LINK, Shape.POSITION, Shape.TAGS, Shape.ZONE)
        }
        if found and KINDS[kind].is_part:
            fields["parent"] = draw(st.sampled_from(found)).id
        found.append(shared(kind, draw(DAYS), **fields))
    return material(["Kim Byrne", "Sam Okonkwo"], found, {each.id: "Kim Byrne" for each in found})


@given(journals(), st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_same_entries_are_the_same_text_in_whatever_order_they_come(found: Material, lots: Random) -> None:
    shuffled = list(found.entries)
    lots.shuffle(shuffled)
    sections = composed(found)
    assert composed(Material(found.members[::-1], tuple(shuffled), found.authors)) == sections
    for text in sections.values():
        assert clean_text(text) == text
        assert all(
            line.startswith("- ") for line in text.split("\n") if line.startswith((" ", "#", ">", "-", "`", "~"))
        )


def test_what_is_joined_later_changes_nothing_in_how_the_same_entries_are_told() -> None:
    found = half_year()
    assert composed(Material(found.members, found.entries[::-1], found.authors)) == composed(found)
    outside = shared("note", "2027-01-02", title="After the period")
    assert composed(Material(found.members, (*found.entries, outside), found.authors)) == composed(found)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_what_is_shared_and_meant_to_be_told_is_told(kind: str) -> None:
    """The word stands in every field of every kind; private, in the trash, or let off as steam, it never shows."""
    about = KINDS[kind]
    fields: dict[str, Any] = {
        name: "gallimaufry" if field.shape is not Shape.NAMES else ("gallimaufry",)
        for name, field in about.all_fields.items()
        if field.shape in (Shape.LINE, Shape.PROSE, Shape.NAMES)
    }
    days: dict[str, Any] = {name: "2026-07-01" for name, field in about.all_fields.items() if field.shape is Shape.DAY}
    parent = shared("meeting", people="Sam", state="held")
    told = [shared(kind, **fields, **days)]
    told += [shared(kind, **fields, **days, parent=parent.id)] if about.is_part else []
    hidden = [replace(each, space=PRIVATE) for each in told]
    hidden += [replace(each, deleted="2026-07-02T00:00:00Z") for each in told]
    if kind == "note":
        hidden.append(shared(kind, **fields, vent=True))
    if kind not in KINDS_TOLD:
        hidden += told
    sections = compose(material(["Kim", "Sam"], [parent, *hidden]), NAMES, SINCE, UNTIL)
    assert "gallimaufry" not in "\n".join(sections.values())
