"""Carrying forward: whatever happens, each item is open in one place, or settled in one; never twice, never lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.carry_forward import CARRIED, LIVE, any_of, carried_fields, same_people, still_open
from peerlog.domain.entry import Entry


def item(number: int, **fields: object) -> Entry:
    given = {"title": f"Item {number}", "state": LIVE, "when": "2026-11-21T09:00:00+00:00", **fields}
    return Entry(f"{number:064x}", "agenda-item", given, "", "")  # type: ignore[arg-type]


def changed(entry: Entry, state: str) -> Entry:
    return Entry(entry.id, entry.kind, {**entry.fields, "state": state}, "", "")


class Series:
    """Meetings of the same people, one after the other, and everything on their agendas."""

    def __init__(self) -> None:
        self.items: list[Entry] = []
        self.meeting = 0

    def add(self) -> None:
        self.items.append(item(len(self.items), parent=f"{self.meeting:064x}"))

    def carry(self, *, fails_to_mark: bool, chosen: int) -> None:
        """`chosen` is a bit mask of what is offered; a failure leaves the old item open beside the new one."""
        self.meeting += 1
        here = f"{self.meeting:064x}"
        offered = still_open([each for each in self.items if each.parent != here], self.items)
        for number, old in enumerate(offered):
            if not chosen >> number & 1:
                continue
            self.items.append(item(len(self.items), **carried_fields(old, here, "V")))
            if not fails_to_mark:
                self.items[self.items.index(old)] = changed(old, CARRIED)

    def settle(self, number: int) -> None:
        live = still_open(self.items)
        if live:
            old = live[number % len(live)]
            self.items[self.items.index(old)] = changed(old, "settled")

    def ends(self) -> dict[str, list[str]]:
        """For each item as it was first written down: the states of those that nobody has taken up."""
        origin: dict[str, str] = {}
        for each in self.items:
            (before,) = each.members("links") or ("",)
            origin[each.id] = origin[before] if before else each.id
        taken_up = {each for found in self.items for each in found.members("links")}
        ends: dict[str, list[str]] = {root: [] for root in origin.values()}
        for each in self.items:
            if each.id not in taken_up:
                ends[origin[each.id]].append(each.state)
        return ends


_steps = st.lists(
    st.one_of(
        st.just(("add",)),
        st.tuples(st.just("settle"), st.integers(0, 20)),
        st.tuples(st.just("carry"), st.booleans(), st.integers(0, 2**12)),
    ),
    max_size=30,
)


@given(_steps)
def test_never_twice_never_lost(steps: list[tuple[object, ...]]) -> None:
    series = Series()
    for step in steps:
        match step:
            case ("settle", int(number)):
                series.settle(number)
            case ("carry", bool(fails), int(chosen)):
                series.carry(fails_to_mark=fails, chosen=chosen)
            case _:
                series.add()
        for ends in series.ends().values():
            assert len(ends) == 1
            assert ends[0] in (LIVE, "settled")


def test_carried_twice_gives_nothing_the_second_time() -> None:
    old = item(1, sort="question", by="Sam", text="More words", tags=("sets",), minutes=5)
    new = item(2, **carried_fields(old, "b" * 64, "V"))
    assert still_open([old]) == [old]
    assert still_open([old], [new]) == []
    assert {name: new.fields[name] for name in ("title", "text", "sort", "by", "tags", "links", "parent")} == {
        "title": "Item 1",
        "text": "More words",
        "sort": "question",
        "by": "Sam",
        "tags": ("sets",),
        "links": (old.id,),
        "parent": "b" * 64,
    }


def test_the_same_people_in_any_case_and_order_the_writer_left_out() -> None:
    assert same_people(("sam", "Ada", "Kim"), ("Ada", "SAM"), own="kim")
    assert not same_people(("Sam",), ("Sam", "Ada"))
    assert not same_people((), ())
    assert not same_people(("Kim",), ("Kim",), own="Kim")
    assert any_of(("sam",), ("Ada", "Sam"))
    assert not any_of(("Kim",), ("Kim", "Sam"), own="kim")
