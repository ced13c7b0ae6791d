"""Text as it may be kept and shown: no control characters, no invisible reordering, no broken characters."""

from __future__ import annotations

import re
import unicodedata

from .problem import Problem

MOST_BYTES = 256 * 1024
"""The longest value of one field, in UTF-8 bytes."""

# C0 and C1 controls except tab and newline; bidirectional embeddings, overrides and isolates (which can make a
# text read differently from what it says; the marks U+200E, U+200F and U+061C are kept, right-to-left writers
# need them); line and paragraph separators; byte order mark; interlinear annotation; tag characters are kept
# because flags of regions are written with them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
# An escape sequence is removed whole: leaving "[31m" behind would keep its litter in the text. The strings that
# carry a payload (OSC, DCS, SOS, PM, APC) end at BEL or ST, and never span lines, so that a stray introducer
# cannot swallow what follows; nor does a payload hold another introducer, so that no part is ever read twice.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\n\x80-\x9f]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)
MOST_MARKS = 30
"""The most combining marks in a row (UAX #15, Stream-Safe Text Format); no script needs more than a handful."""
# Every combining mark is in this class, and none stands for more than two; a letter before them holds up to three.
# Fewer than 14 are therefore never more than MOST_MARKS.
_MANY_MARKS = re.compile(r"[^\w\x00-\u02ff]{14}")
_JOINER = "\u034f"  # combining grapheme joiner: shows nothing, and no mark is ordered across it
_LEADING = re.compile(r"\A(?:(?:#{1,6}|[-*+>])(?:\s+|$)|>)+")


def clean_text(raw: str) -> str:
    """`raw` as it may be kept: line ends are newlines, escape sequences and unsafe characters are gone, NFC."""
    # Everything that the patterns look for counts as unprintable, so most texts need none of them.
    if not raw.replace("\n", "").replace("\t", "").isprintable():
        raw = _UNSAFE.sub("", _ESCAPES.sub("", _BREAKS.sub("\n", raw)))
    if raw.isascii():
        return raw
    if _MANY_MARKS.search(raw):
        raw = _stream_safe(raw)
    return unicodedata.normalize("NFC", raw)


def clean_line(raw: str) -> str:
    """One line: like `clean_text`, with every run of white space made one space and none at the ends."""
    return " ".join(clean_text(raw).split())


def brief(raw: str, most: int = 40) -> str:
    """`raw` as a message repeats it: one clean line of at most `most` characters."""
    return shorten(clean_line(raw[: most * 8]), most)


def check_length(value: str, label: str) -> None:
    """Raise `Problem` when `value` takes more than `MOST_BYTES` bytes."""
    if len(value) * 4 <= MOST_BYTES:
        return
    size = len(value.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise Problem(
            f"The {label} is {size / 1024:,.0f} KiB long; one field holds up to {MOST_BYTES // 1024} KiB.",
            "Split it into several entries.",
        )


def first_line(text: str) -> str:
    """The first line that says something, without Markdown's leading marks; empty for an empty text."""
    for line in text.splitlines():
        said = _LEADING.sub("", line.strip()) if line.strip("#>-*+=_~` \t") else ""
        if said:
            return said
    return ""


def shorten(text: str, most: int) -> str:
    """`text` cut at a word's end to at most `most` characters, with an ellipsis when something was cut.

    A letter is never cut from its marks, nor an emoji that is joined from several in between.
    """
    if len(text) <= most:
        return text
    if most < 1:
        return ""
    end = most - 1
    space = text.rfind(" ", 0, most)
    if space > most * 2 // 3:
        end = space
    while end and (unicodedata.category(text[end]).startswith("M") or "\u200d" in text[end - 1 : end + 1]):
        end -= 1
    return text[:end].rstrip() + "…"


def _stream_safe(text: str) -> str:
    """`text` with a joiner, which shows nothing, wherever more than `MOST_MARKS` marks would follow each other.

    Putting n marks in their canonical order takes n² steps, so a long run would stop the program for minutes.
    """
    parts: list[str] = []
    marks = 0
    for character in text:
        classes = [unicodedata.combining(part) for part in unicodedata.normalize("NFD", character)]
        trailing = next((number for number, each in enumerate(reversed(classes)) if not each), len(classes))
        if trailing < len(classes):
            marks = trailing
        elif marks + trailing > MOST_MARKS:
            parts.append(_JOINER)
            marks = trailing
        else:
            marks += trailing
        parts.append(character)
    return "".join(parts)
