"""Parts stand with their parents, after them, and in the order in which they are written down."""

from __future__ import annotations

from datetime import datetime

import pytest

from peerlog.demo.calendar import Calendar
from peerlog.demo.family import moments, positions
from peerlog.demo.source import Written
from peerlog.domain.problem import Problem

MAY = datetime(2026, 5, 25, 9)


def written(key: str, parent: str = "", when: datetime | None = None, kind: str = "agenda-item") -> Written:
    return Written(f"kim/may.toml ({key})", key, kind, when, "Europe/Dublin", {}, parent)


def test_a_part_without_a_date_has_that_of_its_parent_wherever_it_is_written_down() -> None:
    found = moments([written("item", "meeting"), written("meeting", when=MAY, kind="meeting")], Calendar())
    assert list(found) == ["meeting", "item"]
    assert found["item"] == found["meeting"]


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ([written("item", "nowhere")], "(item): parent: there is no entry “nowhere”."),
        ([written("one", "other"), written("other", "one")], "(one): parent: it would be a part of itself."),
        ([written("meeting")], "(meeting): when: expected a day and a time."),
        (
            [written("meeting", when=MAY), written("item", "meeting", MAY.replace(hour=8))],
            "(item): when: it would come before what it is a part of.",
        ),
    ],
)
def test_what_cannot_be_is_named_with_the_entry(story: list[Written], said: str) -> None:
    with pytest.raises(Problem) as raised:
        moments(story, Calendar())
    assert raised.value.message == f"kim/may.toml {said}"


def test_places_follow_the_order_of_writing_within_each_parent() -> None:
    items = [written("a", "one"), written("b", "two"), written("c", "one"), written("d", "one", kind="action")]
    found = positions(items)
    assert found["a"] < found["c"]
    assert found["a"] == found["b"]
    assert "d" not in found
