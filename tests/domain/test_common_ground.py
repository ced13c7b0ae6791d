"""Common ground: what cards share, what each can give, and the grid of several."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.common_ground import Match, compare, marks_of, overlap
from peerlog.domain.entry import Entry
from peerlog.domain.ground_words import difference_lines, ground_lines

from .entries import entry

topics = st.lists(st.sampled_from(("chairing", "Chairing meetings", "open access", "sailing", "Teaching")), unique=True)
cards = st.builds(
    lambda name, offers, seeks, interests: entry("card", title=name, offers=offers, seeks=seeks, interests=interests),
    st.sampled_from(("Kim", "Sam", "Ada")),
    topics,
    topics,
    topics,
)
KIM = entry(
    "card",
    title="Kim",
    offers="chairing, reading drafts",
    seeks="publishing",
    interests="Open access, teaching",
    country="Ireland",
    role="librarian",
)
SAM = entry(
    "card",
    title="Sam",
    offers="publishing, statistics",
    seeks="chairing of meetings",
    interests="open access, sailing",
    country="Australia",
    role="Librarian",
)


def test_interests_first_then_offers_that_meet_then_differences() -> None:
    ground = compare(KIM, SAM)
    assert ground.shared == ("Open access",)
    assert ground.first_gives == (Match("chairing", "chairing of meetings"),)
    assert ground.second_gives == (Match("publishing", "publishing"),)
    assert [(each.name, each.first, each.second) for each in ground.differences] == [
        ("country", "Ireland", "Australia")
    ]
    lines = [*ground_lines("Kim", "Sam", ground), *difference_lines("Kim", "Sam", ground)]
    assert lines == [
        ("You share", ["Open access"]),
        ("Kim can give Sam", ["chairing (sought: chairing of meetings)"]),
        ("Sam can give Kim", ["publishing"]),
        (
            "You differ, and can show each other something new",
            ["Country: Ireland | Australia", "Kim cares about teaching", "Sam cares about sailing"],
        ),
    ]


def test_empty_cards_share_nothing_and_say_so() -> None:
    assert compare(entry("card", title="A"), entry("card", title="B")).is_empty


@given(cards, cards)
def test_it_is_the_same_seen_from_the_other_side(first: Entry, second: Entry) -> None:
    one, other = compare(first, second), compare(second, first)
    assert (one.first_gives, one.second_gives) == (other.second_gives, other.first_gives)
    assert bool(one.shared) == bool(other.shared)
    assert set(one.shared) | set(one.only_first) == set(first.members("interests"))
    assert not set(one.shared) & set(one.only_first)


@given(st.lists(cards, min_size=1, max_size=8))
def test_the_grid_has_every_topic_of_every_card_once(found: list[Entry]) -> None:
    grid = overlap(found)
    assert grid.names == tuple(card.title for card in found)
    said = sum(len(card.members(side)) for card in found for side in ("offers", "seeks", "interests"))
    assert sum(len(marks) for topic in grid.topics for marks in topic.marks) == said
    assert all(1 <= topic.people <= len(found) for topic in grid.topics)
    counts = [topic.people for topic in grid.topics]
    assert counts == sorted(counts, reverse=True)
    assert grid.shared == sum(count > 1 for count in counts)


def test_a_topic_is_met_between_two_people_and_not_within_one() -> None:
    alone = entry("card", title="Ada", offers="maps", seeks="maps")
    assert not overlap([alone, entry("card", title="Noor")]).topics[0].is_met
    assert overlap([alone, entry("card", title="Noor", seeks="Maps")]).topics[0].is_met
    assert marks_of(frozenset({"offers", "seeks"})) == "+?"
    assert marks_of(frozenset()) == "·"
