"""Recovery words: what people do to them on the way to paper and back does not matter, a wrong word does."""

from __future__ import annotations

import hashlib
import random
import string
import unicodedata
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peerlog.crypto.recovery import RecoveryKey, kit_text, new_recovery_key, parse_recovery_key, word_list
from peerlog.errors import BadInput

SECRET = bytes(range(100, 132))
PHRASE = (
    "good clinic oil speak note cup random punch hunt logic frame tragic "
    "elder robot target august kidney swim butter woman way dolphin anxiety ladder"
)
WORDS = tuple(PHRASE.split())
KIT = kit_text(WORDS, "Kim Yılmaz", date(2026, 11, 21))


def test_the_words_are_those_of_bip_39() -> None:
    assert parse_recovery_key("abandon " * 23 + "art") == RecoveryKey(("abandon",) * 23 + ("art",), bytes(32))
    assert parse_recovery_key("zoo " * 23 + "vote").secret == b"\xff" * 32
    digest = hashlib.sha256("\n".join([*word_list(), ""]).encode()).hexdigest()
    assert digest == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"


def test_a_new_key_reads_back_and_is_never_the_same() -> None:
    one, other = new_recovery_key(), new_recovery_key()
    assert parse_recovery_key(" ".join(one.words)) == one
    assert one.secret != other.secret
    assert len(one.secret) == 32


def test_a_key_is_not_shown_by_repr() -> None:
    assert repr(RecoveryKey(WORDS, SECRET)) == "RecoveryKey()"


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(WORDS).upper(),
        "\r\n".join(WORDS),
        ", ".join(WORDS) + ".",
        "".join(f"{place}. {word}\n" for place, word in enumerate(WORDS, 1)),
        "".join(f"{place}) {word} " for place, word in enumerate(WORDS, 1)),
        "".join(f"{place}{word} " for place, word in enumerate(WORDS, 1)),
        " ".join(word[:4] for word in WORDS),
        " ".join(word[:5] for word in WORDS),
        "".join(f"{place}. {word}\n" for place, word in reversed(list(enumerate(WORDS, 1)))),
        " ".join(WORDS).translate(dict(zip(map(ord, string.ascii_lowercase), range(0xFF41, 0xFF5B), strict=True))),
        KIT,
        KIT.replace("\n", "\r\n"),
    ],
    ids=[
        "capitals",
        "lines",
        "commas",
        "numbered",
        "brackets",
        "glued numbers",
        "four letters",
        "five letters",
        "numbered in another order",
        "full-width letters",
        "the whole kit",
        "the whole kit from Windows",
    ],
)
def test_typing_is_forgiven(typed: str) -> None:
    assert parse_recovery_key(typed) == RecoveryKey(WORDS, SECRET)


@given(
    secret=st.binary(min_size=32, max_size=32),
    lengths=st.lists(st.integers(4, 8), min_size=24, max_size=24),
    gaps=st.lists(st.text(" \t\r\n.,;:-_0123456789|", min_size=1, max_size=4), min_size=24, max_size=24),
    capitals=st.randoms(use_true_random=False),
)
def test_any_key_survives_any_of_it(
    secret: bytes, lengths: list[int], gaps: list[str], capitals: random.Random
) -> None:
    from mnemonic import Mnemonic

    words = Mnemonic("english").to_mnemonic(secret).split()
    typed = "".join(
        capitals.choice([str.upper, str.lower, str.title])(word[:length]) + gap
        for word, length, gap in zip(words, lengths, gaps, strict=True)
    )
    assert parse_recovery_key(typed) == RecoveryKey(tuple(words), secret)


@pytest.mark.parametrize("count", [0, 1, 12, 23, 25, 48])
def test_the_number_of_words_is_told(count: int) -> None:
    with pytest.raises(BadInput, match=f"has 24 words, and these are {count}") as error:
        parse_recovery_key(" ".join((WORDS * 2)[:count]))
    assert error.value.exit_code == 2


@pytest.mark.parametrize("wrong", ["goodness", "xylophone", "goo", "go", "ゐ", "clini"])
def test_a_word_that_is_not_in_the_list_is_told_by_its_place_alone(wrong: str) -> None:
    words = list(WORDS)
    words[6] = wrong
    if wrong == "clini":
        words[6], words[7] = "randon", wrong
    with pytest.raises(BadInput, match=r"^Word 7 is not in the list") as error:
        parse_recovery_key(" ".join(words))
    assert wrong not in str(error.value) + error.value.hint


def test_several_wrong_words_are_told_together() -> None:
    words = ["qqqq" if place in (2, 9, 24) else word for place, word in enumerate(WORDS, 1)]
    with pytest.raises(BadInput, match=r"^Words 2, 9 and 24 are not in the list"):
        parse_recovery_key(" ".join(words))


@given(place=st.integers(0, 23), word=st.sampled_from(word_list()))
def test_another_word_of_the_list_is_told_as_such_or_is_another_key(place: int, word: str) -> None:
    assume(word != WORDS[place])
    changed = [*WORDS[:place], word, *WORDS[place + 1 :]]
    try:
        key = parse_recovery_key(" ".join(changed))
    except BadInput as error:
        assert "checksum does not fit" in error.message  # noqa: PT017 - the other outcome is right as well
    else:
        assert key.secret != SECRET  # one in 256: eight bits of checksum cannot tell, the slot's commitment does


def test_two_words_that_changed_places_do_not_fit() -> None:
    with pytest.raises(BadInput, match="checksum"):
        parse_recovery_key(" ".join([WORDS[1], WORDS[0], *WORDS[2:]]))


def test_the_kit_has_the_words_in_four_columns_of_six_and_says_what_to_do() -> None:
    rows = [line.split() for line in KIT.splitlines() if line.strip().startswith(tuple(f"{n}. " for n in range(1, 7)))]
    assert len(rows) == 6
    assert rows[0] == ["1.", "good", "7.", "random", "13.", "elder", "19.", "butter"]
    assert [row[1] for row in rows] == list(WORDS[:6])
    assert "        peerlog recover\n" in KIT
    assert "Kim Yılmaz" in KIT
    assert "2026-11-21" in KIT
    assert max(map(len, KIT.splitlines())) <= 72


def test_the_kit_holds_no_secret_but_the_words() -> None:
    assert SECRET.hex() not in KIT
    assert KIT.count("good") == KIT.count("ladder") == 1


@given(name=st.text(max_size=200))
def test_a_name_never_breaks_the_kit(name: str) -> None:
    kit = kit_text(WORDS, name, date(2026, 11, 21))
    assert len(kit.splitlines()) == len(KIT.splitlines())
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in kit if c != "\n")


def test_a_kit_needs_all_the_words() -> None:
    with pytest.raises(ValueError, match="24 words"):
        kit_text(WORDS[:12], "Kim", date(2026, 11, 21))
