"""Names to put in the place of what was found: the same for the same person or organisation, throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from .finding import Finding

_CALLED = {
    "person": "Colleague {}",
    "organisation": "Organisation {}",
    "place": "Place {}",
    "e-mail address": "[e-mail address]",
    "telephone number": "[telephone number]",
}


def pseudonyms_for(findings: Iterable[Finding], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """For each way of writing that was found, what stands in its place; `chosen` are names of one's own, by `name`.

    A name of one's own that is empty leaves what was found as it is.
    """
    given: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in findings:
        template = _CALLED[each.sort]
        number = counts[each.sort] = counts.get(each.sort, -1) + 1
        name = (chosen or {}).get(each.name, template.format(_letters(number)))
        given |= {written: name for written in each.written if name}
    return given


def replaced(text: str, names: Mapping[str, str]) -> str:
    """The text with every way of writing in `names` replaced, the longest first, whatever its letters' case."""
    if not names:
        return text
    by_folded = {written.casefold(): name for written, name in names.items()}
    ways = sorted(names, key=lambda way: (-len(way), way))
    said = "|".join(re.escape(way) for way in ways)
    pattern = re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda match: by_folded.get(match[0].casefold(), match[0]), text)


def _letters(number: int) -> str:
    """A to Z, then AA and so on."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = ascii_uppercase[place] + letters
    return letters
