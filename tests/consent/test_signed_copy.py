"""Signed copies and drafts that leave a journal."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, put_forward, sign_newest
from tests.exchange.meeting import Peer, exchange

from peerlog.errors import PeerlogError, Refused
from peerlog.journal.agreeing.agreed_documents import Document
from peerlog.journal.agreeing.answering import withdraw
from peerlog.journal.agreeing.checking_copies import check_copy
from peerlog.journal.agreeing.copy_pages import DRAFT, pages_of_draft
from peerlog.journal.agreeing.signed_copy import copy_name, write_draft, write_signed_copy
from peerlog.journal.agreeing.texts_to_agree import TextToAgree
from peerlog.vault.copies import copies_made

RENDERED = "A rendering to be read, not the signed text"


@pytest.fixture(scope="module")
def pair(crews: Path) -> Iterator[tuple[Peer, Peer, TextToAgree]]:
    """Kim and Sam, and what they have agreed."""
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim), purpose="my CPD record", release=("Kim", "Sam", "the Board"))
        exchange(kim, sam)
        sign_newest(sam)
        exchange(kim, sam)
        yield kim, sam, as_seen_by(kim, text)


def test_a_copy_holds_what_was_signed(pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, _, text = pair
    written = write_signed_copy(kim.journal, text, tmp_path / copy_name(text))
    assert written.path.name == "agreement-between-kim-and-sam-signed"
    assert sorted(os.listdir(written.path)) == list(written.files)
    assert (written.path / "summary.md").read_text(encoding="utf-8") == text.text + "\n"
    assert (written.path / "statement.json").read_bytes() == text.asked.statement.text
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in written.path.iterdir()} == {0o600}
    said = (written.path / "VERIFY.txt").read_text(encoding="utf-8")
    assert "Kim made this copy, and the key is one of their own devices'." in " ".join(said.split())
    assert "Kim compared the words with Sam on 21 November 2026" in " ".join(said.split())
    checked = check_copy(written.path)
    assert checked.is_whole
    assert checked.sentences[:3] == (
        "Kim and Sam have both signed “Agreement between Kim and Sam”, exactly as it stands in summary.md.",
        "For: my CPD record.",
        "May have it: Kim, Sam and the Board.",
    )


def test_the_renderings_say_what_they_are_and_what_a_reader_wants(
    pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path
) -> None:
    kim, _, text = pair
    folder = write_signed_copy(kim.journal, text, tmp_path / "copy").path
    page = (folder / "summary.html").read_text(encoding="utf-8")
    pdf = pypdf.PdfReader(folder / "summary.pdf")
    printed = [" ".join(each.extract_text().split()) for each in pdf.pages]
    assert all(RENDERED in each for each in (page, *printed))
    wanted = ("Kim and Sam on 21 November 2026", "my CPD record", "Kim, Sam and the Board", "We meet on time.")
    assert all(each in page and each in " ".join(printed) for each in wanted)
    assert page.count("Agreement between Kim and Sam</h1>") == 1
    assert "Agreement between Kim and Sam</h2>" not in page


def test_headings_of_one_level_stay_alike() -> None:
    document = Document("Summary 3", "# Summary 3\n\n## Focus\n\nChairing\n\n### More\n\n## Decisions\n\nGo on")
    page = pages_of_draft(document, date(2026, 11, 28)).page.decode()
    assert re.findall(r"<h(\d)[^>]*>(.*?)</h", page) == [
        ("1", "Summary 3"),
        ("2", "Focus"),
        ("3", "More"),
        ("2", "Decisions"),
    ]


def test_a_zip_file_is_the_same_each_time(pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, sam, text = pair
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first, second = (
        write_signed_copy(kim.journal, text, tmp_path / name / "copy", zipped=True).path for name in ("first", "second")
    )
    assert first.name == "copy.zip"
    assert first.read_bytes() == second.read_bytes()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert check_copy(first).is_whole
    theirs = write_signed_copy(sam.journal, as_seen_by(sam, text), tmp_path / "theirs", zipped=True).path
    assert check_copy(theirs).signatures == check_copy(first).signatures


def test_copies_are_noted(pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, _, text = pair
    write_signed_copy(kim.journal, text, tmp_path / "copy")
    write_signed_copy(kim.journal, text, tmp_path / "copy", zipped=True)
    write_draft(kim.journal, kim.journal.entries.get(text.document), tmp_path / "draft")
    made = {each.path for each in copies_made(kim.journal.private)}
    assert {tmp_path / "copy", tmp_path / "copy.zip", tmp_path / "draft"} <= made


def test_who_else_gets_to_see_it_is_said(pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, _, text = pair
    (tmp_path / "Nextcloud").mkdir()
    (warning,) = write_signed_copy(kim.journal, text, tmp_path / "Nextcloud" / "copy").warnings
    assert "Nextcloud" in warning


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_nothing_is_written_over(kind: str, pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, _, text = pair
    target = tmp_path / "copy"
    if kind == "file":
        target.write_text("mine", encoding="utf-8")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="is there already, and was not touched"):
        write_signed_copy(kim.journal, text, target)
    with pytest.raises(Refused, match="is there already, and was not touched"):
        write_draft(kim.journal, kim.journal.entries.get(text.document), target)
    assert os.listdir(tmp_path) == ["copy"]


def test_nothing_is_left_of_one_that_cannot_be_written(
    pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, _, text = pair
    with pytest.raises(PeerlogError):
        write_signed_copy(kim.journal, text, tmp_path / "no" / "such" / "copy")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    for zipped in (False, True):
        with pytest.raises(Refused, match="no space left"):
            write_signed_copy(kim.journal, text, tmp_path / "copy", zipped=zipped)
    assert os.listdir(tmp_path) == []


def test_a_draft_is_marked_and_carries_no_signature(pair: tuple[Peer, Peer, TextToAgree], tmp_path: Path) -> None:
    kim, _, text = pair
    written = write_draft(kim.journal, kim.journal.entries.get(text.document), tmp_path / "draft")
    assert written.files == ("summary.html", "summary.md", "summary.pdf")
    words = (written.path / "summary.md").read_text(encoding="utf-8")
    assert words.startswith(f"**{DRAFT}**\n\n# Agreement")
    assert words.endswith(f"**{DRAFT}**\n")
    page = (written.path / "summary.html").read_text(encoding="utf-8")
    assert f'<p class="notice" role="note" dir="auto">{DRAFT}</p>' in page
    for each in pypdf.PdfReader(BytesIO((written.path / "summary.pdf").read_bytes())).pages:
        assert DRAFT in " ".join(each.extract_text().split())
    assert {fault.file for fault in check_copy(written.path).faults} >= {"statement.json", "allowed_signers"}


def test_thanks_are_copied_by_whom_they_are_for(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam):
        thanks = kim.write("thanks", text="You asked before advising.", source="Kim", people=["Sam"], quotable=True)
        exchange(kim, sam)
        text = put_forward(kim, thanks)
        exchange(kim, sam)
        written = write_signed_copy(sam.journal, as_seen_by(sam, text), tmp_path / "thanks")
        checked = check_copy(written.path)
        assert checked.sentences[0].startswith("Kim has signed “Thanks from Kim to Sam”")
        said = " ".join((written.path / "VERIFY.txt").read_text(encoding="utf-8").split())
        assert "Sam made this copy" in said
        assert "Kim (kim.sig): Sam compared the words with Kim" in said


def test_only_what_is_agreed_and_stands_is_handed_out(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        first = put_forward(kim, document)
        with pytest.raises(Refused, match="is not agreed: Sam did not sign it") as refused:
            write_signed_copy(kim.journal, first, tmp_path / "copy")
        assert "--draft" in refused.value.hint
        exchange(kim, sam)
        sign_newest(sam)
        exchange(sam, kim)
        kim.change(document, text="We meet on time, and leave on time.")
        second = put_forward(kim, document)
        exchange(kim, sam)
        sign_newest(sam)
        exchange(sam, kim)
        with pytest.raises(Refused, match=r"Version 2 of .* has been agreed since"):
            write_signed_copy(kim.journal, first, tmp_path / "copy")
        written = write_signed_copy(kim.journal, first, tmp_path / "copy", earlier=True)
        for file in ("VERIFY.txt", "summary.html"):
            said = " ".join((written.path / file).read_text(encoding="utf-8").split())
            assert "Version 2 has been agreed since; this is version 1." in said
        newest = write_signed_copy(kim.journal, second, tmp_path / copy_name(second))
        assert newest.path.name == "agreement-between-kim-and-sam-version-2-signed"
        withdraw(sam.journal, as_seen_by(sam, second))
        exchange(sam, kim)
        with pytest.raises(Refused, match=r"Sam has withdrawn .* no copy of it leaves"):
            write_signed_copy(kim.journal, second, tmp_path / "late")
        assert check_copy(newest.path).is_whole
        assert not (tmp_path / "late").exists()
