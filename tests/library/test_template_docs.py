"""docs/templates.md says what is so: every packaged template is in its table, and its example works as printed."""

from __future__ import annotations

import re
from pathlib import Path

from peerlog.library.loader import page_templates

DOCS = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_every_packaged_template_is_in_the_table() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \| ", DOCS, re.MULTILINE))
    labels = {name: template.label for name, template in page_templates()[0].items()}
    assert {name: label for name, label in rows.items() if name in labels} == labels


def test_every_shape_that_a_template_may_use_is_in_the_table(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('label = "X"\nabout = "x"\n[[fields]]\nname = "x"\nlabel = "x"\nshape = "none"')
    (problem,) = page_templates(tmp_path)[1]
    (offered,) = re.findall(r"expected one of ([a-z, ]+), found", problem)
    table = DOCS[DOCS.index("| shape | holds |") :]
    assert set(re.findall(r"^\| `(\w+)` \| ", table, re.MULTILINE)) == set(offered.split(", "))


def test_the_example_is_a_template(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.+?)```", DOCS, re.DOTALL)
    (tmp_path / "rounds.toml").write_text(example, encoding="utf-8")
    templates, problems = page_templates(tmp_path)
    assert problems == ()
    assert [field.label for field in templates["rounds"].fields] == ["Ward", "What I saw", "How it felt", "Beds free"]
