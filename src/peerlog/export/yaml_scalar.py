"""Values as YAML that every YAML reader takes for what they are: words stay words."""

from __future__ import annotations

import json
import re

# A letter first, then nothing that means something to YAML anywhere; what YAML 1.1 reads as a yes, a no or a nothing is
# quoted.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ _./+&'’()-])*")
_NOT_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def scalar(value: str | int) -> str:
    """A text, a number or a yes, on one line."""
    if value is True:
        return "true"
    if not isinstance(value, str):
        return str(int(value))
    if _PLAIN.fullmatch(value) and value.casefold() not in _NOT_WORDS and value == value.strip():
        return value
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(value, ensure_ascii=False))


def flow_list(values: tuple[str, ...]) -> str:
    """Several texts, on one line."""
    return f"[{', '.join(scalar(value) for value in values)}]"
