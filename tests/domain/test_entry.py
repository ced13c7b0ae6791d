"""Entries: their ids, what they answer, and what a list shows of them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.entry import PRIVATE, Draft, Entry, Version, entry_id
from peerlog.domain.field import Value
from peerlog.domain.moment import Moment
from peerlog.domain.problem import Problem

KEY = bytes(range(32))
NONCE = bytes(range(16))


def entry(**fields: Value) -> Entry:
    return Entry("0" * 64, "note", fields, "2026-11-21T10:15:30Z", "2026-11-21T10:15:30Z")


@pytest.mark.parametrize(
    ("space", "key", "nonce", "expected"),
    [
        ("private", KEY, NONCE, "c01de75282bf9386fe01870e4bc5b181f2a17e156b889cb85f3a3401f3f8088f"),
        ("private", bytes(32), bytes(16), "31f6cd23654c313bf6522b2ad56e52fb6fe128ea80f906f50073a2af0d3d0bcc"),
        ("", b"", b"", "4d339300857d177f65af15c392fed4fb42bfbcc0d566ad94abaaa4a7d907b6c3"),
        ("с Сэм", KEY, NONCE, "fe97452ef297a126e2969d1e43bc045edcd38ec8406066f7f00065b72c6d3c79"),
    ],
)
def test_ids_never_change(space: str, key: bytes, nonce: bytes, expected: str) -> None:
    assert entry_id(space, key, nonce) == expected


@given(st.text(), st.binary(), st.binary(), st.integers(), st.integers())
def test_no_two_triples_share_an_encoding(space: str, key: bytes, nonce: bytes, first: int, second: int) -> None:
    """The same bytes divided elsewhere make another id."""
    joined = space.encode() + key + nonce
    cuts = sorted((first % (len(joined) + 1), second % (len(joined) + 1)))
    parts = joined[: cuts[0]], joined[cuts[0] : cuts[1]], joined[cuts[1] :]
    try:
        other = (parts[0].decode(), parts[1], parts[2])
    except UnicodeDecodeError:
        return
    assert (entry_id(*other) == entry_id(space, key, nonce)) == (other == (space, key, nonce))


@pytest.mark.parametrize("changed", [("privatf", KEY, NONCE), (PRIVATE, KEY[::-1], NONCE), (PRIVATE, KEY, NONCE[::-1])])
def test_every_part_counts(changed: tuple[str, bytes, bytes]) -> None:
    assert entry_id(*changed) != entry_id(PRIVATE, KEY, NONCE)


def test_a_field_of_another_type_is_as_good_as_absent() -> None:
    odd = entry(title=5, text=("a",), tags="a", minutes=True)
    assert (odd.title, odd.text, odd.tags, odd.minutes) == ("", "", (), None)
    assert (odd.line("none"), odd.members("none"), odd.number("none")) == ("", (), None)


def test_answers() -> None:
    kept = entry(
        title="Title", text="Text", tags=("a", "b"), minutes=35, when="2026-11-17T19:40:00+01:00[Europe/Paris]"
    )
    assert (kept.title, kept.text, kept.tags, kept.minutes) == ("Title", "Text", ("a", "b"), 35)
    assert kept.when == Moment.parse("2026-11-17T19:40:00+01:00[Europe/Paris]")
    assert kept.space == PRIVATE
    assert kept.version == 1
    with pytest.raises(Problem):
        _ = entry(when="yesterday").when


@pytest.mark.parametrize(
    ("kind", "fields", "headline"),
    [
        ("note", {}, ""),
        ("note", {"title": "Chairing", "text": "Text"}, "Chairing"),
        ("note", {"text": "\n\n# What happened\nmore"}, "What happened"),
        ("reflection", {"text": "---\n\n", "about": "meeting with Sam"}, "meeting with Sam"),
        ("reflection", {"model": "gibbs", "stage_description": "It rained"}, "It rained"),
        ("reflection", {"model": "gibbs", "stage_analysis": "Why", "stage_description": "It rained"}, "It rained"),
        ("reflection", {"stage_b": "Second", "stage_a": "First"}, "First"),
        ("page", {"template": "visit", "page_left": "Late", "page_place": "Leeds"}, "Leeds"),
        ("goal", {"why": "because", "measure": "by counting"}, "because"),
        ("page", {"page_strengths": "- patience"}, "patience"),
        ("meeting", {"when": "2026-11-17T19:40:00Z", "state": "held", "channel": "coffee", "purpose": "share"}, ""),
        ("page", {"template": "swot"}, ""),
        ("goal", {"due": "2026-11-17"}, ""),
        ("action", {"parent": "0" * 64, "due": "2026-11-17", "state": "open"}, ""),
        ("note", {"tags": ("a",), "minutes": 5, "vent": True}, ""),
        ("of a later release", {"later_words": "Something"}, ""),
        ("note", {"text": "word " * 100}, ("word " * 24).strip() + "…"),
    ],
)
def test_headline(kind: str, fields: dict[str, Value], headline: str) -> None:
    assert replace(entry(**fields), kind=kind).headline == headline


def test_a_headline_fits_a_list() -> None:
    assert len(entry(text="x" * 100_000).headline) == 120


def test_values_are_frozen() -> None:
    for value in (entry(), Version(1, "note", {}, ""), Draft("d", "note", {}, "")):
        with pytest.raises(FrozenInstanceError):
            value.saved = "later"  # type: ignore[misc]
