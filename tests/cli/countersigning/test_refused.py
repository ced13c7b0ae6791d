"""What is not signed, not taken in and not written."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program
from tests.cli.countersigning.asked import ANN, answered, asked, listed


def test_nothing_is_signed_after_a_no_or_without_what_is_needed(cli: Program, entry: str) -> None:
    file = asked(cli, entry)
    missing = cli.run("sign", str(file), "--name", "Ann Lee", "--yes")
    assert missing.exit_code == 2
    assert "Give --role, --organisation, --email, --day, --place, --contact or --no-contact." in missing.stderr
    silent = cli.run("sign", str(file), *[each for each in ANN if each != "--yes"])
    assert (silent.exit_code, "Add --yes" in silent.stderr) == (2, True)
    assert [each.name for each in cli.root.glob("*.peerlog")] == [file.name]


def test_what_does_not_fit_is_refused_and_nothing_kept(cli: Program, entry: str) -> None:
    file = asked(cli, entry)
    back = answered(cli, file)
    header, _, text = file.read_bytes().partition(b"\n")
    others = {
        "other request": header.replace(b'"title":"Chairing"', b'"title":"Visit"') + b"\n" + text,
    }
    for name, content in others.items():
        (cli.root / name).write_bytes(content)
    strange = answered(cli, cli.root / "other request", out="strange.peerlog")
    changed = cli.root / "changed.peerlog"
    changed.write_bytes(back.read_bytes().replace(b"librarian", b"professor"))
    for path, code, why in (
        (strange, 1, "This answers nothing that you have asked"),
        (changed, 4, "its signature is not good"),
        (file, 1, "This asks for a signature, and has none."),
        (cli.root / "passphrase", 1, "This is not a signature that came back."),
        (cli.root / "nowhere", 1, "nowhere"),
    ):
        result = cli.run("countersign", "receive", str(path))
        assert (result.exit_code, why in result.stderr) == (code, True), result.stderr
    assert [each["state"] for each in listed(cli)] == ["asked"]

    edited = cli.root / "edited.peerlog"
    edited.write_bytes(header + b"\n" + text.replace(b"run over", b"overrun"))
    signing = cli.run("sign", str(edited), *ANN)
    assert (signing.exit_code, "it was changed on the way" in signing.stderr) == (4, True)
    signing = cli.run("sign", str(back), *ANN)
    assert (signing.exit_code, "has been signed already" in signing.stderr) == (1, True)

    where_updates_are = cli.run("receive", str(back))
    assert "This is a signature that came back, not an update." in where_updates_are.stderr


def test_an_answer_to_one_entry_is_none_to_another(cli: Program, entry: str) -> None:
    """The same words in another entry are another request."""
    twin = cli.add("--title", "Chairing", "--minutes", "45", "I let the first presenter run over.")
    asked(cli, twin, "-o", "twin.peerlog")
    cli.run("countersign", "receive", str(answered(cli, asked(cli, entry))))
    assert [each["state"] for each in listed(cli, entry)] == ["signed"]
    assert [each["state"] for each in listed(cli, twin)] == ["asked"]


def test_a_state_that_somebody_types_signs_nothing(cli: Program, entry: str) -> None:
    asked(cli, entry)
    (waiting,) = listed(cli)
    cli.run("edit", waiting["id"], "--set", "state=established", "--set", "known_by=me")
    assert listed(cli)[0]["state"] == "asked"
    cli.run("countersign", "receive", str(answered(cli, cli.root / "to-sign-chairing.peerlog")))
    cli.run("edit", waiting["id"], "--set", "content=Another text.")
    (broken,) = listed(cli)
    assert broken["state"] == "broken"
    assert "this does not count" in cli.run("countersign").stdout
    assert cli.run("countersign", "export", broken["id"], "-o", "copy").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["--meaning", "approves", "--to", "Ann"], 2, "Choose one of: took-place, read, checked, supports."),
        (["--meaning", "read", "--to", " "], 2, "--to is empty."),
        (["--meaning", "read", "--to", "Ann", "--field", "mood"], 2, "There is no “mood” in this entry."),
        (["--meaning", "read", "--to", "Ann", "--detail", "fax"], 2, "“fax” is not a detail"),
        (["--meaning", "read", "--to", "Ann", "--answer-by", "yesterday"], 2, "has passed"),
        (["--meaning", "read", "--to", "Ann", "--text", " "], 2, "There is no text to sign."),
        (["--meaning", "read", "--to", "A" * 501], 2, "not one line of text"),
    ],
)
def test_bad_requests_are_said_and_write_nothing(
    cli: Program, entry: str, arguments: list[str], code: int, why: str
) -> None:
    result = cli.run("countersign", "ask", entry, "--yes", *arguments)
    assert (result.exit_code, why in result.stderr) == (code, True), result.stderr
    assert listed(cli) == []
    assert not list(cli.root.glob("*.peerlog"))


def test_a_place_that_is_taken_is_not_touched(cli: Program, entry: str) -> None:
    taken = cli.root / "taken.peerlog"
    taken.write_text("mine", encoding="utf-8")
    result = cli.run("countersign", "ask", entry, "--meaning", "read", "--to", "Ann", "--yes", "-o", str(taken))
    assert (result.exit_code, taken.read_text(encoding="utf-8")) == (1, "mine")
    assert listed(cli) == []


def test_what_is_for_nobody_else_is_never_asked_about(cli: Program) -> None:
    vent = cli.add("How I hate it.", "--set", "vent=yes")
    result = cli.run("countersign", "ask", vent, "--meaning", "read", "--to", "Ann", "--yes")
    assert (result.exit_code, "for yourself alone" in result.stderr) == (1, True)
