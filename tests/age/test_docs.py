"""The example in docs/age.md runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import peerlog.age

DOCUMENT = (Path(__file__).parents[2] / "docs" / "age.md").read_text(encoding="utf-8")


def test_the_example_runs() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    exec(compile(example, "docs/age.md", "exec"), {})
    assert example.count("assert") == 2


def test_every_error_is_named() -> None:
    named = {name: getattr(peerlog.age, name) for name in peerlog.age.__all__}
    errors = [name for name, value in named.items() if isinstance(value, type) and issubclass(value, ValueError)]
    assert len(errors) == 9
    assert [name for name in errors if f"`{name}`" not in DOCUMENT] == []
