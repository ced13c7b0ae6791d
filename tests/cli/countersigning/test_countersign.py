"""`peerlog countersign` and `peerlog sign`: asking, signing without any journal, and taking in."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from tests.cli.conftest import Program
from tests.cli.countersigning.asked import ANN, answered, asked, listed, needs_ssh

from peerlog.cli import terminal


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
