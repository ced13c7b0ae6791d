"""What a vault has to hold, kept beside it in the plainest way."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from peerlog.domain.field import Fields
from peerlog.domain.text import clean_text

WORDS = ["ask", "asking", "chair", "sets", "Åsa", "会議", "会議録", "x" * 30, "#tag", "1"]

PLAIN = {*WORDS, "asa", "more", "end", *map(str, range(20))}

TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)

ODD = st.text(min_size=1, max_size=30).map(clean_text).map(str.rstrip).filter(bool)

MOMENTS = st.sampled_from([f"2026-{month:02}-01T10:00:00+00:00" for month in range(1, 5)])

TAGS = st.sets(st.sampled_from(["listening", "Sets", "über"])).map(lambda tags: tuple(sorted(tags)))


@dataclass
class Known:
    """What the model knows of an entry."""

    kind: str
    fields: Fields
    earlier: list[Fields] = field(default_factory=list)
    deleted: bool = False


@dataclass
class Model:
    """What the model knows of a vault."""

    entries: dict[str, Known] = field(default_factory=dict)
    drafts: dict[str, dict[str, object]] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)
