"""The story's prose: nothing said twice, no filler, no calendar dates that a moved story would contradict."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from peerlog.demo.story import PEOPLE, DemoEntry, story
from peerlog.domain.dates import MONTHS
from peerlog.journal.demo import demo_sets

ENTRIES = [(person, entry) for person in PEOPLE for entry in story(person, demo_sets())]
MONTH = "|".join(month.capitalize() for month in MONTHS)


def prose(entry: DemoEntry) -> str:
    kept = (value for name, value in sorted(entry.fields.items()) if name != "when" and isinstance(value, str))
    return "\n".join(kept)


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)?", text.casefold())


def test_no_run_of_eight_words_comes_twice() -> None:
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person, entry in ENTRIES:
        said = words(prose(entry))
        for start in range(len(said) - 7):
            seen[tuple(said[start : start + 8])].add(f"{person}:{entry.key}")
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
        for name in ("title", "text"):
            assert not dated.search(str(entry.fields.get(name, ""))), entry.key


def test_lengths_run_from_a_line_to_five_hundred_words() -> None:
    lengths = sorted(len(words(str(entry.fields.get("text", "")))) for _, entry in ENTRIES if entry.kind != "page")
    assert lengths[-1] <= 500
    assert lengths[-1] >= 350
    assert sum(length <= 20 for length in lengths) >= 12
    assert sum(length >= 200 for length in lengths) >= 10


def test_stages_stand_as_headings_in_some_reflections() -> None:
    staged = [entry for _, entry in ENTRIES if entry.kind == "reflection" and "\n## " in "\n" + prose(entry)]
    assert len(staged) >= 5


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
