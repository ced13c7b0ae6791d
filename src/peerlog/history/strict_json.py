"""JSON that means one thing only, read within limits: for texts that somebody else wrote."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from .limits import MOST_DEPTH, MOST_INTEGER

_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


class BadText(ValueError):
    """A text that is refused; says why in one sentence without its end."""


def parse_object(text: bytes, limit: int) -> dict[str, Any]:
    """The object in `text`, one line of at most `limit` bytes; raises `BadText`."""
    found = parse(text, limit)
    if not isinstance(found, dict):
        raise BadText("it is not a JSON object")
    return found


def parse(text: bytes, limit: int) -> Any:
    """The JSON value in `text`: objects, arrays, texts, whole numbers up to 2**53, true, false and null.

    Refuses with `BadText`: more than `limit` bytes, a second line, what is not UTF-8, half a surrogate pair, a name
    twice in one object, fractions, larger numbers, more than 8 levels, anything after the value.
    """
    if len(text) > limit:
        raise BadText(f"it has {len(text)} bytes, more than {limit}")
    if b"\n" in text or b"\r" in text:
        raise BadText("it has more than one line")
    try:
        found = _DECODER.decode(text.decode("utf-8"))
        if b"\\u" in text:
            json.dumps(found, ensure_ascii=False).encode("utf-8")
    except BadText:
        raise
    except UnicodeError as error:
        raise BadText("it is not UTF-8") from error
    except RecursionError as error:
        raise BadText("it is nested too deeply") from error
    except ValueError as error:
        raise BadText("it is not JSON") from error
    if _may_be_deep(text) and _depth(found) > MOST_DEPTH:
        raise BadText("it is nested too deeply")
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadText("a name stands twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(number := int(digits)) > MOST_INTEGER:
        raise BadText("a number is too large")
    return number


def _fraction(written: str) -> NoReturn:
    raise BadText("a number is not whole")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_fraction
)


def _may_be_deep(text: bytes) -> bool:
    """False only when no more than 8 levels are possible: quick, and enough for nearly every text."""
    brackets = text.translate(None, _NO_BRACKETS)
    for _ in range(MOST_DEPTH // 2):  # each time one level or two
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    return bool(brackets)


def _depth(found: Any) -> int:
    """Levels of objects and arrays; never more than one beyond the most."""
    level, here = 0, [found]
    while level <= MOST_DEPTH and (here := [each for each in here if isinstance(each, (dict, list))]):
        level += 1
        here = [inner for each in here for inner in (each.values() if isinstance(each, dict) else each)]
    return level
