"""The same made-up journal for every program: entries of about 850 bytes in words of natural frequency."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

RARE = "zyzzyva"
"""A word in one entry of every thousand."""
COMMON = "meeting"
"""A word in about every second entry."""
CJK = "図書館"
TAGS = ("chairing", "sets", "reading", "supervision", "ideas", "career", "visits", "writing", "feedback", "team")
NEWEST = datetime(2026, 11, 20, 18, 0)

_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
_VOCABULARY = 20_000
_WORDS = 138


@dataclass(frozen=True, slots=True)
class Written:
    """One entry: local time, title, text and a tag."""

    when: datetime
    title: str
    text: str
    tag: str


def journal(count: int, seed: int = 7) -> Iterator[Written]:
    """`count` entries, oldest first, three in every five hours; 3 in 100 hold some Japanese."""
    rng = random.Random(seed)
    vocabulary = [
        "".join(rng.choices(_LETTERS, weights=range(26, 0, -1), k=max(2, round(rng.gauss(5, 2)))))
        for _ in range(_VOCABULARY)
    ]
    vocabulary[90] = COMMON
    weights = [1 / (rank + 2.7) for rank in range(_VOCABULARY)]
    cumulative = list(accumulate(weights))
    for number in range(count):
        words = rng.choices(vocabulary, cum_weights=cumulative, k=_WORDS)
        if number % 1000 == 500:
            words[40] = RARE
        if number % 100 < 3:
            words[20] = f"{CJK}で会った。"
        when = NEWEST - timedelta(minutes=100 * (count - 1 - number))
        yield Written(when, " ".join(words[:4]).capitalize(), " ".join(words[4:]), TAGS[number % len(TAGS)])
