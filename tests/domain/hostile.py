"""What may go wrong with text, and what must hold of every refusal: shared by the tests of the domain."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from peerlog.domain.problem import Problem

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""What no kept text ever holds: C0, C1, separators, embeddings, overrides, isolates, byte order mark, surrogates."""

FRAGMENTS = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\",
    "\x1bP1$r\x1b\\",
    "\x1b",
    "\x1b[",
    "\x1b]",
    "\x9b1;31m",
    "\x9d52;c;aGk=\x9c",
    "\x9d",
    "\x90",
    "\x07",
    "\x00",
    "\x7f",
    "\x85",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\x0b",
    "\x0c",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u200d",
    "\u200b",
    "\ufeff",
    "\ud83d",
    "\ude00",
    "\u0301",
    "\u0323",
    "\u0344",
    "\u0f73",
    "\u034f",
    "e",
    "ǟ",
    "\u1fef",
    "\u212a",
    "ﬁ",
    "İ",
    "ß",
    "한",
    "👩‍💻",
    "🇳🇵",
    "क्षि",
    "مُ",
    " ",
    "#",
    "＃",
    "`",
    "-",
    ",",
    "a",
    "[/x]",
    "[@click=app.quit]",
)

texts = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join),
    st.builds(
        lambda mark, other, count, more: "e" + mark * count + other * more,
        *[st.sampled_from("\u0301\u0323\u0344\u0f73\u05b0\u3099")] * 2,
        *[st.integers(0, 70)] * 2,
    ),
)
"""Any text at all, surrogates included, and texts made of the worst pieces."""


def assert_clear(problem: Problem) -> None:
    """A refusal is short, one line, and safe to print, whatever was typed."""
    assert problem.message.endswith(".")
    for said in (problem.message, problem.hint):
        assert len(said) <= 300
        assert "\n" not in said
        assert not UNSAFE.search(said)
