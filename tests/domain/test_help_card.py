"""Help cards: a page of Markdown each, read from TOML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.help_card import HelpCard, read_help_card
from peerlog.domain.problem import Problem

from .documents import Document, assert_read_or_refused, changed, documents, mangled

GOOD: Document = {"label": "L", "about": "A", "source": "S", "text": "\nOne.\n\n- two\n- three\x1b[31m\n"}


def test_a_good_one_keeps_its_lines() -> None:
    assert read_help_card("h", GOOD) == HelpCard("h", "L", "A", "S", "One.\n\n- two\n- three")


@pytest.mark.parametrize("value", [None, "", " \n ", 5, "x" * 8001])
def test_a_card_without_a_text_is_refused(value: object) -> None:
    with pytest.raises(Problem) as refused:
        read_help_card("h", changed(GOOD, ("text",), value))
    assert refused.value.message == "h: text: expected a text, up to 8,000 characters."


@given(st.one_of(mangled(GOOD), documents))
def test_any_document_is_read_or_refused_clearly(data: Document) -> None:
    assert_read_or_refused(read_help_card, "h", data)
