"""The story's prose: nothing said twice, no filler, no calendar dates that a moved story would contradict."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from peerlog.demo.sets import demo_sets
from peerlog.demo.story import PEOPLE, DemoEntry, story
from peerlog.domain.dates import MONTHS
from peerlog.domain.field import Shape
from peerlog.domain.kinds import CHOSEN, KINDS

SETS = demo_sets()
ENTRIES = [(person, entry) for person in PEOPLE for entry in story(person, SETS)]
MONTH = "|".join(month.capitalize() for month in MONTHS)


SAID = (Shape.LINE, Shape.PROSE)


def said(entry: DemoEntry) -> list[str]:
    """Every text that somebody wrote: no dates and no choices.

    Left out is what is the same text by nature: the terms of the agreement, which both hold, and an agenda item that
    was carried forward, which the later meeting takes up in the same words.
    """
    if entry.fields.get("state") == "carried":
        return []
    kind = KINDS[entry.kind]
    fields = kind.all_fields
    if kind.further and kind.further.chosen_by in entry.fields:
        chosen = SETS[kind.name][str(entry.fields[kind.further.chosen_by])]
        fields = fields | {field.name: field for field in chosen.fields}
    return [
        str(value)
        for name, value in sorted(entry.fields.items())
        if fields[name].shape in SAID and not (entry.kind == "agreement" and name.startswith(("clause", "focus")))
    ]


def prose(entry: DemoEntry) -> str:
    return "\n".join(said(entry))


def told(entry: DemoEntry) -> int:
    """How many words it tells, in its text and in its stages."""
    return sum(len(words(str(text))) for name, text in entry.fields.items() if name.startswith(("text", "stage_")))


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)?", text.casefold())


def test_no_run_of_eight_words_comes_twice() -> None:
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person, entry in ENTRIES:
        for text in map(words, said(entry)):
            for start in range(len(text) - 7):
                seen[tuple(text[start : start + 8])].add(f"{person}:{entry.key}")
    assert {run: where for run, where in seen.items() if len(where) > 1} == {}


def test_no_two_entries_of_one_person_begin_alike() -> None:
    first = [(person, *words(str(entry.fields["text"]))[:4]) for person, entry in ENTRIES if "text" in entry.fields]
    assert sorted(set(first)) == sorted(first)


@pytest.mark.parametrize("filler", ["lorem", "todo", "synerg", "leverag", "delv", "tapestry", "holistic", "empower"])
def test_filler_is_absent(filler: str) -> None:
    assert [entry.key for _, entry in ENTRIES if filler in prose(entry).casefold()] == []


def test_no_day_of_a_month_is_named_in_prose() -> None:
    dated = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTH})|(?:{MONTH}) \d{{1,2}}|20\d\d-\d\d)\b")
    for _, entry in ENTRIES:
        assert not any(dated.search(text) for text in said(entry)), entry.key


def test_lengths_run_from_a_line_to_five_hundred_words() -> None:
    lengths = sorted(told(entry) for _, entry in ENTRIES if entry.kind in CHOSEN and entry.kind != "page")
    assert lengths[-1] <= 500
    assert lengths[-1] >= 350
    assert sum(length <= 20 for length in lengths) >= 12
    assert sum(length >= 200 for length in lengths) >= 10


def test_scripts_and_emoji_that_a_terminal_must_manage_are_there() -> None:
    everything = "\n".join(prose(entry) for _, entry in ENTRIES)
    for sample in (
        "محمد",
        "小明",
        "עינב",
        "Łukasiewicz",
        "山本さん",
        "Rồi sao nữa",
        "🦀🦀🦀",
        "👨🏽‍🚒",
        "Hēmi",
        "€18,400",
    ):
        assert sample in everything
