"""A person's own page templates: they win over the packaged ones, and a broken one costs only itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerlog.domain.field import Shape
from peerlog.library.loader import page_templates
from peerlog.library.packs import MOST_BYTES

ROUNDS = """
label = "Rounds"
about = "What we saw on the walk round."

[[fields]]
name = "saw"
label = "Saw"
"""


def test_a_missing_folder_is_nothing_to_speak_of(tmp_path: Path) -> None:
    assert page_templates(tmp_path / "pages") == page_templates()


def test_an_own_page_joins_the_others(tmp_path: Path) -> None:
    (tmp_path / "rounds.toml").write_text(ROUNDS)
    templates, problems = page_templates(tmp_path)
    assert problems == ()
    assert templates["rounds"].label == "Rounds"
    assert templates["rounds"].fields[0].name == "page_saw"
    assert templates["rounds"].fields[0].shape is Shape.PROSE
    assert set(templates) == {"rounds", *page_templates()[0]}


def test_an_own_page_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    (tmp_path / "swot.toml").write_text(ROUNDS)
    assert page_templates(tmp_path)[0]["swot"].label == "Rounds"
    assert page_templates()[0]["swot"].label == "SWOT"


def test_what_is_changed_in_an_answer_stays_out_of_the_next() -> None:
    page_templates()[0].clear()
    assert page_templates()[0]


def test_files_of_other_sorts_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "rounds.toml~").write_text("not TOML")
    (tmp_path / ".rounds.toml").write_text("not TOML")
    (tmp_path / "notes.md").write_text("not TOML")
    assert page_templates(tmp_path) == page_templates()


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "rounds.toml").write_text(ROUNDS, encoding="utf-8-sig")
    assert page_templates(tmp_path)[1] == ()


def test_words_are_cleaned_for_the_screen(tmp_path: Path) -> None:
    (tmp_path / "rounds.toml").write_text(
        ROUNDS.replace('"Rounds"', '"\\u001b[31mRounds\\nof \\u202ethe ward"') + 'hint = "two\\n\\tlines"'
    )
    template = page_templates(tmp_path)[0]["rounds"]
    assert template.label == "Rounds of the ward"
    assert template.fields[0].hint == "two lines"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            b'label = "Rounds"\nabout "x"\n',
            ", line 2: not valid TOML: expected '=' after a key in a key/value pair.",
        ),
        (b"label = [", ", at the end: not valid TOML: invalid value."),
        (b'about = "x"\n', ": label: expected a text."),
        (b'label = "R"\nabout = 3\n', ", line 2: about: expected a text."),
        (
            b'label = "R"\nabout = "x"\ncolour = 1\n',
            ", line 3: unknown key “colour”; expected label, about, source and [[fields]].",
        ),
        (
            b'label = "R"\nabout = "x"\n[[fields]]\nname = "q"\nlabel = "Q"\nshape = "table"\n',
            ", line 6: field 1: shape: expected one of line, prose, choice, number, day, names, found “table”.",
        ),
        (
            b'label = "R"\nabout = "x"\n[[fields]]\nname = "Q"\nlabel = "Q"\n',
            ", line 4: field 1: name: expected lower-case letters, digits and _, found “Q”.",
        ),
        (b"\xff\xfe", ", line 1: expected UTF-8 text."),
        (b"a = " + b"[" * 20_000, ": nested too deeply."),
        (b"[" + b"a." * 30_000 + b"b]", ": nested too deeply."),
        (b"'a' . " * 10_000 + b"b = 1", ": nested too deeply."),
        (b"x = {" + b"a." * 30_000 + b"b = 1}", ": nested too deeply."),
        (b"#" * (MOST_BYTES + 1), ": longer than 64 KiB."),
    ],
)
def test_a_broken_page_gives_one_sentence_and_stops_nobody(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "broken.toml").write_bytes(content)
    (tmp_path / "rounds.toml").write_text(ROUNDS)
    templates, problems = page_templates(tmp_path)
    assert problems == (f"{tmp_path / 'broken.toml'}{problem}",)
    assert "rounds" in templates
    assert "broken" not in templates


def test_a_broken_page_leaves_the_packaged_one_in_place(tmp_path: Path) -> None:
    (tmp_path / "swot.toml").write_text("label =")
    templates, problems = page_templates(tmp_path)
    assert templates["swot"] == page_templates()[0]["swot"]
    assert len(problems) == 1


def test_a_name_that_could_not_be_stored_is_refused(tmp_path: Path) -> None:
    (tmp_path / "My Rounds.toml").write_text(ROUNDS)
    _, problems = page_templates(tmp_path)
    assert problems == (f"{tmp_path / 'My Rounds.toml'}: a template's name is lower-case letters, digits and _.",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_folder_and_a_pipe_are_named_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    os.mkfifo(tmp_path / "b.toml")
    _, problems = page_templates(tmp_path)
    assert problems == tuple(f"{tmp_path / name}: expected a file." for name in ("a.toml", "b.toml"))


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("")
    templates, problems = page_templates(tmp_path / "pages")
    (problem,) = problems
    assert problem.startswith(f"{tmp_path / 'pages'}: cannot be read: ")
    assert templates == page_templates()[0]


def test_a_problem_never_carries_control_characters(tmp_path: Path) -> None:
    (tmp_path / "rounds.toml").write_text(ROUNDS.replace("label =", '"\\u001b]0;title\\u0007bad\\nkey" =', 1))
    (problem,) = page_templates(tmp_path)[1]
    assert problem.isprintable()
    assert "“bad key”" in problem


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_give_a_template_or_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "rounds.toml").write_bytes(content)
    templates, problems = page_templates(tmp_path)
    assert ("rounds" in templates) == (not problems)
    assert all(problem.isprintable() for problem in problems)
    assert set(page_templates()[0]) <= set(templates)
