"""Texts that are nearly dates, made of the words and signs that dates are made of."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = ("today", "tomorrow", "last", "next", "on", "fri", "su", "feb", "nov", "th", "in", "years", "ago", "at", "pm")
NUMBERS = [
    "12am",
    "T",
    "Z",
    "w",
    "29",
    "31",
    "0",
    "9999",
    "2026",
    "-02-",
    "9",
    "21:30",
    "+01:00",
    ".",
    ",",
    "-",
    "+",
    ":",
    "İ",
    "ﬆ",
    "٣",
]

phrases = st.builds(
    lambda between, parts: between.join(parts),
    st.sampled_from(["", " "]),
    st.lists(st.sampled_from([*WORDS, *NUMBERS]), max_size=7),
)
