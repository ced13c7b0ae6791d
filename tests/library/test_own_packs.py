"""A person's own content: it joins the packaged, wins over it, and a broken file costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerlog.library.packs import MOST_BYTES

from .packs import SORTS, Sort

ANY = pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.folder)


@ANY
def test_a_missing_folder_is_nothing_to_speak_of(sort: Sort, tmp_path: Path) -> None:
    assert sort.load(tmp_path / "none") == sort.load(None)


@ANY
def test_an_own_one_joins_the_others(sort: Sort, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(sort.own, encoding="utf-8")
    found, problems = sort.load(tmp_path)
    assert problems == ()
    assert (found["own"].name, found["own"].label) == ("own", "Our own")
    assert set(found) == {"own", *sort.packaged()}


@ANY
def test_an_own_one_takes_the_place_of_the_packaged_one(sort: Sort, tmp_path: Path) -> None:
    name = next(iter(sort.packaged()))
    (tmp_path / f"{name}.toml").write_text(sort.own, encoding="utf-8")
    assert sort.load(tmp_path)[0][name].label == "Our own"
    assert sort.packaged()[name].label != "Our own"


@ANY
@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'label = "L"\nabout "x"\n', ", line 2: not valid TOML: expected '=' after a key in a key/value pair."),
        (b'about = "x"\n', ": label: expected a line of text, up to 300 characters."),
        (b'label = "L"\nabout = 3\n', ", line 2: about: expected a line of text, up to 300 characters."),
        (b"\xff\xfe", ", line 1: expected UTF-8 text."),
        (b"#" * (MOST_BYTES + 1), ": longer than 64 KiB."),
    ],
)
def test_a_broken_one_costs_only_itself(sort: Sort, tmp_path: Path, content: bytes, problem: str) -> None:
    name = next(iter(sort.packaged()))
    (tmp_path / f"{name}.toml").write_bytes(content)
    (tmp_path / "own.toml").write_text(sort.own, encoding="utf-8")
    found, problems = sort.load(tmp_path)
    assert problems == (f"{tmp_path / name}.toml{problem}",)
    assert found[name] == sort.packaged()[name]
    assert "own" in found


@ANY
def test_an_unknown_key_is_named_with_those_there_are(sort: Sort, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(f"colour = 1\n{sort.own}", encoding="utf-8")
    (problem,) = sort.load(tmp_path)[1]
    assert problem.startswith(f"{tmp_path / 'own.toml'}, line 1: unknown key “colour”; expected label, about, source")


@ANY
def test_a_name_that_could_not_be_stored_is_refused(sort: Sort, tmp_path: Path) -> None:
    (tmp_path / "My Own.toml").write_text(sort.own, encoding="utf-8")
    (problem,) = sort.load(tmp_path)[1]
    said = "expected a name of up to 40 lower-case letters, digits and _, a letter first."
    assert problem == f"{tmp_path / 'My Own.toml'}: {said}"


@ANY
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_pack_or_one_sentence(sort: Sort, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(content)
    found, problems = sort.load(tmp_path)
    assert ("own" in found) == (not problems)
    assert all(problem.isprintable() for problem in problems)
    assert set(sort.packaged()) <= set(found)
