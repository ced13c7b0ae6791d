"""Words of the code never reach the screen: neither in kinds and fields nor in what is said about mistakes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import peerlog.domain
from peerlog.domain.kinds import KINDS, Kind

CODE_WORDS = re.compile(
    r"\b(vaults?|spaces?|circles?|changes?|bundles?|conflicts?|proposals?|approv\w+|seal(s|ed)?|receipts?|schemes?|pulses?|vents?"
    r"|slots?|shapes?)\b",
    re.IGNORECASE,
)
FOLDER = Path(peerlog.domain.__file__).parent
# Who writes a template or requirements writes `shape`, so what is said about those may name it.
SOURCES = [path for path in sorted(FOLDER.rglob("*.py")) if path.name not in ("template.py", "record_part.py")]


def words_of(kind: Kind) -> Iterator[str]:
    yield from (kind.label, kind.about, kind.prompt)
    for field in kind.all_fields.values():
        yield from (field.label, field.hint, *(choice.label for choice in field.choices))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_no_kind_shows_a_code_word(kind: Kind) -> None:
    assert [said for said in words_of(kind) if CODE_WORDS.search(said)] == []


def problems_in(path: Path) -> Iterator[str]:
    """The fixed texts of every `Problem(…)` in a source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_no_problem_shows_a_code_word() -> None:
    said = [text for path in SOURCES for text in problems_in(path)]
    assert len(said) > 40
    assert [text for text in said if CODE_WORDS.search(text)] == []
