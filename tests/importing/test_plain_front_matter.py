"""The fast way through front matter finds what YAML's grammar finds, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.problem import Problem
from peerlog.importing.front_matter import read_yaml
from peerlog.importing.front_matter_nodes import Node, Plain
from peerlog.importing.plain_front_matter import read_plainly

WORDS = ("a", "b", "key", "two words", "Träume", "東京", "x-y", "null", "~", "yes", "12", "1.5", "2024-03-01", "10:30")
MARKS = tuple("?:-,[]{}\"'\\&*!|>%@`=#.…\u00a0\u2028\x85\0’–٣_ \t\n")
RUNS = (": ", " :", "::", "- ", "---", "...", "? ", "    ", "\n\n", "\n  ", "\n  - ", "\n- ", "\n a", ", ", "[]", "''")
RARE = ("http://x.y/z?a=b", "C#", "a #b", "#c", '"q"', "'q'", "&a", "*a", "!!str", "<<", "(x)", "👩‍💻")

pieces = st.lists(st.sampled_from((*WORDS, *MARKS, *RUNS, *RARE)), max_size=10).map("".join)
words = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.builds(lambda one, mark, two: one + mark + two, *[st.sampled_from(each) for each in (WORDS, MARKS, WORDS)]),
    st.lists(st.sampled_from((*WORDS, *MARKS)), min_size=1, max_size=3).map("".join),
)
values = st.one_of(
    words,
    pieces,
    words.map(lambda said: f'"{said}"'),
    words.map(lambda said: f"'{said}'"),
    st.lists(words, max_size=3).map(lambda said: f"[{', '.join(said)}]"),
    st.lists(words, max_size=3).map(lambda said: "".join(f"\n  - {each}" for each in said)),
    st.just(""),
)
lines = st.builds(
    lambda key, value: f"{key}: {value}", st.sampled_from(["a", "b", "c", "tags", "date made", "x-y", "Ä"]), values
)
documents = st.one_of(pieces, lines, st.lists(lines, max_size=4).map("\n".join))


def typed(node: Node) -> object:
    """`node` with plain scalars told from quoted ones."""
    if isinstance(node, dict):
        return {key: typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [typed(value) for value in node]
    return ("plain", str(node)) if isinstance(node, Plain) else node


@given(documents)
def test_what_is_read_plainly_is_what_yaml_says(source: str) -> None:
    plainly = read_plainly(source)
    if plainly is not None:
        try:
            slowly = read_yaml(source)
        except Problem as problem:
            pytest.fail(f"{source!r}: {problem.message}")
        assert typed(plainly) == typed({} if slowly is None else slowly)


def test_what_people_write_is_read_plainly() -> None:
    source = "title: Ask before advising\ndate: 2024-03-01 10:30\ntags: [one, two words]\naliases:\n  - x\n  - y z\n"
    source += "empty:\nurl: https://example.org/a?b=c\nquoted: \"a: b # c\"\nsingle: 'yes'\nnothing: ~\n\n"

    assert typed(read_plainly(source)) == {
        "title": ("plain", "Ask before advising"),
        "date": ("plain", "2024-03-01 10:30"),
        "tags": [("plain", "one"), ("plain", "two words")],
        "aliases": [("plain", "x"), ("plain", "y z")],
        "empty": None,
        "url": ("plain", "https://example.org/a?b=c"),
        "quoted": "a: b # c",
        "single": "yes",
        "nothing": None,
    }


LEFT = ("a: b: c", "a: 1\na: 2", "a: *x", "- a", "words", "a: |\n  b", "a: b\n  c", "a: #b", "a: [b, [c]]", "a: {b: c}")


@pytest.mark.parametrize("source", [*LEFT, "a:\n - b\n  - c", "a: \0"])
def test_the_rest_is_left_to_yaml(source: str) -> None:
    assert read_plainly(source) is None
