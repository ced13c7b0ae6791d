"""Generated passphrases, the estimate of one's own, and what is refused."""

from __future__ import annotations

import pytest
import zxcvbn
from hypothesis import given
from hypothesis import strategies as st

from peerlog.crypto.passphrases import check_acceptable, duration, estimate, suggest
from peerlog.crypto.recovery import word_list
from peerlog.errors import Refused


def test_a_suggestion_is_six_words_of_the_list_that_are_accepted() -> None:
    suggestions = {suggest() for _ in range(5)}
    assert len(suggestions) == 5
    for suggestion in suggestions:
        words = suggestion.split(" ")
        assert len(words) == 6
        assert set(words) <= set(word_list())
        check_acceptable(suggestion)
    assert estimate(suggestions.pop()).score == 4


@pytest.mark.parametrize(
    ("passphrase", "score"),
    [("", 0), ("password", 0), ("liverpool7", 1), ("correct horse battery staple", 4)],
)
def test_scores(passphrase: str, score: int) -> None:
    assert estimate(passphrase).score == score


def test_the_sentence_names_the_time_and_never_the_passphrase() -> None:
    strength = estimate("trustno1!")
    assert "would need" in strength.words
    assert "trustno1" not in strength.words


def test_length_makes_it_neither_fail_nor_weaker() -> None:
    weak_start = "a" * 40
    assert estimate(weak_start).score < 2
    assert estimate(weak_start + " tidal copper juniper orbit").score == 4
    assert estimate("b" * 100_000).score < 2


def test_only_the_beginning_of_a_strong_one_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """zxcvbn takes seconds over a hundred characters with many symbols."""
    original, lengths = zxcvbn.zxcvbn, []

    def watched(password: str, max_length: int) -> object:
        lengths.append(len(password))
        return original(password, max_length=max_length)

    monkeypatch.setattr(zxcvbn, "zxcvbn", watched)
    assert estimate("K7#vQ!m2x$Lw9&Tz" * 10).score == 4
    assert estimate("a" * 500).score < 2
    assert lengths == [32, 32, 64, 100]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "less than a second"),
        (1, "about 1 second"),
        (59.9, "about 59 seconds"),
        (60, "about 1 minute"),
        (7200, "about 2 hours"),
        (3 * 86_400, "about 3 days"),
        (40 * 86_400, "about 1 month"),
        (2.5 * 31_557_600, "about 2 years"),
        (1e12, "more than a lifetime"),
        (float("inf"), "more than a lifetime"),
    ],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize("passphrase", ["", "x7#Qz!p", "\uff18" * 7])
def test_too_short_is_refused(passphrase: str) -> None:
    with pytest.raises(Refused, match="at least 8 characters"):
        check_acceptable(passphrase)


@pytest.mark.parametrize("passphrase", ["password1", "qwertyuiop", "aaaaaaaaaaaaaaaa", "abcabcabcabc"])
def test_too_easy_is_refused_without_repeating_it(passphrase: str) -> None:
    with pytest.raises(Refused, match="too easy to guess") as refusal:
        check_acceptable(passphrase)
    assert passphrase not in refusal.value.message + refusal.value.hint


@pytest.mark.parametrize("odd", ["\t", "\n", "\x00", "\x1b", "\udce9", "\ue000", "\U000e0fff"])
def test_what_cannot_be_typed_again_is_refused(odd: str) -> None:
    with pytest.raises(Refused, match="may not be typed the same way"):
        check_acceptable(f"tidal copper {odd} juniper orbit")


@pytest.mark.parametrize("passphrase", ["grüße an den Mond, 7 Mal", "我的日记本是秘密的吗", "tidal copper 🦉 orbit"])
def test_any_script_will_do(passphrase: str) -> None:
    check_acceptable(passphrase)


@given(st.text(max_size=12))
def test_an_estimate_never_fails(passphrase: str) -> None:
    strength = estimate(passphrase)
    assert 0 <= strength.score <= 4
    assert strength.words
