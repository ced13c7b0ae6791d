"""docs/models.md, protocols.md and requirements.md say what is so: tables, examples and rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peerlog.domain import depth
from peerlog.domain.kinds.agreement import CADENCES
from peerlog.domain.question_help import MOST_LOOKED_AT, hint_for
from peerlog.domain.session_plan import plan, total_minutes
from peerlog.library.group_protocols import group_protocols
from peerlog.library.prompt_decks import prompt_decks
from peerlog.library.question_sets import question_sets
from peerlog.library.reflection_models import reflection_models

from .packs import SORTS, Sort

DOCS = Path(__file__).parents[2] / "docs"
MODELS = (DOCS / "models.md").read_text(encoding="utf-8")
PROTOCOLS = (DOCS / "protocols.md").read_text(encoding="utf-8")
REQUIREMENTS = (DOCS / "requirements.md").read_text(encoding="utf-8")
ALL = MODELS + PROTOCOLS + REQUIREMENTS
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", ALL, re.MULTILINE))


def test_every_packaged_one_is_in_a_table_and_nothing_else() -> None:
    labels = {name: pack.label for sort in SORTS for name, pack in sort.packaged().items()}
    assert {name: row.split(" | ")[0] for name, row in ROWS.items()} == labels


def test_the_counts_and_sources_are_right() -> None:
    for name, model in reflection_models()[0].items():
        source = model.source or "nobody in particular"
        assert ROWS[name] == f"{model.label} | {len(model.stages)} | {source}"
    for name, deck in prompt_decks()[0].items():
        assert ROWS[name] == f"{deck.label} | {len(deck.prompts)} | {deck.about}"
    for name, questions in question_sets()[0].items():
        assert ROWS[name] == f"{questions.label} | {len(questions.questions)} | {questions.about}"
    for name, protocol in group_protocols()[0].items():
        limits = ["–".join(map(str, sorted(set(pair)))) for pair in (protocol.people, protocol.turns)]
        assert ROWS[name] == f"{protocol.label} | {limits[0]} | {limits[1]} | {protocol.source}"


def test_the_looks_at_depth_are_printed_as_they_are() -> None:
    printed = re.findall(r"^\d\. \*\*(.+?)\.\*\* (.+)$", MODELS, re.MULTILINE)
    assert printed == [(look.label, look.question) for look in depth.LOOKS]


def test_the_rules_of_question_help_are_as_printed() -> None:
    rows = re.findall(r"^\| (advice|leading|double|closed) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", MODELS, re.MULTILINE)
    assert {sort for sort, *_ in rows} == {"advice", "leading", "double", "closed"}
    for sort, _, flagged, left_alone in rows:
        hint = hint_for(flagged)
        assert hint is not None, flagged
        assert hint.sort == sort, flagged
        assert hint_for(left_alone) is None, left_alone
    assert f"the first {MOST_LOOKED_AT} characters" in " ".join(MODELS.split())


def test_the_cadences_are_printed_in_words() -> None:
    assert ", ".join(words for words, _ in CADENCES.values()) in " ".join(PROTOCOLS.split())


def test_the_session_is_as_printed() -> None:
    steps = plan(group_protocols()[0]["action_learning"], ("Ada", "Bo", "Cy", "Di", "Ed"), ["Bo", "Di"], 120)
    minutes = {step.name: step.minutes for step in steps}
    turns = [total_minutes([step for step in steps if step.turn == turn]) for turn in (1, 2)]
    said = (
        f"a round of {minutes['updates']} minutes each, {minutes['order']} for the order, "
        f"twice {turns[0]} for the turns, {minutes['review']} for how you worked."
    )
    assert turns[0] == turns[1]
    assert said in " ".join(PROTOCOLS.split())


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.folder)
def test_the_example_works_as_printed(sort: Sort, tmp_path: Path) -> None:
    example = re.search(rf"`{sort.folder}/(\w+)\.toml`:\n\n```toml\n(.+?)```", ALL, re.DOTALL)
    assert example is not None
    (tmp_path / f"{example[1]}.toml").write_text(example[2], encoding="utf-8")
    packs, problems = sort.load(tmp_path)
    assert problems == ()
    assert example[1] in packs
