"""A person's own requirements: what is wrong with them is said with the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerlog.library.requirement_sets import check_requirement_file, requirement_set, requirement_sets

GOOD = """\
label = "Our club"
about = "What the club asks for."

[[versions]]
checked = 2026-11-27

[versions.period]
kind = "fixed"
begins = "01-01"
months = 12

[[versions.requirements]]
name = "all"
label = "All"
unit = "entries"
most = 10

[[versions.requirements]]
name = "visits"
label = "Visits"
unit = "entries"
of = "all"
types = ["visit"]
least = 4
"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("least = 4", "least = 11", ", line 24: version 1: requirement 2: least: more than the whole of “all” may be."),
        (
            "least = 4",
            "cap = 4\nleast = 5",
            ", line 25: version 1: requirement 2: least: expected no more than cap, beyond",
        ),
        ('"visit"]', '"visti"]', ", line 23: version 1: requirement 2: types: “visti” is not known; is it visit?"),
        (
            'begins = "01-01"',
            'begins = "02-30"',
            ", line 9: version 1: period: begins: there is no 02-30 in every year.",
        ),
        ("months = 12", "months = 0", ", line 10: version 1: period: months: expected a whole number from 1 to 120."),
        ("checked = 2026-11-27", "checked = 2026-02-30", ", line 5: not valid TOML: "),
        (
            "checked = 2026-11-27",
            "",
            ", line 4: version 1: checked: expected a day without quotes, such as 2026-11-27.",
        ),
        (
            "least = 4",
            "coverage = { over = 'types', least = 1, among = 2 }",
            ", line 24: version 1: requirement 2: coverage:",
        ),
        (
            "most = 10",
            "most = 10\ncolour = 1",
            ", line 17: version 1: requirement 1: unknown key “colour”; expected name,",
        ),
        ('of = "all"', 'of = "visits"', ", line 22: version 1: requirement 2: of: it would be a part of itself."),
        (
            "[[versions]]\n",
            "[[versions]]\nchecked = 2026-11-27\nas_before = true\n[[versions]]\n",
            ", line 6: version 1: as_before: there is no version before.",
        ),
        ('"Our club"', '"Our club"\nversions = 3', ", line 5: not valid TOML: "),
        (
            'name = "visits"',
            'name = "all"',
            ", line 19: version 1: requirement 2: name: “all” is the name of one before it.",
        ),
    ],
)
def test_the_file_and_the_line_are_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    path = tmp_path / "club.toml"
    assert GOOD.count(old) == 1
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    found, said = check_requirement_file(path)
    assert found is None
    assert said.startswith(f"{path}{problem}")
    assert requirement_sets(tmp_path)[1] == (said,)


def test_the_line_with_a_letter_of_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "club.toml"
    path.write_bytes(GOOD.replace('"Visits"', '"Besuch im Museé"').encode("latin-1"))
    assert check_requirement_file(path) == (None, f"{path}, line 20: expected UTF-8 text.")


def test_a_question_ends_in_its_own_mark(tmp_path: Path) -> None:
    path = tmp_path / "club.toml"
    path.write_text(GOOD.replace('"visit"]', '"visti"]'), encoding="utf-8")
    assert check_requirement_file(path)[1].endswith("types: “visti” is not known; is it visit?")


def test_a_file_of_ones_own_takes_the_place_of_one_that_ships(tmp_path: Path) -> None:
    """With all its versions, and where it is broken, what ships is back and the sentence says why."""
    path = tmp_path / "swe.toml"
    earlier = GOOD.replace("[[versions]]\n", "[[versions]]\nuntil = 2025-12-31\n")
    path.write_text(
        f"{earlier}\n[[versions]]\nas_before = true\nfrom = 2026-01-01\nchecked = 2026-11-27\n", encoding="utf-8"
    )
    schemes, problems = requirement_sets(tmp_path)
    assert (schemes["swe"].label, len(schemes["swe"].versions), problems) == ("Our club", 2, ())
    assert requirement_set("swe", tmp_path) == schemes["swe"]
    path.write_text(GOOD.replace("least = 4", "least = 11"), encoding="utf-8")
    schemes, problems = requirement_sets(tmp_path)
    assert schemes["swe"].label == "Social Work England CPD"
    assert requirement_set("swe", tmp_path) == schemes["swe"]
    assert problems[0].startswith(f"{path}, line 24: ")


def test_overlapping_versions_are_named(tmp_path: Path) -> None:
    path = tmp_path / "club.toml"
    later = "\n[[versions]]\nas_before = true\nfrom = 2026-01-01\nchecked = 2026-11-27\n"
    path.write_text(GOOD.replace("[[versions]]\n", "[[versions]]\nuntil = 2026-01-01\n") + later, encoding="utf-8")
    assert check_requirement_file(path)[1] == (
        f"{path}, line 29: version 2: from: it overlaps with the version before; versions come in order of time, each "
        "with a day from which, and the one before a day until which."
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("until = 2026-01-01", "until = 2025-12-31"), encoding="utf-8"
    )
    found, said = check_requirement_file(path)
    assert found is not None
    assert (len(found.versions), said) == (2, "")


def test_a_file_that_is_right_is_read(tmp_path: Path) -> None:
    path = tmp_path / "club.toml"
    path.write_text(GOOD, encoding="utf-8")
    found, said = check_requirement_file(path)
    assert found is not None
    assert (found.name, found.label, said) == ("club", "Our club", "")
    assert requirement_set("club", tmp_path) == found
    assert requirement_set("club") is None


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert check_requirement_file(tmp_path / "none.toml") == (None, f"{tmp_path / 'none.toml'}: expected a file.")
