"""The page templates that ship: complete, short enough for eighty columns, readable from a wheel, free until asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import peerlog
from peerlog.domain.field import Shape
from peerlog.domain.kinds.page import OWN_FIELDS
from peerlog.domain.template import PageTemplate
from peerlog.domain.text import clean_line
from peerlog.library.loader import page_templates

SORTS = (
    "application",
    "blank",
    "case",
    "contacts",
    "criteria",
    "glossary",
    "guest",
    "pdp",
    "project",
    "readiness",
    "reading",
    "swot",
    "visit",
)
PACKAGE = Path(peerlog.__file__).parent


def test_every_sort_of_page_is_there() -> None:
    templates, problems = page_templates()
    assert tuple(sorted(templates)) == SORTS
    assert problems == ()


def test_they_come_in_the_order_of_their_labels() -> None:
    labels = [template.label.casefold() for template in page_templates()[0].values()]
    assert labels == sorted(labels)


@pytest.mark.parametrize("name", SORTS)
class TestPackagedTemplate:
    def test_words_fit_eighty_columns_beside_a_margin(self, name: str) -> None:
        template = page_templates()[0][name]
        assert len(template.label) <= 20
        assert len(template.about) <= 76
        for field in template.fields:
            assert len(field.label) <= 30, field.name
            assert len(field.hint) <= 60, field.name

    def test_a_page_without_a_title_is_called_by_a_field_that_is_meant_to_name_it(self, name: str) -> None:
        fields = [field.name for field in page_templates()[0][name].fields]
        assert name == "blank" or OWN_FIELDS.by_name(fields)[0].removeprefix("page_") in OWN_FIELDS.naming

    def test_words_are_written_as_they_are_shown(self, name: str) -> None:
        for words in _words(page_templates()[0][name]):
            assert words == clean_line(words)
            assert "[" not in words

    def test_labels_are_told_apart(self, name: str) -> None:
        labels = [field.label.casefold() for field in page_templates()[0][name].fields]
        assert len(set(labels)) == len(labels)

    def test_it_says_where_the_practice_comes_from(self, name: str) -> None:
        template = page_templates()[0][name]
        assert bool(template.source) == bool(template.fields)

    def test_a_day_shows_how_a_day_is_written(self, name: str) -> None:
        for field in page_templates()[0][name].fields:
            if field.shape is Shape.DAY:
                assert field.clean(field.hint) == field.hint


def test_pages_are_found_inside_a_zip(tmp_path: Path) -> None:
    wheel = tmp_path / "peerlog.whl"
    with ZipFile(wheel, "w") as archive:
        for path in [*PACKAGE.glob("*.py"), *PACKAGE.glob("domain/**/*.py"), *PACKAGE.glob("library/**/*.*")]:
            archive.write(path, path.relative_to(PACKAGE.parent))
    said = _run(
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
        "from peerlog.library import loader\n"
        f"assert loader.__file__.startswith({str(wheel)!r})\n"
        "print(*sorted(loader.page_templates()[0]))"
    )
    assert tuple(said.split()) == SORTS


def test_importing_the_loader_loads_nothing_that_costs_time() -> None:
    said = _run(
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n"
        "import peerlog.library.loader\n"
        "print(*sorted({'tomllib', 'importlib.resources', 'peerlog.domain'} & set(sys.modules)))"
    )
    assert said.strip() == ""


def _run(program: str) -> str:
    """What `program` prints in a clean interpreter, without site-packages and what they import."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout


def _words(template: PageTemplate) -> list[str]:
    words = [template.label, template.about, template.source]
    for field in template.fields:
        words += [field.label, field.hint, *(choice.label for choice in field.choices)]
    return words
