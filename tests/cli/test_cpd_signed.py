"""Another person's part in a record, from what they signed: by its meaning, and into the files that are handed in."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn
from tests.cli.conftest import Program
from tests.cli.two_who_agree import Somebody, Two

ANN = (
    *("--name", "Ann Lee", "--role", "librarian", "--organisation", "Leeds", "--email", "ann@example.org"),
    *("--day", "2026-11-17", "--place", "video", "--relationship", "colleague", "--register", "none"),
    *("--number", "none", "--contact", "--yes"),
)
CANARY = "Xq7canary"


def told(
    cli: Program | Somebody, body: str, folder: Path, formats: Sequence[str] = ("md", "json", "pdf", "docx")
) -> dict[str, str]:
    """The record as it is handed in, in every format that has the person's part, in words."""
    found = {}
    for format_ in formats:
        file = folder / f"record.{format_}"
        result = cli.run("cpd", "export", body, "-o", str(file), "--yes", "--force")
        assert result.exit_code == 0, result.stderr
        content = file.read_bytes()
        if format_ == "pdf":
            text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        elif format_ == "docx":
            text = "\n".join(each.text or "" for each in read_docx(io.BytesIO(content)).element.body.iter(qn("w:t")))
        else:
            text = content.decode()
        found[format_] = " ".join(text.split())
    return found


def verdicts(cli: Program | Somebody, *arguments: str) -> list[tuple[bool, list[str]]]:
    return [(each["counts"], each["refusals"]) for each in cli.json("cpd", "peer", *arguments)["counts_for"]]


def agreed_summary(two: Two) -> str:
    """The id of a summary that both have signed."""
    two.kim.do("summary", "draft", "Sam")
    id_ = str(two.kim.json("summary", "list")["summaries"][0]["id"])
    two.kim.do("summary", "add", id_, f"I dare to let a silence last. {CANARY}")
    two.kim.do("summary", "propose", id_, "--yes")
    two.exchange()
    two.sam.do("summary", "approve", "--yes")
    two.exchange()
    return id_


def test_a_summary_that_both_signed_says_that_it_took_place(two: Two, tmp_path: Path) -> None:
    kim = two.kim
    kim.do("cpd", "body", "add", "nmc", "--day", "2027-03-31")
    entry = kim.add("On chairing", "--kind", "meeting", "--title", "Talk with Sam")
    kim.do("cpd", "count", entry, "1h", "--category", "discussion")
    about = [*("--relation", "colleague", "--registered", "12A3456E", "--email", "sam@example.org")]
    about += ["--address", "1 High Street", "--day", "2026-11-17", "--may-be-named"]
    id_ = agreed_summary(two)
    assert verdicts(kim, "add", entry, "Sam", *about, "--on-register", "nmc") == [(False, ["unsigned"])]
    (peer,) = kim.json("cpd", "peer", "list", entry)["peers"]
    assert verdicts(kim, "change", peer["id"], "--signed", id_) == [(True, [])]
    for said in told(kim, "nmc", tmp_path).values():
        assert "Summary 1" in said
        assert "it took place" in said.casefold()
        assert "sam@example.org" in said
        assert CANARY not in said
    # it does not mean anything else, and it is not anybody's
    other = kim.json("cpd", "peer", "change", peer["id"], "--meaning", "checked")
    assert other["counts_for"] == []
    assert "nothing is signed yet" not in kim.do("cpd", "peer", "change", peer["id"], "--meaning", "took-place")
    kim.do("cpd", "peer", "add", entry, "Sam", *about, "--on-register", "nmc", "--signed", id_)
    assert told(kim, "nmc", tmp_path, ["md"])["md"].count("sam@example.org") == 1, "the same person twice is one"
    ada = kim.json("cpd", "peer", "add", entry, "Ada", *about, "--on-register", "nmc", "--signed", id_)
    assert "“Summary 1”, signed by Sam" in told(kim, "nmc", tmp_path, ["md"])["md"]
    kim.do("cpd", "peer", "remove", ada["id"])
    # withdrawn: it stays agreed, and supports nothing that leaves from then on
    two.sam.do("summary", "withdraw", id_, "--yes")
    two.exchange()
    assert verdicts(kim, "change", peer["id"], "--role", "nurse") == [(False, ["unsigned"])]
    assert "Summary 1" not in told(kim, "nmc", tmp_path, ["md"])["md"]


def test_a_summary_that_is_void_or_waits_is_no_signature(two: Two) -> None:
    kim = two.kim
    kim.do("cpd", "body", "add", "nmc", "--day", "2027-03-31")
    entry = kim.add("Talk with Sam")
    kim.do("cpd", "count", entry, "1h", "--category", "discussion")
    kim.do("summary", "draft", "Sam")
    id_ = kim.json("summary", "list")["summaries"][0]["id"]
    kim.do("summary", "propose", id_, "--yes")
    peer = kim.json("cpd", "peer", "add", entry, "Sam", "--on-register", "nmc", "--signed", id_)
    assert peer["counts_for"][0]["refusals"] == ["unsigned"]
    kim.do("summary", "edit", id_, "decisions", "We go on.")
    assert verdicts(kim, "change", peer["id"], "--role", "nurse") == [(False, ["unsigned"])]


MEANT = [
    ("took-place", "nmc", "Reflective discussion", False),
    ("read", "ara", "Validating statement", True),
    ("checked", "gosc", "Peer discussion review", True),
    ("supports", "ama", "Mentor's recommendation", True),
]


@pytest.mark.parametrize(("meaning", "body", "label", "whole"), MEANT)
def test_what_somebody_outside_signed_counts_by_its_meaning(
    cli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meaning: str, body: str, label: str, whole: bool
) -> None:
    monkeypatch.chdir(cli.root)
    assert cli.run("cpd", "body", "add", body, "--day", "2025-06-01" if body != "nmc" else "2027-03-31").exit_code == 0
    entry = cli.add("--title", "Chairing", f"I let the first presenter run over. {CANARY}")
    category = "project" if body == "ama" else "discussion"
    assert cli.run("cpd", "count", entry, "1h", "--category", category).exit_code == 0
    signed = {}
    wrong = next(each for each, *_ in MEANT if each != meaning)
    for each in (meaning, wrong):
        asked = cli.json("countersign", "ask", entry, "--meaning", each, "--to", "Ann Lee", "--yes", "-o", f"{each}.p")
        answer = cli.run("sign", asked["file"], "-o", f"{each}.back", *ANN, PEERLOG_HOME=str(cli.root / "none"))
        assert answer.exit_code == 0, answer.stderr
        signed[each] = cli.json("countersign", "receive", f"{each}.back")["id"]
    owner = body if whole else entry
    relation = "mentor" if body == "ama" else "same-profession"
    about = ["--meaning", meaning, "--relation", relation, "--on-register", body, "--may-be-named", "--role", "nurse"]
    about += ["--organisation", "Leeds", "--registered", "1234", "--day", "2026-11-17"]
    about += ["--email", "ann@example.org", "--address", "1 High Street"]
    peer = cli.json("cpd", "peer", "add", owner, "Ann Lee", *about, "--signed", signed[wrong])
    assert [each["refusals"] for each in peer["counts_for"]] == [["unsigned"]]
    assert verdicts(cli, "change", peer["id"], "--signed", signed[meaning]) == [(True, [])]
    shown = json.dumps(cli.json("cpd", "record", body))
    assert label in shown
    for said in told(cli, body, tmp_path).values():
        assert "Ann Lee" in said
        assert "“Chairing”" in said or "\\u201cChairing" in said
    if body != "gosc":
        return
    friend = verdicts(cli, "change", peer["id"], "--relation", "client")
    assert friend == [(False, ["may"])]
    assert "They are none of those who may." in cli.run("cpd", "record", body).stdout
    assert cli.run("edit", entry, "--set", "text=I cut them short.").exit_code == 0
    assert "signed for an earlier text" in told(cli, body, tmp_path, ["md"])["md"]


def done(cli: Program, *arguments: str) -> None:
    result = cli.run(*arguments)
    assert result.exit_code == 0, result.stderr


def test_what_somebody_signed_is_named_without_its_first_words_and_without_other_people(
    cli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.root)
    done(cli, "cpd", "body", "add", "nmc", "--day", "2027-03-31")
    entry = cli.add(f"{CANARY}, said Sam Okafor.")
    done(cli, "cpd", "count", entry, "1h", "--category", "discussion")
    asked = cli.json("countersign", "ask", entry, "--meaning", "took-place", "--to", "Ann Lee", "--yes", "-o", "ask.p")
    answer = cli.run("sign", asked["file"], "-o", "back.p", *ANN, PEERLOG_HOME=str(cli.root / "none"))
    assert answer.exit_code == 0, answer.stderr
    signed = cli.json("countersign", "receive", "back.p")["id"]
    done(cli, "cpd", "peer", "add", entry, "Ann Lee", "--may-be-named", "--signed", signed)
    for said in told(cli, "nmc", tmp_path).values():
        assert "“Note”" in said or "\\u201cNote" in said
        assert CANARY not in said
    done(cli, "edit", entry, "--title", "A walk with Sam Okafor")
    done(cli, "meeting", "add", "Coffee", "--with", "Sam Okafor")
    assert "“A walk with Sam Okafor”" in told(cli, "nmc", tmp_path, ["md"])["md"]
    done(cli, "cpd", "export", "nmc", "-o", "named.md", "--pseudonyms", "--yes")
    said = (cli.root / "named.md").read_text()
    assert "“A walk with Colleague A”" in said
    assert "Ann Lee" in said
    assert "Okafor" not in said
