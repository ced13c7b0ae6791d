"""What the terminal sends: a paste is one text, whatever is in it and however it arrives."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from peerlog.domain.text import clean_text
from peerlog.tui.life.terminal_input import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"


def told(messages: Iterable[Message]) -> list[str]:
    """Keys by their characters or names, pastes in angle brackets."""
    said: list[str] = []
    for message in messages:
        if isinstance(message, events.Paste):
            said.append(f"<{message.text}>")
        elif isinstance(message, events.Key):
            said.append(message.character or message.key)
    return said


def fed(*chunks: str) -> list[str]:
    parser = PasteParser()
    return [each for chunk in chunks for each in told(parser.feed(chunk))]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("plain", "plain"),
        ("two\nlines", "two\nlines"),
        ("hello \x1b\x1b[31m d q more", "hello  d q more"),
        ("a\x1b[31mred\x1b[0m q", "ared q"),
        ("\x1b", ""),
        ("\x1b[", ""),
        ("\x1b[20", "20"),
        ("[@click=app.quit]q[/]", "[@click=app.quit]q[/]"),
        ("nul\x00nul", "nulnul"),
        ("", ""),
    ],
)
def test_nothing_in_a_paste_is_a_key(pasted: str, text: str) -> None:
    assert fed(f"a{BEGIN}{pasted}{END}b") == ["a", f"<{text}>", "b"]


inside = st.text(st.sampled_from("ab \n\x1b[]~0123;mé田"), max_size=40).filter(lambda text: END not in text + END[:-1])


@given(inside, st.lists(st.integers(1, 7), max_size=40))
def test_it_does_not_matter_how_the_bytes_are_cut(pasted: str, sizes: list[int]) -> None:
    sent = f"x{BEGIN}{pasted}{END}y{BEGIN}{pasted}{END}"
    chunks = []
    for size in sizes:
        chunks.append(sent[:size])
        sent = sent[size:]
    chunks.append(sent)
    text = clean_text(pasted)
    assert fed(*(chunk for chunk in chunks if chunk)) == ["x", f"<{text}>", "y", f"<{text}>"]


def test_keys_are_keys() -> None:
    assert fed("a\x1b[A", "\x1b[", "B", "z") == ["a", "up", "down", "z"]
