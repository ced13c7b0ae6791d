"""Names between two journals: what one writes without their own name, the other reads with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.field import Value
from peerlog.domain.kinds import KINDS
from peerlog.domain.point_of_view import for_me, for_others

NAMES = ("Kim", "kim", "Sam", "Ada")
kinds = st.sampled_from(sorted(KINDS))


@st.composite
def written(draw: st.DrawFn) -> dict[str, Value]:
    fields: dict[str, Value] = {"title": "x"}
    for name in ("owner", "by", "source"):
        if said := draw(st.sampled_from(("", *NAMES))):
            fields[name] = said
    if people := draw(st.sets(st.sampled_from(NAMES), max_size=3)):
        fields["people"] = tuple(sorted(people))
    return fields


@given(kinds, written())
def test_what_one_shares_reads_as_one_wrote_it(kind: str, fields: dict[str, Value]) -> None:
    assert for_me(kind, for_others(kind, fields, "Kim"), "Kim") == for_me(kind, fields, "Kim")


@given(kinds, written(), written(), st.sampled_from(["Kim", "Sam", "Zoe"]))
def test_only_what_was_changed_changes(kind: str, before: dict[str, Value], new: dict[str, Value], own: str) -> None:
    assert for_others(kind, for_me(kind, before, own), own, before) == before
    changed = for_me(kind, before, own) | {"title": new["title"]}
    assert for_others(kind, changed, own, before) == before | {"title": new["title"]}


def test_others_read_who_is_meant() -> None:
    action = for_others("action", {"title": "Read"}, "Kim")
    assert action == {"title": "Read", "owner": "Kim"}
    assert for_me("action", action, "Sam") == action
    assert for_me("action", {"title": "Read", "owner": "Sam"}, "Sam") == {"title": "Read"}
    meeting = for_others("meeting", {"people": ("Sam",)}, "Kim")
    assert meeting == {"people": ("Kim", "Sam")}
    assert for_me("meeting", meeting, "sam") == {"people": ("Kim",)}
    assert for_others("thanks", {"source": "Sam"}, "Kim") == {"source": "Sam", "people": ("Kim",)}
    assert for_others("thanks", {"people": ("Sam",)}, "Kim") == {"source": "Kim", "people": ("Sam",)}
    assert for_others("card", {"own": True, "title": "Kim"}, "Kim") == {"title": "Kim"}
    assert for_others("action", {"title": "Read"}, "") == {"title": "Read"}
