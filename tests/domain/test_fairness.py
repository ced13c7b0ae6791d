"""How the time is shared: counts by name, whatever the order, and offers that name nobody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import Entry
from peerlog.domain.fairness import Held, balance, offers

from .entries import entry

PEOPLE = ("Noor", "Ada", "Sam")
names = st.sampled_from(("Ada", "ada", "Noor", "Sam", "Kim", "Zoë", ""))
SORTS = ("knowledge", "question", "idea")


def item(by: str, sort: str = "knowledge") -> Entry:
    return entry("agenda-item", title="x", by=by, sort=sort)


def turn(presenter: str) -> Entry:
    return entry("turn", title="x", presenter=presenter)


def held(*parts: Entry, people: str = "Ada, Noor, Sam", **fields: object) -> Held:
    return Held(entry("meeting", people=people, state="held", **fields), parts)


def test_who_came_and_who_sent_apologies() -> None:
    found = balance("Kim", PEOPLE, [held(), held(people="Ada", apologies="noor, Kim"), held(people="Ada, Zoë")])
    assert [each.name for each in found.everybody] == ["Kim", "Ada", "Noor", "Sam"]
    assert [(each.came, each.apologies) for each in found.everybody] == [(2, 1), (3, 0), (1, 1), (1, 0)]


def test_written_contact_has_no_attendance_but_what_is_brought_counts() -> None:
    found = balance("Kim", ["Sam"], [held(item("Sam", "idea"), people="Sam", channel="e-mail")])
    assert (found.meetings, found.mine.came, found.others[0].came) == (0, 0, 0)
    assert found.others[0].brought == {"knowledge": 0, "question": 0, "idea": 1}


def test_turns_and_what_each_brings() -> None:
    parts = [turn("Ada"), turn("kim"), turn("me"), turn(""), turn("Zoë"), item(""), item("Kim", "idea"), item("SAM")]
    found = balance("Kim", PEOPLE, [held(*parts, item("Ada", "question"))])
    by_name = {each.name: (each.presented, each.gave, each.asked) for each in found.everybody}
    assert by_name == {"Kim": (2, 2, 0), "Ada": (1, 0, 1), "Noor": (0, 0, 0), "Sam": (0, 1, 0)}


def test_the_trend_is_in_the_order_of_time_with_its_gaps() -> None:
    pulses = [
        entry("pulse", when="2026-11-12T09:00:00+00:00", gave=5),
        entry("pulse", when="2026-11-11T09:00:00+00:00", gave=2, got=4),
    ]
    trend = balance("Kim", ["Sam"], [], pulses).trend
    assert (trend.gave, trend.got) == ((2, 5), (4, None))


@given(st.lists(st.builds(turn, names) | st.builds(item, names, st.sampled_from(SORTS)), max_size=12), st.randoms())
def test_nothing_is_lost_or_counted_twice_in_whatever_order(parts: list[Entry], random: object) -> None:
    shuffled = sorted(parts, key=lambda _: random.random())  # type: ignore[attr-defined]
    found, again = (balance("Kim", PEOPLE, [held(*each)]) for each in (parts, shuffled))
    assert found == again
    known = {"ada", "noor", "sam", "kim"}
    turns = [each for each in parts if each.kind == "turn" and each.line("presenter").casefold() in known]
    items = [each for each in parts if each.kind != "turn" and each.line("by").casefold() in {*known, ""}]
    assert sum(each.presented for each in found.everybody) == len(turns)
    assert sum(each.gave + each.asked for each in found.everybody) == len(items)
    said = " ".join(offers(found))
    assert not any(name in said for name in PEOPLE)


def test_offers_come_only_where_something_stands_out() -> None:
    assert offers(balance("Kim", ["Sam"], [held(item(""), item("Sam", "question"), people="Sam")])) == ()
    giver = offers(balance("Kim", ["Sam"], [held(*[item("")] * 3, people="Sam")]))
    assert [each.partition(" ")[0] for each in giver] == ["You", "Ask"]
    asker = offers(balance("Kim", ["Sam"], [held(*[item("", "question")] * 3, item("Sam"), people="Sam")]))
    assert asker == ("You have asked a good deal. Bring something that you know or would like to try?",)
    turns = offers(balance("Kim", ["Sam"], [held(turn("Sam"), turn("Sam"), people="Sam")]))
    assert turns == ("Swap roles: let somebody present who has done so less often.",)
