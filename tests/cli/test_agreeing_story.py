"""A summary that two people agree on through the command line, from the draft to the copy that anybody can check."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.two_who_agree import Two

SSH = shutil.which("ssh-keygen")


def test_the_whole_story(two: Two, tmp_path: Path) -> None:
    kim, sam = two
    kim.add("Say less.", "--kind", "goal", "--title", "Chair a meeting", "--circle", "Sam")
    kim.add("I was afraid of the silence.\n\nThe printer!", "--kind", "reflection")
    private = kim.json("list", "--kind", "reflection")["entries"][0]["id"]

    # a draft, and words of both
    said = kim.do("summary", "draft", "Sam")
    assert "“Chair a meeting” is a goal that Kim wrote down" in said
    (row,) = kim.json("summary", "list")["summaries"]
    id_ = row["id"]
    assert (row["title"], row["state"], row["stands"]) == ("Summary 1", "draft", "draft")
    kim.do("summary", "add", id_, "I dare to let a silence last.")
    quoted = kim.do("summary", "quote", id_, "learned", private, "--text", "I was afraid of the silence.", "--yes")
    assert "  Kim wrote:\n\n  > I was afraid of the silence.\n" in quoted
    first = kim.do("exchange", "--yes")
    assert "printer" not in first
    assert "> I was afraid of the silence." in first
    sam.do("exchange", "--yes")
    sam.do("summary", "add", id_, "I ask before I advise.")

    # the first update with a signature
    assert "You signed Summary 1. It waits for Kim." in sam.do(
        "summary", "propose", id_, "--yes", "--for", "appraisals"
    )
    left = sam.do("exchange", "--yes")
    assert "new signature · under Summary 1\n    You put Summary 1 forward. It waits for Kim." in left
    assert "    For: appraisals\n    May have it: Kim and Sam\n" in left
    came = kim.do("exchange", "--yes")
    assert "Sam put Summary 1 forward. It waits for you." in came
    assert f"“peerlog summary approve {id_[:7]}” shows Summary 1 and signs it." in came
    assert "“peerlog summary approve" in kim.do("today")
    assert kim.json("today")["to_sign"][0]["title"] == "Summary 1"

    assert "Waits for you." in kim.do("summary", "show", id_)
    assert "You have not signed this" in kim.refused("summary", "show", id_, "--key")

    # an edit makes it void, for both: the second update
    edit = kim.run("summary", "edit", id_, "decisions", "We go on, once a month.")
    assert "Sam has signed Summary 1. An edit makes that void" in edit.stderr
    void = "void because the summary was edited after it was put forward"
    assert kim.json("summary", "list")["summaries"][0]["stands"] == void
    assert "Summary 1 is void, because the summary was edited" in kim.do("exchange", "--yes")
    assert "Summary 1 is void, because the summary was edited" in sam.do("exchange", "--yes")
    assert void in sam.do("summary", "list")
    assert "This version is void" in kim.refused("summary", "approve", id_, "--yes")
    assert "It is void since" in sam.refused("summary", "approve", id_, "--yes")

    # put forward again, signed by both, agreed: the third
    assert "version 2" in sam.do("summary", "propose", id_, "--yes")
    sam.do("exchange", "--yes")
    kim.do("exchange", "--yes")
    assert "{+We go on, once a month.+}" in kim.do("summary", "show", id_, "--changes")
    signed = kim.do("summary", "approve", "--yes")
    assert "Exactly this is what you would sign:" in signed
    assert "You signed Summary 1, version 2. It is agreed." in signed
    assert (
        "Kim signed Summary 1, version 2. It is agreed."
        in (kim.do("exchange", "--yes"), sam.do("exchange", "--yes"))[1]
    )
    assert "Summary 1, version 2: agreed on" in sam.do("today")
    shown = [each.json("summary", "show", id_)["text"] for each in two]
    assert shown[0]["statement"] == shown[1]["statement"]
    assert [each["state"] for each in shown] == ["agreed", "agreed"]
    exactly = [each.run("summary", "show", id_, "--text").stdout_bytes for each in two]
    assert exactly[0] == exactly[1]
    assert hashlib.sha256(exactly[0]).hexdigest() == shown[0]["sha256"]
    assert "Signing\n" not in sam.do("today"), "it has been looked at"

    # a signed copy that anybody can check, with peerlog and without
    copy = tmp_path / "copy"
    assert "not encrypted" in sam.do("summary", "export", id_, "-o", str(copy))
    assert "is there already" in sam.refused("summary", "export", id_, "-o", str(copy))
    assert (copy / "summary.md").read_bytes() == exactly[0]
    assert (copy / "statement.json").read_text(encoding="utf-8") == shown[0]["statement"]
    for each in two:
        each.do("summary", "verify", str(copy))
    told = tmp_path / "told"
    told.write_text("".join(each.do("summary", "show", id_, "--key") for each in two), encoding="utf-8")
    assert kim.json("summary", "verify", str(copy), "--signers", str(told))["is_established"] is True
    check_without_peerlog(copy)
    (copy / "summary.md").write_bytes(exactly[0].replace(b"once a month", b"every day"))
    assert "summary.md" in sam.run("summary", "verify", str(copy)).output

    sam.do("summary", "export", id_, "--draft", "-o", str(tmp_path / "draft"))
    assert sorted(each.name for each in (tmp_path / "draft").iterdir()) == ["summary.html", "summary.md", "summary.pdf"]
    assert "contradict each other" in sam.refused("summary", "export", id_, "--draft", "--zip", code=2)

    # withdrawn: it stays agreed, and nothing more of it leaves
    sam.do("summary", "withdraw", id_, "--reason", "It names a patient.", "--yes")
    sam.do("exchange", "--yes")
    assert "Sam withdrew Summary 1, version 2: “It names a patient.” It stays agreed" in kim.do("exchange", "--yes")
    assert "withdrawn" in kim.refused("summary", "export", id_, "-o", str(tmp_path / "again"))
    assert "withdrew it on" in kim.do("summary", "show", id_)


def check_without_peerlog(copy: Path) -> None:
    """What VERIFY.txt says, done."""
    if SSH is None:
        pytest.skip("there is no ssh-keygen here")
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=copy, check=True)
    signatures = sorted(copy.glob("*.sig"))
    assert [each.stem for each in signatures] == ["kim", "sam"]
    for each in signatures:
        order = ["-Y", "verify", "-f", "allowed_signers", "-I", each.stem, "-n", "consent@peerlog.v1", "-s", each.name]
        statement = (copy / "statement.json").read_bytes()
        subprocess.run([SSH, *order], cwd=copy, input=statement, check=True, capture_output=True)
