"""Names to put in the place of what was found: the same for the same person or organisation, throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from .finding import Finding
from .folding import Folded, any_of, folded, key_of
from .patterns import ALSO_WORDS, SORT_OF_ORGANISATION

_CALLED = {
    "person": "Colleague {}",
    "organisation": "Organisation {}",
    "place": "Place {}",
    "e-mail address": "[e-mail address]",
    "telephone number": "[telephone number]",
}


def pseudonyms_for(
    findings: Iterable[Finding], chosen: Mapping[str, str] | None = None, texts: Iterable[str] = ()
) -> dict[str, str]:
    """For each way of writing that was found, what stands in its place.

    `chosen` are names of one's own by any way in which what was found is written, whatever its letters' case.

    A name of one's own that is empty leaves what was found as it is. No name is given that stands in `texts` already,
    where it would mean somebody else.
    """
    given: dict[str, str] = {}
    counts: dict[str, int] = {}
    own = {key_of(way): name for way, name in (chosen or {}).items()}
    everything = "\n".join((*texts, *own.values()))
    for each in findings:
        name = next((own[key_of(way)] for way in each.written if key_of(way) in own), None)
        if name is None:
            name = _next(_called(each), counts, everything)
        # What stays is said too: a name inside of it, as in an address, is not to be replaced there.
        given |= {written: name or written for written in each.written}
    return given


def _called(finding: Finding) -> str:
    """`Colleague {}`; an organisation is called by its sort, such as `Library {}`, where its name tells that."""
    if finding.sort == "organisation" and (sort := SORT_OF_ORGANISATION.search(finding.name)):
        return sort[1].replace("Libraries", "Library") + " {}"
    return _CALLED[finding.sort]


def _next(template: str, counts: dict[str, int], everything: str) -> str:
    while True:
        number = counts[template] = counts.get(template, -1) + 1
        name = template.format(_letters(number))
        if "{}" not in template or not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything):
            return name


def replaced(text: str, names: Mapping[str, str]) -> str:
    """The text with every way of writing in `names` replaced, the longest first.

    Letters count whatever their case, but for names that are words as well: of these only the way that was found.
    """
    if not names:
        return text
    by_folded = {folded(written): name for written, name in names.items()}
    pattern = any_of((way, re.escape(way).replace(r"\ ", r"\s+")) for way in by_folded if way)
    low = Folded(text)
    said, done, place = [], 0, 0
    while pattern and (match := pattern.search(low.text, place)):
        start, end = low.span(*match.span())
        way = " ".join(match[0].split())
        written = text[start:end]
        if start < done or (way in ALSO_WORDS and written not in names):
            place = match.start() + 1
            continue
        said += [text[done:start], names.get(written, by_folded[way])]
        done, place = end, match.end()
    return "".join((*said, text[done:]))


def _letters(number: int) -> str:
    """A to Z, then AA and so on."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = ascii_uppercase[place] + letters
    return letters
