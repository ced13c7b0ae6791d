"""What an entry is taken for before anybody says: titles, tags and forms before texts, and never more than a guess."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.hostile import texts

from peerlog.domain.scheme.vocabulary import CATEGORIES
from peerlog.library.activity_types import activity_types
from peerlog.portfolio.guess import ACCOUNT_WORDS, Facet, Guesser

GUESSER = Guesser(activity_types())
LONG = "word " * ACCOUNT_WORDS


@pytest.mark.parametrize(
    ("kind", "title", "more", "type_", "categories", "participatory", "planned"),
    [
        ("meeting", "Coffee with Sam", {}, "mentoring_peer", "learning discussion", True, True),
        ("meeting", "The set", {"form": "action_learning"}, "action_learning", "learning discussion", True, True),
        ("meeting", "Chaired the board", {}, "meeting_chairing", "learning", True, True),
        ("note", "Webinar on linked data", {}, "webinar", "learning", False, True),
        ("note", "Visited the Hunterian", {}, "visit", "learning", True, True),
        ("note", "VISITS to three stores", {}, "visit", "learning", True, True),
        ("note", "Conference report: CILIPS", {}, "conference_sharing", "learning", False, False),
        ("note", "Revisiting a habit", {}, "reflective_writing", "learning", False, False),
        ("note", "A day in the stores", {"tags": ["shadowing"]}, "shadowing", "learning", True, True),
        ("note", "", {"text": "We went on a visit, then a study tour."}, "visit", "learning", True, True),
        ("note", "", {"text": "The project is late."}, "reflective_writing", "learning", False, False),
        ("note", "Webinar", {"with_others": True}, "webinar", "learning", True, True),
        ("note", "Webinar", {"planned": False}, "webinar", "learning", False, False),
        ("reflection", "A hard day", {"text": LONG}, "reflective_writing", "learning account", False, False),
        ("reflection", "A hard day", {"text": "Short."}, "reflective_writing", "learning", False, False),
        ("reflection", "The webinar", {"text": LONG}, "webinar", "learning account", False, True),
        ("page", "", {"form": "visit"}, "visit", "learning", True, True),
        ("page", "My plan", {"form": "pdp"}, "development_plan", "learning plan", False, True),
        ("feedback", "From Ada", {}, "feedback", "feedback", True, False),
        ("resource", "On plates", {}, "reading", "learning", False, False),
        ("goal", "Write more", {}, "", "learning", False, False),
    ],
)
def test_a_guess(
    kind: str, title: str, more: dict[str, object], type_: str, categories: str, participatory: bool, planned: bool
) -> None:
    facet = GUESSER.guess_facet(kind, title, **more)  # type: ignore[arg-type]
    found = (facet.type, facet.categories, facet.participatory, facet.planned)
    assert found == (type_, frozenset(categories.split()), participatory, planned)


def test_it_is_sure_only_where_a_title_a_tag_or_a_form_says_so() -> None:
    assert GUESSER.guess_facet("note", "Webinar").sure
    assert GUESSER.guess_facet("page", form="visit").sure
    assert not GUESSER.guess_facet("meeting", "Coffee").sure
    assert not GUESSER.guess_facet("note", "", "a visit").sure


@settings(max_examples=25)
@given(st.sampled_from(["note", "meeting", "reflection", "page"]), texts, texts)
def test_any_words_give_a_guess(kind: str, title: str, text: str) -> None:
    facet = GUESSER.guess_facet(kind, title, text)
    assert facet.type in {"", *activity_types()}
    assert facet.categories
    assert facet.categories <= set(CATEGORIES)


@pytest.mark.timeout(20)
def test_a_long_text_is_looked_at_in_part() -> None:
    assert GUESSER.guess_facet("note", "", "a webinar, an online seminar " * 100_000).type == "webinar"
    assert GUESSER.guess_facet("note", "", "x" * 5_000 + " webinar webinar").type == "reflective_writing"


def test_without_types_nothing_is_guessed() -> None:
    assert Guesser({}).guess_facet("meeting", "Webinar") == Facet("", frozenset({"learning"}), True, False, False)
