"""Tags: short words that gather entries; told apart without regard to case."""

from __future__ import annotations

import re

from .problem import Problem
from .text import clean_line

LONGEST = 60
_IN_TEXT = re.compile(r"(?:^|(?<=[\s(]))#([^\W\d_][\w/-]*)")


def clean_tag(raw: str) -> str:
    """`raw` as a tag: without its `#`, spaces as hyphens; empty when nothing is left; raises `Problem` if long."""
    tag = clean_line(raw).lstrip("#").strip(",;.").replace(" ", "-")
    tag = "".join(
        character for character in tag if character.isalnum() or character in "-_/&+'’" or ord(character) > 127
    )
    if len(tag) > LONGEST:
        raise Problem(f"The tag “{tag[:20]}…” has {len(tag)} characters; up to {LONGEST} fit.")
    return tag


def tags_in(text: str) -> tuple[str, ...]:
    """The tags written as `#word` inside a text, in their order, once each."""
    found: dict[str, str] = {}
    for match in _IN_TEXT.finditer(text):
        tag = match.group(1).rstrip("-/")
        if len(tag) <= LONGEST:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())
