"""Entries of every kind: arbitrary ones, and the fixed ones of the golden files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import strategies as st
from tests.domain.hostile import texts
from tests.domain.moments import moments

from peerlog.domain.entry import Entry
from peerlog.domain.field import Field, Shape, Value, clean_fields
from peerlog.domain.kinds import KINDS
from peerlog.domain.moment import utc_stamp
from peerlog.domain.problem import Problem
from peerlog.domain.template import PageTemplate, read_template

VISIT = read_template(
    "visit",
    {
        "label": "Visit",
        "about": "Watching somebody at work, and what comes of it.",
        "source": "peer observation",
        "fields": [
            {"name": "host", "label": "Host", "shape": "line"},
            {"name": "seen", "label": "What I saw", "shape": "prose"},
            {"name": "learned", "label": "What I take home", "shape": "prose"},
            {"name": "on", "label": "On", "shape": "day"},
            {"name": "mood", "label": "Mood", "shape": "choice", "choices": ["low", "high"]},
            {"name": "count", "label": "How many", "shape": "number", "least": -5, "most": 99},
            {"name": "present", "label": "Present", "shape": "names"},
        ],
    },
)
TEMPLATES: Mapping[str, PageTemplate] = {"visit": VISIT}

# Lines that a format of ours, or a reader of somebody else's, might take for its own.
AWKWARD = (
    "---",
    "...",
    "title: not front matter",
    "# Heading",
    "## What I saw",
    "<!-- peerlog: page_seen -->",
    "\\<!-- peerlog: page_seen -->",
    "\\\\<!-- peerlog: text -->",
    "  <!-- peerlog: page_seen -->",
    "<!-- peerlog: text --> after",
    "```",
    "=1+1",
    "@SUM(A1)",
    "'quoted",
    "a,b;c\td\"e'f",
    "- x: y # z",
    "&a *b !c |d >e %f",
    "yes",
    "null",
    "2026-11-17",
    "0x1F",
    "",
    "   indented",
    "[[link]] #tag",
    "[/x] [@click=app.quit]",
    "\ufffe\uffff",
    "日本語 עברית क्षि 👩‍💻",
)
prose = st.one_of(
    texts,
    st.lists(st.one_of(st.sampled_from(AWKWARD), texts), max_size=8).map("\n".join),
)
ids = st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")
stamps = st.datetimes(datetime(1970, 1, 1), datetime(9998, 12, 31)).map(
    lambda when: utc_stamp(when.replace(tzinfo=UTC))
)


def raw_values(field: Field) -> st.SearchStrategy[object]:
    """Values for a field before cleaning; some will not fit."""
    shapes: dict[Shape, st.SearchStrategy[object]] = {
        Shape.LINE: prose,
        Shape.PROSE: prose,
        Shape.CHOICE: st.sampled_from([choice.value for choice in field.choices] or [""]),
        Shape.NUMBER: st.integers(field.least, field.most),
        Shape.YES: st.just(True),
        Shape.DAY: st.dates().map(lambda day: day.isoformat()),
        Shape.MOMENT: moments,
        Shape.NAMES: st.lists(prose, max_size=4),
        Shape.TAGS: st.lists(prose, max_size=4),
        Shape.LINK: ids,
        Shape.LINKS: st.lists(ids, max_size=3),
        Shape.ZONE: st.sampled_from(["Europe/London", "Asia/Kathmandu", "UTC"]),
        Shape.POSITION: st.from_regex("[0-9A-Za-z]{1,20}", fullmatch=True),
    }
    return shapes[field.shape]


def cleaned(raw: Mapping[str, object], fields: Mapping[str, Field]) -> dict[str, Value]:
    """What fits of `raw`, as an entry would hold it."""
    kept: dict[str, Value] = {}
    for name, value in raw.items():
        try:
            kept |= clean_fields({name: value}, fields)
        except Problem:
            continue
    return kept


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of any kind with any of its fields, cleaned as the journal cleans them."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    fields = KINDS[kind].all_fields
    raw: dict[str, object] = {"when": draw(moments)}
    if kind == "page":
        raw["template"] = draw(st.sampled_from(["visit", "gone", "visit"]))
        fields |= {field.name: field for field in VISIT.fields if raw["template"] == "visit"}
    for name in draw(st.sets(st.sampled_from(sorted(set(fields) - {"when", "template"})))):
        raw[name] = draw(raw_values(fields[name]))
    kept = cleaned(raw, fields)
    further = KINDS[kind].further
    if further and raw.get("template") != "visit":
        kept |= draw(loose_fields(further.prefix))
    return Entry(
        id=draw(ids),
        kind=kind,
        fields=kept,
        created=draw(stamps),
        saved=draw(stamps),
        version=draw(st.integers(1, 1000)),
        deleted=draw(st.none() | stamps),
    )


loose_values: st.SearchStrategy[Value] = st.one_of(
    prose.map(lambda raw: cleaned({"text": raw}, KINDS["note"].all_fields).get("text", "plain")),
    st.integers(-(10**12), 10**12),
    st.just(True),
    st.lists(prose, min_size=1).map(
        lambda raw: cleaned({"people": raw}, KINDS["meeting"].all_fields).get("people", ("Sam",))
    ),
)


def loose_fields(prefix: str) -> st.SearchStrategy[dict[str, Value]]:
    """Fields of a template or model that is not installed: what they are shows from their values alone."""
    return st.dictionaries(st.sampled_from([f"{prefix}one", f"{prefix}two", f"{prefix}three"]), loose_values)


def fields_of(entry: Entry) -> dict[str, Field]:
    """The fields that are known of this entry."""
    fields = KINDS[entry.kind].all_fields
    template = TEMPLATES.get(entry.line("template"))
    return fields | {field.name: field for field in template.fields} if template else fields
