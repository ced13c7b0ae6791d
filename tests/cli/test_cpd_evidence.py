"""Files that show what counts: kept with an entry, they are the activity's too, and a record names them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Program


def test_a_file_kept_with_an_entry_is_listed_with_its_activity(cli: Program, tmp_path: Path) -> None:
    cli.run("cpd", "body", "add", "generic")
    for name, size in (("certificate.pdf", 1_250_000), ("notes.pdf", 700)):
        (tmp_path / name).write_bytes(b"%PDF-1.7\n" + b"x" * (size - 9))
    entry = cli.add("A course on chairing")
    activity = cli.json("cpd", "count", entry, "1h")["id"]
    for kept_with, name in ((entry, "certificate.pdf"), (activity, "notes.pdf")):
        assert cli.run("evidence", "add", kept_with, str(tmp_path / name)).exit_code == 0
    said = "notes.pdf, 700 bytes; certificate.pdf, 1.2 MB"
    assert f"Kept with it: {said}" in cli.run("cpd", "list").stdout
    (listed,) = cli.json("cpd", "list")["activities"]
    assert [each["name"] for each in listed["evidence"]] == ["notes.pdf", "certificate.pdf"]
    assert "certificate.pdf" in cli.run("show", activity).stdout
    assert [each["name"] for each in cli.json("show", entry)["evidence"]] == ["certificate.pdf"]
    assert cli.run("cpd", "answer", "evidence", "--for", entry, input="").stdout == f"{said}\n"
    target = tmp_path / "record.md"
    assert cli.run("cpd", "export", "-o", str(target), "--yes").exit_code == 0
    assert said in target.read_text("utf-8")
    assert cli.run("evidence", "remove", cli.json("evidence", "list", entry)["files"][0]["id"]).exit_code == 0
    assert cli.run("cpd", "answer", "evidence", "--for", entry, input="").stdout == "notes.pdf, 700 bytes\n"
