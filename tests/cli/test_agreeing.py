"""Putting forward, signing and answering on the command line, and all that is refused there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.two_who_agree import Somebody, Two
from tests.prebuilt import PASSPHRASE

from peerlog.cli import invocation, passphrase_again, terminal
from peerlog.domain.entry import PRIVATE
from peerlog.errors import BadInput
from peerlog.journal.journal import Journal

NOT_JSON = ("drawn_from", '"statement"', "{\\", '{"')


def shared(journal: Journal) -> str:
    return next(name for name in journal.spaces if name != PRIVATE)


def agreement(who: Somebody) -> str:
    other = "Sam" if who.name == "Kim" else "Kim"
    given = ("--with", other, "--circle", other, "--focus", "Chair well", "--clauses", "none", "--start")
    id_: str = who.json("agreement", "add", *given)["id"]
    return id_


def test_an_agreement_is_declined_changed_signed_and_closed(two: Two) -> None:
    kim, sam = two
    id_ = agreement(kim)
    assert "Nobody has signed it." in kim.do("agreement")
    kim.do("agreement", "propose", "--yes")
    two.exchange()
    declined = sam.do("agreement", "decline", id_, "--reason", "Two hours are too many.")
    assert "You said no to Agreement between Kim and Sam." in declined
    assert "Change the draft together" in sam.refused("agreement", "approve", id_, "--yes")
    assert "You have said no to this version already." in sam.refused("agreement", "decline", id_)
    sam.do("exchange", "--yes")
    came = kim.json("exchange", "--yes")["arrived"][0]
    assert came["notices"] == [
        "Sam said no to Agreement between Kim and Sam: “Two hours are too many.” Change it together, and put it "
        "forward again."
    ]
    assert came["entries"] == []
    assert "Sam: said no on" in kim.do("agreement")
    assert kim.json("today")["signed_news"] == [], "it has been looked at"
    void = kim.run("edit", id_, "--set", "hours=1")
    assert void.stderr == "", "a version that was declined can become no more void"
    kim.do("agreement", "propose", "--yes", "--answer-by", "+2w", "--may-have", "Kim", "--may-have", "Ada")
    assert "That makes it void" in kim.run("agreement", "renew").stderr
    said = kim.do("agreement", "propose", "--yes")
    assert "version 3" in said
    again = kim.run("agreement", "propose")
    assert "put forward already: Agreement between Kim and Sam, version 3 waits for Sam." in again.stdout
    two.exchange()
    old = sam.json("agreement", "show")["texts"][0]["other_versions"][0]
    assert (old["version"], old["may_have"]) == (2, ["Kim", "Ada"])
    assert "version 3 has taken its place" in sam.refused("agreement", "approve", old["id"], "--yes")
    assert "It is agreed." in sam.do("agreement", "approve", "--yes")
    assert "is agreed already" in sam.refused("agreement", "approve", id_, "--yes")
    assert "It can be withdrawn." in sam.refused("agreement", "decline", id_)
    kim.do("agreement", "propose", "--closing", "--yes")
    two.exchange()
    assert "No agreement waits" in sam.refused("agreement", "approve")
    sam.do("agreement", "approve", "--closing", "--yes")
    assert sam.do("agreement", "show", "--closing", "--text").startswith("# Statement of a partnership among peers\n")
    assert "Its closing statement" in sam.do("agreement")


def test_thanks_that_may_be_quoted_are_signed_by_who_wrote_them(two: Two, tmp_path: Path) -> None:
    kim, sam = two
    id_ = kim.json("thanks", "add", "You waited.", "--to", "Sam", "--circle", "Sam")["id"]
    assert "not for quoting" in kim.refused("thanks", "approve", id_, "--yes")
    kim.do("thanks", "quotable", id_)
    kim.do("thanks", "approve", id_, "--yes")
    kim.do("exchange", "--yes")
    assert "Kim signed Thanks from Kim to Sam.\n" in sam.do("exchange", "--yes")
    assert "Only who wrote these thanks" in sam.refused("thanks", "approve", id_, "--yes")
    shown = sam.do("thanks", "show", id_)
    assert "Signed on " in shown
    assert "leaves out" not in shown
    sam.do("thanks", "export", id_, "-o", str(tmp_path / "thanks"))
    assert (tmp_path / "thanks" / "summary.md").read_bytes() == sam.run("thanks", "show", id_, "--text").stdout_bytes
    assert "It stays signed." in kim.do("thanks", "withdraw", id_, "--yes")
    assert "is an agreement" in kim.refused("thanks", "show", agreement(kim))


def test_nothing_is_signed_without_a_yes_and_the_passphrase(two: Two, tmp_path: Path) -> None:
    kim, _ = two
    id_ = agreement(kim)
    assert "Add --yes" in kim.refused("agreement", "propose", id_, code=2)
    wrong = tmp_path / "wrong"
    wrong.write_text("no such words\n", encoding="utf-8")
    kim.refused("agreement", "propose", id_, "--yes", code=3, PEERLOG_PASSPHRASE_FILE=str(wrong))
    assert "lies in the past" in kim.refused("agreement", "propose", id_, "--answer-by", "2020-01-01", code=2)
    assert "is empty" in kim.refused("agreement", "propose", id_, "--for", " ", code=2)
    assert kim.json("agreement", "show")["texts"] == []
    assert "nobody has signed or answered it" in kim.refused("agreement", "decline", id_)
    assert "is an agreement, not a summary" in kim.refused("summary", "approve", id_)
    assert "not an id" in kim.refused("summary", "approve", "sam", code=2)
    assert "No summary waits" in kim.refused("summary", "approve")


def test_no_keyring_answers_for_the_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEERLOG_PASSPHRASE_FILE", raising=False)
    monkeypatch.setattr(passphrase_again, "can_ask_secretly", lambda: False)
    with pytest.raises(BadInput, match="no terminal to ask for the passphrase"):
        passphrase_again.with_passphrase_again(lambda _: pytest.fail("nothing was typed"))


def test_keys_that_were_never_compared_block_signing(two: Two) -> None:
    kim, _ = two
    id_ = agreement(kim)
    with kim.journal() as journal, journal.spaces[shared(journal)].write():
        journal.spaces[shared(journal)].run("DELETE FROM compared")
    assert "peerlog circle verify" in kim.refused("agreement", "propose", id_, "--yes")


def test_what_is_no_signature_is_named_and_does_not_count(two: Two) -> None:
    kim, sam = two
    id_ = agreement(kim)
    two.exchange()
    with sam.journal() as journal:
        for signed in ("I agree", '{"peerlog":"forged"}'):
            fields = {"parent": id_, "content": "Anything", "signed": signed}
            journal.entries.add("approval", fields, space=shared(journal))
    sam.do("exchange", "--yes")
    came = kim.do("exchange", "--yes")
    assert "Something in the place of a signature that is none" in came
    assert "does not count. Sam sent it." in came
    said = kim.run("agreement").stderr
    assert "Look out: Something in the place of a signature that is none" in said
    assert kim.json("agreement", "show")["texts"] == []


def test_no_screen_shows_the_paper_that_was_signed(two: Two, tmp_path: Path) -> None:
    kim, sam = two
    agreement(kim)
    kim.do("agreement", "propose", "--yes")
    left = kim.do("exchange", "--yes")
    sam.do("exchange", "--yes")
    (paper,) = kim.json("list", "--kind", "approval")["entries"]
    kim.do("export", "markdown", str(tmp_path / "md"))
    (page,) = (tmp_path / "md").glob("*signature*")
    told = [
        left,
        page.read_text(encoding="utf-8"),
        *(
            sam.do(*each)
            for each in (["news", "--keep"], ["list", "--kind", "approval"], ["today"], ["show", paper["id"]])
        ),
    ]
    for each in told:
        assert not [odd for odd in NOT_JSON if odd in each], each
    assert "signature  Agreement between Kim and Sam" in told[3]
    assert told[5].startswith("Signature under Agreement between Kim and Sam\n")
    assert sam.json("search", "agreement", "--kind", "approval")["entries"] == []
    assert paper["fields"]["signed"].startswith('{"statement"')


def test_a_signature_is_neither_changed_nor_deleted_nor_imported(two: Two, tmp_path: Path) -> None:
    kim, sam = two
    agreement(kim)
    kim.do("agreement", "propose", "--yes")
    (paper,) = kim.json("list", "--kind", "approval")["entries"]
    for order in (["edit", "--text", "x"], ["edit", "--set", "reason=x"], ["delete"], ["delete", "--forever", "--yes"]):
        assert "What has been signed stays as it is." in kim.refused(order[0], paper["id"], *order[1:])
    for format_ in ("json", "markdown"):
        target = tmp_path / ("all.json" if format_ == "json" else "pages")
        kim.do("export", format_, str(target))
        result = sam.run("import", format_, str(target), "--yes", "--json")
        assert result.exit_code == 0, result.output
        brought = json.loads(result.stdout)
        (left,) = [each for each in brought["notes"] if "signature" in each["note"]]
        assert left["entries"] == 1
        assert "approval" not in brought["kinds"]
    assert sam.json("list", "--kind", "approval")["entries"] == []


def test_on_a_terminal_everything_is_asked(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    kim, _ = two
    kim.add("Say less.", "--kind", "goal", "--title", "Chair a meeting", "--circle", "Sam")
    monkeypatch.delenv("PEERLOG_PASSPHRASE_FILE")
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    for module in (invocation, passphrase_again):
        monkeypatch.setattr(module, "can_ask_secretly", lambda: True)
    answers = [PASSPHRASE, "2031-01-01", "", "", "", "nonsense", "focus"]
    draft = kim.do("summary", "draft", input="\n".join([*answers, ""]))
    assert "cannot begin on 1 January 2031" in draft
    assert "There is no section called “nonsense”." in draft
    assert "“Chair a meeting” is a goal" in draft
    assert "## Focus" not in draft
    assert "Nothing was changed." in kim.run("summary", "propose", input=f"{PASSPHRASE}\nn\n").stderr
    signed = kim.do("summary", "propose", input="\n".join([PASSPHRASE, "y", "wrong", PASSPHRASE, ""]))
    assert "That passphrase does not open this journal." in signed
    assert "You signed Summary 1. It waits for Sam." in signed


def test_a_purpose_that_changed_is_said_before_signing(two: Two) -> None:
    kim, sam = two
    id_ = agreement(kim)
    kim.do("agreement", "propose", id_, "--yes")
    two.exchange()
    sam.refused("agreement", "approve", code=2)
    kim.do("agreement", "propose", id_, "--yes", "--for", "the newsletter", "--may-have", "Everybody")
    two.exchange()
    said = sam.run("agreement", "approve").stdout
    assert "Nothing changed in the text since version 1, which you saw" in said
    assert "It was for: what we hold each other to. Now: the newsletter." in said
    assert "Who might have it: Kim and Sam. Now: Everybody." in sam.do("agreement", "show", "--changes")
    long = kim.refused("agreement", "propose", id_, "--for", "x" * 501, code=2)
    assert "What it is for takes up to 500 characters" in long
    again = kim.run("agreement", "propose", id_).stdout
    assert "Void by it: the signature of Kim under the version before." in again


def test_no_words_of_a_text_stand_at_the_edge_of_a_terminal(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    kim, _ = two
    id_ = agreement(kim)
    spoof = chr(0x2800) * 75 + " May have it: everybody"
    kim.do("edit", id_, "--set", f"text={spoof} {chr(0x2800) * 90}Answer by: never")
    monkeypatch.setattr(terminal, "is_shown", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    shown = kim.run("agreement", "propose", id_, "--for", spoof).stdout
    assert [line for line in shown.split("\n") if line.startswith("May have it:")] == ["May have it: Kim and Sam"]
    assert not [line for line in shown.split("\n") if line.startswith("Answer by: never")]
    assert max(map(len, shown.split("\n"))) <= 80


def test_the_list_of_summaries_fits_a_terminal(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    kim, _ = two
    id_ = kim.json("summary", "draft", "--title", "Our summary " + "of everything " * 20)["id"]
    kim.do("summary", "add", id_, "Mine.")
    kim.do("summary", "propose", id_, "--yes")
    kim.run("summary", "edit", id_, "text", "More.")
    assert "void because the summary was edited after it was put forward\n" in kim.do("summary", "list")
    monkeypatch.setattr(terminal, "is_shown", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    lines = kim.do("summary", "list").split("\n")
    assert max(map(len, lines)) <= 80
    assert lines[0].endswith("void because the summary was edited") or lines[1].startswith(" " * 40)
