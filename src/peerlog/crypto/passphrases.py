"""Choosing a passphrase: a generated one, an honest estimate of one's own, and the least that is accepted.

Accepted is what has eight characters or more, scores 2 or more of 4 in zxcvbn, and holds only characters that
can be typed again on another machine: no control characters, and none that this Python's Unicode does not
know, since a later one might normalise it differently.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from peerlog.crypto.recovery import word_list
from peerlog.errors import Refused

LEAST_CHARACTERS = 8
LEAST_SCORE = 2
GENERATED_WORDS = 6

# zxcvbn takes 5 ms over 32 characters and up to 7 s over 100 with many symbols, so the longer beginnings are
# only looked at while the shorter one is not yet strong.
_BEGINNINGS = (32, 64, 100)
_GUESSES_PER_SECOND = 10_000  # what zxcvbn assumes of a slow hash; generous to the attacker at our Argon2id cost

_OPENING = ("Too easy", "Too easy", "Just enough", "Good", "Strong")
_YEAR = 31_557_600
_UNITS = (
    (_YEAR, "year"),
    (2_629_800, "month"),
    (86_400, "day"),
    (3600, "hour"),
    (60, "minute"),
    (1, "second"),
)


@dataclass(frozen=True)
class Strength:
    """How well a passphrase resists guessing: `score` from 0 to 4 (zxcvbn's), and the same in a sentence."""

    score: int
    words: str


def suggest() -> str:
    """Six random words out of 2048: 66 bits, enough at the cost of Argon2id, and possible to remember."""
    words = word_list()
    return " ".join(secrets.choice(words) for _ in range(GENERATED_WORDS))


def estimate(passphrase: str) -> Strength:
    """Estimate from at most the first 100 characters, normalised as the key derivation does."""
    from zxcvbn import zxcvbn

    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        return Strength(0, "Nothing typed yet.")
    for length in _BEGINNINGS:
        result = zxcvbn(text[:length], max_length=length)
        if result["score"] == 4 or len(text) <= length:
            break
    score = result["score"]
    time = duration(float(result["guesses"]) / _GUESSES_PER_SECOND)
    return Strength(score, f"{_OPENING[score]}: somebody with a copy of your journal would need {time}.")


def duration(seconds: float) -> str:
    """A length of time in words, in one unit, rounded down: "about 3 days"."""
    if seconds < 1:
        return "less than a second"
    if seconds >= 100 * _YEAR:
        return "more than a lifetime"
    size, unit = next((size, unit) for size, unit in _UNITS if seconds >= size)
    count = int(seconds / size)
    return f"about {count} {unit}{'' if count == 1 else 's'}"


def check_acceptable(passphrase: str) -> None:
    """Refuse a passphrase that is too short, too easy to guess, or that could not be typed again."""
    text = unicodedata.normalize("NFKC", passphrase)
    if any(unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") for character in text):
        raise Refused(
            "This passphrase holds a character that may not be typed the same way elsewhere.",
            "Leave out tabs and unusual symbols.",
        )
    if len(text) < LEAST_CHARACTERS:
        raise Refused(
            f"A passphrase needs at least {LEAST_CHARACTERS} characters.",
            "Several words are easier to remember than one odd word; peerlog can suggest six.",
        )
    if estimate(text).score < LEAST_SCORE:
        raise Refused(
            "This passphrase is too easy to guess.",
            "Add a word or two that have nothing to do with each other; peerlog can suggest six words.",
        )
