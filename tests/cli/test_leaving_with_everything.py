"""`peerlog export everything`: asked about first, and one folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Program


def test_it_asks_first_and_writes_one_folder(cli: Program, tmp_path: Path) -> None:
    id_ = cli.add("A course")
    paper = tmp_path / "certificate.txt"
    paper.write_text("attended")
    assert cli.run("evidence", "add", id_[:8], str(paper)).exit_code == 0
    out = tmp_path / "Dropbox" / "out"
    out.parent.mkdir()
    asked = cli.run("export", "everything", str(out))
    assert asked.exit_code == 2
    assert "not encrypted" in asked.stderr
    assert "Dropbox" in asked.stderr
    assert list(out.parent.iterdir()) == []
    done = cli.run("export", "everything", str(out), "--yes")
    assert done.exit_code == 0, done.stderr
    assert "Entries: 1, kept files: 1" in done.stdout
    assert (out / "files" / "certificate.txt").read_text() == "attended"
    again = cli.run("export", "everything", str(out), "--yes")
    assert (again.exit_code, "holds something already" in again.stderr) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("everything", "-"),
        ("everything", "out", "--kind", "note"),
        ("everything", "out", "--force"),
        ("everything", "out", "--with-evidence", "x"),
        ("json", "-", "--yes"),
    ],
)
def test_what_does_not_go_together_is_said(cli: Program, arguments: tuple[str, ...]) -> None:
    assert cli.run("export", *arguments).exit_code == 2


def test_a_path_that_climbs_is_refused(cli: Program, tmp_path: Path) -> None:
    refused = cli.run("export", "everything", f"{tmp_path}/a/../b", "--yes")
    assert (refused.exit_code, "“..”" in refused.stderr) == (1, True)
