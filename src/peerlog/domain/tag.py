"""Tags: short words that gather entries; told apart without regard to case."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

from .problem import Problem
from .text import clean_line

LONGEST = 60
_PUNCTUATION = frozenset(" -_/&+'")
_CODE = re.compile(r"^ {0,3}(```|~~~)[^`\n]*\n.*?(?:^ {0,3}\1|\Z)|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# After "](" stands the target of a Markdown link. The sign comes first, for a search then skips from one to the next.
_IN_TEXT = re.compile(r"[#＃](?<![^\s(（「『【].)(?<!\]\(.)([^\W\d_]\S*)")
_COLOUR = re.compile(r"(?=.*[0-9])[0-9a-f]{6}", re.IGNORECASE)


def clean_tag(raw: str) -> str:
    """`raw` as a tag: without its `#`, spaces as hyphens; empty when nothing is left; raises `Problem` if long.

    Letters, digits and emoji of every script stay; of ASCII's punctuation only `-_/&+'`. Two tags are one when
    `str.casefold` makes them equal, so ß is ss, while the Turkish dotted and dotless i stay apart.
    """
    line = clean_line(raw)
    if line.isalnum() and len(line) <= LONGEST:
        return line
    kept = "".join(
        character for character in line if character.isalnum() or character in _PUNCTUATION or ord(character) > 127
    )
    tag = "-".join(unicodedata.normalize("NFC", kept).strip("＃- ").split())
    if not any(character.isalnum() or unicodedata.category(character) == "So" for character in tag):
        return ""
    if len(tag) > LONGEST:
        raise Problem(f"The tag “{tag[:20]}…” has {len(tag)} characters; up to {LONGEST} fit.")
    return tag


def tags_in(text: str) -> tuple[str, ...]:
    """The tags written as `#word` inside a text, in their order, once each.

    A tag begins with a letter, after a space or an opening bracket, and goes on with letters, their marks, digits,
    `_`, `-` and `/`. So `C#`, `page#part`, `# heading`, `#1` and `[link](#part)` are none; nor is anything in code
    (between backticks or fences), nor a colour of six hex digits with a numeral among them. `#fff` is a word like
    any other.
    """
    found: dict[str, str] = {}
    prose = _CODE.sub("`", text) if "`" in text or "~~~" in text else text
    for match in _IN_TEXT.finditer(prose):
        tag = "".join(takewhile(_belongs, match.group(1))).rstrip("-/\u200c\u200d")
        if len(tag) <= LONGEST and not _COLOUR.fullmatch(tag):
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _belongs(character: str) -> bool:
    # Marks and the two joiners are parts of words in Hindi, Thai, Arabic, Persian and many others.
    return character.isalnum() or character in "_-/\u200c\u200d" or unicodedata.category(character).startswith("M")
