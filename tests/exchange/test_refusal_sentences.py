"""Each refusal has a sentence of its own."""

from __future__ import annotations

import inspect

import pytest
from tests.test_screen_words import CODE_WORDS

from peerlog.errors import PeerlogError
from peerlog.exchange.handshake import refusals


def classes() -> list[type[PeerlogError]]:
    found = [each for _, each in inspect.getmembers(refusals, inspect.isclass) if issubclass(each, PeerlogError)]
    return [each for each in found if each.__module__ == refusals.__name__]


@pytest.mark.parametrize("refusal", classes(), ids=lambda each: each.__name__)
def test_each_refusal_has_a_plain_sentence_and_a_hint(refusal: type[PeerlogError]) -> None:
    arguments = ["invitation" if name == "what" else "why" for name in list(inspect.signature(refusal).parameters)]
    error = refusal(*arguments)
    for text in (error.message, error.hint):
        assert text.endswith(".")
        assert "!" not in text
        assert not CODE_WORDS.search(text)
    assert error.exit_code in (1, 4)


def test_each_refusal_has_its_own_sentence() -> None:
    messages = [refusal(*["answer"] * len(inspect.signature(refusal).parameters)).message for refusal in classes()]
    assert len(set(messages)) == len(messages) == 14
