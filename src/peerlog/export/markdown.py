"""One entry as one Markdown file: front matter that other programs understand, then the words as they were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from ..domain.entry import Entry
from ..domain.field import LONGEST_LINE, Field, Shape, Value
from ..domain.moment import Moment
from ..domain.text import clean_line
from .layout_names import outside
from .markdown_layout import VERSION, guard, marker
from .yaml_scalar import flow_list, scalar

LONGEST_SLUG = 80
"""In bytes of UTF-8, so that the whole name stays below what the narrowest file systems take (143)."""

_FIRST = ("title", "when", "tags", "minutes")
_UNQUOTED = (Shape.DAY, Shape.MOMENT)
# Letters and marks that cannot be seen: fillers and variation selectors, such as those inside emoji.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def filename(entry: Entry) -> str:
    """A file name for every platform: day, words of the headline, twelve digits of the id.

    Beginning with the day it is never a reserved name; made of letters, marks and digits it has no separators, no
    dots to climb with and nothing invisible.
    """
    parts = (entry.when.day.isoformat(), slug(entry.headline), re.sub("[^0-9a-f]", "", entry.id)[:12])
    return "-".join(part for part in parts if part) + ".md"


def slug(words: str) -> str:
    """Letters, marks and digits of any script in lower case, joined by hyphens, at most `LONGEST_SLUG` bytes."""
    lowered = unicodedata.normalize("NFC", _INVISIBLE.sub("", words).lower())
    kept = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in lowered)
    joined = "-".join(kept.split())
    if len(joined.encode()) <= LONGEST_SLUG:
        return joined
    cut = joined.encode()[:LONGEST_SLUG].decode(errors="ignore")
    hyphen = cut.rfind("-")
    return cut[:hyphen] if hyphen > len(cut) // 2 else cut


def document(entry: Entry, fields: Mapping[str, Field]) -> str:
    """The file's text. `fields` are those of the entry's kind and template; what they do not name is kept as well."""
    head = [f"peerlog: {VERSION}", f"id: {scalar(entry.id)}", f"kind: {scalar(entry.kind)}"]
    sections = []
    for name in _in_order(entry, fields):
        value, field = entry.fields[name], fields.get(name)
        if name == "when":
            head += _date(entry.when)
        elif name != "text" and _is_prose(value, field):
            heading = clean_line(field.label if field else name)
            sections.append(f"{marker(name)}\n## {heading}\n\n{guard(str(value))}\n")
        elif name != "text":
            head.append(f"{outside(name)}: {_short(value, field)}")
    if entry.with_whom:
        head.append(f"with: {scalar(entry.with_whom)}")
    head.append(f"created: {entry.created}")
    if entry.deleted:
        head.append(f"deleted: {entry.deleted}")
    body = [f"{guard(entry.text)}\n"] if entry.text else []
    return "\n".join(["---", *head, "---", "", *body, *sections])


def _in_order(entry: Entry, fields: Mapping[str, Field]) -> list[str]:
    return [name for name in dict.fromkeys((*_FIRST, *fields, *sorted(entry.fields))) if name in entry.fields]


def _date(when: Moment) -> list[str]:
    zone = [f"zone: {scalar(when.zone)}"] if when.zone else []
    return [f"date: {when.local.isoformat(timespec='seconds')}", *zone]


def _is_prose(value: Value, field: Field | None) -> bool:
    if field:
        return field.shape is Shape.PROSE
    return isinstance(value, str) and ("\n" in value or len(value) > LONGEST_LINE)


def _short(value: Value, field: Field | None) -> str:
    if isinstance(value, tuple):
        return flow_list(value)
    if field and field.shape in _UNQUOTED:
        return str(value)
    return scalar(value)
