"""docs/requirements.md says what is so: its table, its vocabularies, its examples and their mistakes."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from peerlog.domain import pack
from peerlog.domain.problem import Problem
from peerlog.domain.scheme import vocabulary
from peerlog.domain.scheme.cosign_rule import KEYS as COSIGN_KEYS
from peerlog.domain.scheme.period_rule import PeriodKind
from peerlog.domain.scheme.requirement import KEYS as REQUIREMENT_KEYS
from peerlog.domain.scheme.scheme import Scheme, read_scheme
from peerlog.domain.scheme.version import KEYS as VERSION_KEYS
from peerlog.library.activity_types import activity_types
from peerlog.library.requirement_sets import check_requirement_file, requirement_sets

DOCS = (Path(__file__).parents[2] / "docs" / "requirements.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"`requirements/(\w+)\.toml`:\n\n```toml\n(.+?)```", DOCS, re.DOTALL))


def read(folder: Path, name: str) -> Scheme:
    path = folder / f"{name}.toml"
    path.write_text(EXAMPLES[name], encoding="utf-8")
    found, problem = check_requirement_file(path)
    assert problem == ""
    assert found is not None
    return found


def test_each_body_says_what_it_is_and_whether_it_was_confirmed() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", DOCS, re.MULTILINE))
    expected = {}
    for name, scheme in requirement_sets()[0].items():
        now = next(each for each in scheme.versions if each.in_force(each.checked))
        expected[name] = f"{scheme.label} | {scheme.about} | {'' if now.confirmed else 'not '}confirmed"
    assert rows == expected


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("meaning", vocabulary.MEANINGS),
        ("category", vocabulary.CATEGORIES),
        ("relation", vocabulary.RELATIONS),
        ("contact", vocabulary.CONTACTS),
        ("form", vocabulary.SIGNATURES),
    ],
)
def test_a_vocabulary_is_printed_whole(heading: str, words: dict[str, str]) -> None:
    table = DOCS[DOCS.index(f"| {heading} | in words |") :].split("\n\n")[0]
    assert dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", table, re.MULTILINE)[1:]) == words


def test_periods_fields_and_types_are_printed_whole() -> None:
    table = DOCS[DOCS.index("| kind | a period is |") :].split("\n\n")[0]
    assert re.findall(r"^\| (\w+) \| ", table, re.MULTILINE)[1:] == [kind.value for kind in PeriodKind]
    assert f"begins with something of the entry: {', '.join(vocabulary.DRAWS)}." in " ".join(DOCS.split())
    types = {name: each.label for name, each in activity_types().items()}
    assert dict(re.findall(r"^- (\w+): (.+)$", DOCS, re.MULTILINE)) == types
    span = DOCS[DOCS.index("Some types of activity go over days") :].split("One\nactivity")[0]
    assert set(re.findall(r"`(\w+)`", span)) == {each.name for each in activity_types().values() if each.over_days}
    for words in (vocabulary.SHAPES, vocabulary.HOLDS, vocabulary.UNITS, vocabulary.HAND_IN, vocabulary.CONFIDENCE):
        assert all(re.search(rf"\b{word}\b", EXAMPLES["guild"]) for word in words)


def test_the_small_example_is_enough(tmp_path: Path) -> None:
    choir = read(tmp_path, "choir")
    assert choir.versions[0].requirements[0].least == 2400


def test_the_full_example_shows_every_key(tmp_path: Path) -> None:
    guild = read(tmp_path, "guild")
    for key in (*VERSION_KEYS, *REQUIREMENT_KEYS, *COSIGN_KEYS):
        assert re.search(rf"^(\[+versions\.)?{key}\b", EXAMPLES["guild"], re.MULTILINE), key
    earlier, later = guild.versions
    assert later.starts == date(2026, 1, 1)
    assert (earlier.period.due_days, later.period.due_days) == (30, 0)


def test_every_key_of_every_table_is_shown_in_a_table_of_that_sort(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the reader accepts and what the example says are the same, but for what excludes each other."""
    accepted: dict[str, set[str]] = {}
    shown: dict[str, set[str]] = {}

    def check_keys(where: str, table: Mapping[str, object], expected: Sequence[str]) -> None:
        sort = re.sub(r" \d+", "", where).split(": ")[-1]
        accepted.setdefault(sort, set()).update(expected)
        shown.setdefault(sort, set()).update(table)
        pack.check_keys(where, table, expected)

    read(tmp_path, "guild")  # every module that reads is loaded now
    for name, module in sys.modules.items():
        if name.startswith("peerlog.domain.scheme.") and hasattr(module, "check_keys"):
            monkeypatch.setattr(module, "check_keys", check_keys)
    versions = tomllib.loads(EXAMPLES["guild"])["versions"]
    read(tmp_path, "guild")
    accepted["version"].discard("as_before")  # taken out where it is resolved
    assert any("as_before" in version for version in versions)
    unseen = {sort: accepted[sort] - shown[sort] for sort in accepted}
    assert {sort: keys for sort, keys in unseen.items() if keys} == {"period": {"asks", "due", "on"}}
    assert set(accepted) == {
        *(
            "version",
            "period",
            "hand_in",
            "gaps",
            "keep",
            "disclosure",
            "list",
            "cosign",
            "requirement",
            "coverage",
            "part",
            "field",
        ),
        "variant",
    }
    assert 'or due = "11-30"' in EXAMPLES["guild"]
    assert "`asks` is how you are asked for it" in DOCS
    assert "`on` says which" in DOCS
    top = tomllib.loads(EXAMPLES["guild"])
    with pytest.raises(Problem) as refused:
        read_scheme("s", {**top, "colour": 1})
    assert set(re.findall(r"\w+", refused.value.hint)) - {"Expected", "and"} == set(top)


@pytest.mark.parametrize(
    ("old", "new"), [("each_months = 12 ", "each_months = 7 "), ("begins = 2023-01-01", 'begins = "02-30"')]
)
def test_a_mistake_is_named_as_printed(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "guild.toml"
    path.write_text(EXAMPLES["guild"].replace(old, new, 1), encoding="utf-8")
    said = check_requirement_file(path)[1].replace(str(tmp_path), "…/requirements")
    assert said in DOCS.splitlines()
