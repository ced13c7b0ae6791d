"""`peerlog countersign` and `peerlog sign`: asking, signing without any journal, taking in, and what is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Program

from peerlog.cli import terminal

ANN = (
    *("--name", "Ann Lee", "--role", "librarian", "--organisation", "Leeds", "--email", "ann@example.org"),
    *("--day", "2026-11-17", "--place", "video", "--relationship", "colleague", "--register", "none"),
    *("--number", "none", "--contact", "--yes"),
)
needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")


@pytest.fixture
def entry(cli: Program) -> str:
    return cli.add("--title", "Chairing", "--minutes", "45", "--tag", "sets", "I let the first presenter run over.")


def asked(cli: Program, entry: str, *more: str, meaning: str = "took-place") -> Path:
    said = cli.json("countersign", "ask", entry, "--meaning", meaning, "--to", "Ann Lee", "--yes", *more)
    return Path(said["file"])


def answered(cli: Program, file: Path, *more: str, out: str = "back.peerlog") -> Path:
    """What comes back from somebody who has no journal anywhere."""
    result = cli.run("sign", str(file), "-o", str(cli.root / out), *ANN, *more, PEERLOG_HOME=str(cli.root / "none"))
    assert result.exit_code == 0, result.stderr
    assert not (cli.root / "none").exists()
    return cli.root / out


def listed(cli: Program, *entry: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.json("countersign", "list", *entry)["countersignatures"]
    return found


@pytest.fixture(autouse=True)
def here(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cli.root)


def test_the_whole_way(cli: Program, entry: str) -> None:
    file = asked(cli, entry, "--answer-by", "+2w")
    assert file.name == "to-sign-chairing.peerlog"
    header, _, text = file.read_text(encoding="utf-8").partition("\n")
    assert text.startswith("# Chairing\n\n")
    assert text.endswith("45 min\n\nI let the first presenter run over.\n")
    assert "sets" not in text
    assert entry not in header
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600

    signed = cli.run("sign", str(file), "-o", "back.peerlog", *ANN, PEERLOG_HOME=str(cli.root / "none"))
    assert "  I let the first presenter run over.\n" in signed.stdout
    assert "This took place as it is described here. I was there." in signed.stdout
    assert "It does not say that you judge what was learned" in signed.stdout
    assert f"Send this file back to Kim: {cli.root / 'back.peerlog'}" in signed.stdout
    assert "is kept nowhere" in signed.stderr
    words = signed.stdout.partition("for these words: ")[2].split()

    (waiting,) = listed(cli)
    assert (waiting["state"], waiting["asked"], waiting["signed_by"]) == ("asked", "Ann Lee", None)
    taken = cli.run("countersign", "receive", "back.peerlog")
    assert "Signed by Ann Lee; whose key it is has not been established." in taken.stdout
    assert "  " + " ".join(words) in taken.stdout.splitlines()
    (one,) = listed(cli, entry)
    assert (one["state"], one["signed_by"], one["contact"], one["words"]) == ("signed", "Ann Lee", True, words)
    assert one["details"]["organisation"] == "Leeds"

    assert cli.json("countersign", "receive", "back.peerlog")["again"] is True
    assert len(listed(cli)) == 1
    same = cli.run("countersign", "verify", one["id"], "--same")
    assert "you know whose key it is" in same.stdout
    shown = cli.run("countersign", "show", one["id"]).stdout
    assert "Whose key it is: eight words were compared aloud on" in shown
    assert "  I let the first presenter run over.\n" in shown

    assert "From people outside" in cli.run("show", entry).stdout
    assert cli.json("show", entry)["countersignatures"][0]["state"] == "established"
    cli.run("edit", entry, "--text", "Another text.")
    assert "signed for an earlier text" in cli.run("countersign").stdout
    assert listed(cli)[0]["for_an_earlier_text"] is True


def test_it_asks_for_what_is_missing_and_goes_on_until_it_has_it(
    cli: Program, entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    file = asked(cli, entry)
    answers = ["", "", "librarian", "Leeds", "nowhere", "ann@example.org", "2026-11-17", "video", "n", "y"]
    result = cli.run("sign", str(file), input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.stderr
    assert "Your name [Ann Lee]" in result.stderr
    assert "“nowhere” is not an e-mail address." in result.stderr
    assert "May be contacted about it: no" in result.stdout
    assert (cli.root / "signed-chairing.peerlog").exists()
    again = cli.run("sign", str(file), *ANN)
    assert again.exit_code == 1
    assert "is there already, and was not touched" in again.stderr


def test_nothing_is_signed_after_a_no_or_without_what_is_needed(cli: Program, entry: str) -> None:
    file = asked(cli, entry)
    missing = cli.run("sign", str(file), "--name", "Ann Lee", "--yes")
    assert missing.exit_code == 2
    assert "Give --role, --organisation, --email, --day, --place, --contact or --no-contact." in missing.stderr
    silent = cli.run("sign", str(file), *[each for each in ANN if each != "--yes"])
    assert (silent.exit_code, "Add --yes" in silent.stderr) == (2, True)
    assert [each.name for each in cli.root.glob("*.peerlog")] == [file.name]


@needs_ssh
def test_ones_own_ssh_key_signs_and_is_looked_up(cli: Program, entry: str) -> None:
    key = cli.root / "id_ed25519"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "ann", "-f", str(key)], check=True)
    back = answered(cli, asked(cli, entry), "--ssh-key", str(key))
    said = cli.json("countersign", "receive", str(back), "--signers", f"{key}.pub")
    assert (said["state"], said["known_by"]) == ("established", "the key is in id_ed25519.pub as ann")

    copy = cli.run("countersign", "export", said["id"], "-o", "copy")
    assert copy.exit_code == 0, copy.stderr
    folder = cli.root / "copy"
    assert sorted(each.name for each in folder.iterdir()) == [
        *("SHA256SUMS", "VERIFY.txt", "allowed_signers", "item.md", "signer.sig", "statement.json"),
    ]
    lines = [each.strip() for each in (folder / "VERIFY.txt").read_text(encoding="utf-8").splitlines()]
    checks = [each for each in lines if each.startswith(("ssh-keygen ", "sha256sum ", "grep "))]
    assert len(checks) == 4
    for each in checks:
        subprocess.run(each, shell=True, cwd=folder, check=True, capture_output=True)
    assert f"# {'Chairing'}" in (folder / "item.md").read_text(encoding="utf-8")

    other = cli.root / "id_rsa"
    other.with_suffix(".pub").write_text("ssh-rsa AAAA kim\n", encoding="utf-8")
    refused = cli.run("sign", str(asked(cli, entry, "-o", "b.peerlog")), *ANN, "--ssh-key", str(other))
    assert (refused.exit_code, "Only SSH keys of the type Ed25519" in refused.stderr) == (1, True)


def test_a_second_answer_stands_beside_the_first(cli: Program, entry: str) -> None:
    file = asked(cli, entry)
    one, two = answered(cli, file), answered(cli, file, "--role", "archivist", out="two.peerlog")
    cli.run("countersign", "receive", str(one))
    second = cli.run("countersign", "receive", str(two))
    assert "The same request has another answer too: signed by Ann Lee" in second.stderr
    found = listed(cli, entry)
    assert [each["state"] for each in found] == ["signed", "signed"]
    assert {each["details"]["role"] for each in found} == {"librarian", "archivist"}
    assert len({each["key"] for each in found}) == 2

    gone = cli.run("countersign", "verify", found[1]["id"], "--different", "--yes")
    assert gone.exit_code == 0
    (left,) = listed(cli, entry)
    assert left["id"] == found[0]["id"]
    cli.run("countersign", "verify", left["id"], "--different", "--yes")
    assert [each["state"] for each in listed(cli, entry)] == ["asked"]


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


def test_the_text_is_cut_and_looked_at_before(cli: Program, entry: str) -> None:
    file = asked(cli, entry, "--field", "title", "--detail", "phone")
    assert "presenter" not in file.read_text(encoding="utf-8")
    assert "phone" in json.loads(file.read_text(encoding="utf-8").split("\n")[0])["details"]
    cut = asked(cli, entry, "--text", "I chaired a meeting.", "-o", "cut.peerlog")
    assert cut.read_text(encoding="utf-8").split("\n", 1)[1] == "I chaired a meeting.\n"
    look = cli.run("countersign", "ask", entry, "--meaning", "read", "--to", "Ann Lee", "-o", "no.peerlog")
    assert "  I let the first presenter run over.\n" in look.stdout
    assert "They say of themselves: name, role, organisation, e-mail, how you know each other" in look.stdout
    assert look.exit_code == 2
    assert not (cli.root / "no.peerlog").exists()
    assert len(listed(cli)) == 2


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


def test_by_hand(cli: Program, entry: str) -> None:
    page = cli.run("countersign", "page", entry, "--meaning", "read", "--to", "Ann Lee", "-o", "page.html")
    assert page.exit_code == 0, page.stderr
    html = (cli.root / "page.html").read_text(encoding="utf-8")
    for words in ("I have read this and believe that it is accurate.", "Signature:", "Date of signing:", "E-mail:"):
        assert words in html
    cli.run("countersign", "page", entry, "--meaning", "read", "--to", "Ann Lee", "-o", "page.pdf")
    assert (cli.root / "page.pdf").read_bytes().startswith(b"%PDF")
    assert "a page for Ann Lee to sign by hand" in cli.run("countersign").stdout
    assert len(listed(cli)) == 1

    said = cli.json("countersign", "scan", entry, "page.pdf", "--meaning", "read", "--by", "Ann Lee")
    assert (said["state"], said["signed_by"], said["words"]) == ("on-paper", "Ann Lee", [])
    assert "signed on paper, not verified: Ann Lee" in cli.run("countersign").stdout
    assert cli.json("evidence", "list", entry)["files"][0]["id"] == said["evidence"]
    assert cli.run("countersign", "verify", said["id"], "--same").exit_code == 1
    assert cli.run("countersign", "export", said["id"], "-o", "copy").exit_code == 1

    other = cli.json("countersign", "scan", entry, "page.pdf", "--meaning", "supports")
    assert (other["state"], len(listed(cli))) == ("on-paper", 2)
    odd = cli.run("countersign", "page", entry, "--meaning", "read", "-o", "page.txt")
    assert (odd.exit_code, "ends in .pdf or .html" in odd.stderr) == (2, True)


def test_it_goes_with_its_entry_and_is_told_in_words(cli: Program, entry: str) -> None:
    asked(cli, entry)
    (one,) = listed(cli)
    assert "Signature of Ann Lee: it took place" in cli.run("show", one["id"]).stdout
    assert "sha256" not in cli.run("show", one["id"]).stdout
    assert [each["id"] for each in cli.json("search", "presenter")["entries"]] == [entry]
    assert [each["id"] for each in cli.json("list")["entries"]] == [entry]
    cli.run("export", "markdown", "out")
    (written,) = [
        each for each in (cli.root / "out").iterdir() if "signature" in each.read_text(encoding="utf-8").lower()
    ]
    assert "sha256" not in written.read_text(encoding="utf-8")
    cli.run("delete", entry)
    assert listed(cli) == []
    cli.run("undelete", entry)
    assert len(listed(cli)) == 1
