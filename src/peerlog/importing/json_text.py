"""JSON from elsewhere: bounded in size and depth, refused in sentences."""

from __future__ import annotations

from ..errors import Damaged, Refused

_AGAIN = "Export it again, then import the new file."


def parse_json(data: bytes, name: str, *, unique_keys: bool = False) -> dict[str, object]:
    """The object in `data`; `name` is what the file is called in messages.

    Raises `Refused` when it is no JSON object at all, `Damaged` when it begins as one and breaks off, nests too deep,
    holds a number that JSON has not, or (with `unique_keys`) names a key twice.
    """
    import json

    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise Refused(f"“{name}” is not a JSON export.")
    hook = _unique if unique_keys else None
    try:
        parsed = json.loads(data, object_pairs_hook=hook, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Damaged(f"“{name}” is damaged or breaks off at line {error.lineno:,}.", _AGAIN) from error
    except UnicodeDecodeError as error:
        raise Damaged(f"“{name}” is not UTF-8 text.", _AGAIN) from error
    except RecursionError as error:
        raise Damaged(f"“{name}” nests deeper than any export does.", _AGAIN) from error
    except _NotJson as error:
        raise Damaged(f"“{name}” is damaged: {error}.", _AGAIN) from error
    except ValueError as error:
        raise Damaged(f"“{name}” holds a number of thousands of digits.", _AGAIN) from error
    if not isinstance(parsed, dict):
        raise Refused(f"“{name}” is not a JSON export.")
    return parsed


class _NotJson(ValueError):
    """Something that the standard library reads and JSON forbids."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise _NotJson("it names one key twice")
    return read


def _no_constant(name: str) -> object:
    raise _NotJson(f"{name} is not a number in JSON")
