"""The look at depth: questions to oneself, and nothing that could count, rank or keep an answer."""

from __future__ import annotations

import re

from peerlog.domain import depth
from peerlog.domain.question_help import hint_for

WORDS = [depth.ABOUT, *(said for look in depth.LOOKS for said in (look.label, look.question, look.further))]


def test_it_goes_from_the_event_outwards() -> None:
    assert [look.name for look in depth.LOOKS] == ["telling", "reasons", "stepping_back", "around"]


def test_it_asks_openly_and_briefly() -> None:
    for look in depth.LOOKS:
        assert len(look.label) <= 20
        for question in (look.question, look.further):
            assert len(question) <= 70
            assert question.endswith("?")
            assert hint_for(question) is None


def test_no_word_of_it_counts_or_ranks() -> None:
    for said in WORDS:
        assert not re.search(r"\d|score|level|grade|point|better|best|deeper|higher|enough|poor|good", said), said


def test_nothing_in_it_reads_what_was_written() -> None:
    own = [value for value in vars(depth).values() if getattr(value, "__module__", "") == depth.__name__]
    assert own == [depth.Look]
    for look in depth.LOOKS:
        assert all(isinstance(getattr(look, name), str) for name in depth.Look.__slots__)
