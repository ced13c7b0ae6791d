"""Messages find the line that they are about, in any valid TOML."""

from __future__ import annotations

import pytest

from peerlog.library.toml_lines import line_of

SOURCE = '''# a comment with [brackets] and = signs
label = "L"   # and another
text = """
[[versions]]
name = "not a table"
"""
quoted = 'x = "["'
list = [
  "a",  # ]
  "b",
]

[[versions]]
note = "first"

[versions.period]
kind = "rolling"

[[versions.parts]]
name = "log"
"odd name" = 1
coverage = { over = "types", least = 1 }

[[versions.parts.fields]]
name = "day"

[[versions.parts.fields]]
name = "what"
hint = "h"

[[versions]]
note = "second"

[[versions.parts]]
name = "peer"
marked.focus = ["x"]

[[versions.parts.fields]]
name = "who"
'''


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("label: expected a line", 'label = "L"'),
        ("text: expected", "text ="),
        ("list: expected", "list = ["),
        ("quoted: expected", "quoted"),
        ("version 1: note: expected", 'note = "first"'),
        ("version 2: note: expected", 'note = "second"'),
        ("version 1: period: kind: expected", 'kind = "rolling"'),
        ("version 1: period: months: expected", "[versions.period]"),
        ("version 1: hand_in: how: expected", "[[versions]]"),
        ("version 1: part 1: field 2: hint: expected", 'hint = "h"'),
        ("version 1: part 1: field 2: label: expected", "[[versions.parts.fields]]"),
        ("version 1: part 1: coverage: among: expected", "coverage ="),
        ("version 2: part 1: field 1: name: expected", 'name = "who"'),
        ("version 2: part 1: marked: focus: expected", "marked.focus"),
        ("version 2: part 9: name: expected", "[[versions]]"),
        ("version 1: part 1: unknown key “name”.", 'name = "log"'),
        ("unknown key “quoted”.", "quoted"),
    ],
)
def test_the_line_is_found(message: str, begins: str) -> None:
    line = line_of(SOURCE, message)
    assert line is not None
    assert SOURCE.splitlines()[line - 1].startswith(begins)
    assert line_of(SOURCE.replace("\n", "\r\n"), message) == line


@pytest.mark.parametrize("message", ["expected a file.", "colour: expected", "longer than 64 KiB", "", "body: x: y"])
def test_where_no_place_is_named_there_is_no_line(message: str) -> None:
    assert line_of(SOURCE, message) is None


def test_the_right_one_of_many() -> None:
    lines = [line_of(SOURCE, f"version 1: part 1: field {number}: name: ") for number in (1, 2)]
    assert [SOURCE.splitlines()[(line or 0) - 1] for line in lines] == ['name = "day"', 'name = "what"']
