"""Signed copies as they were released: we still write and take them, and the programs that everybody has agree."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.consent.golden_copies import FOLDER, GOLDEN, TEXT, copy_of, kept, kept_renderings, key
from tests.programs import program

from peerlog.consent.checking import check_files, check_signed_copy
from peerlog.consent.copy_layout import HOW_TO_CHECK, PAGE, PRINT, STATEMENT, SUMS
from peerlog.consent.statement import content_of

Tamper = Callable[[dict[str, bytes]], None]


@pytest.mark.parametrize("name", GOLDEN)
def test_the_same_copy_is_still_written(name: str) -> None:
    assert copy_of(GOLDEN[name], kept_renderings(name)) == kept(name)


@pytest.mark.parametrize("name", GOLDEN)
def test_it_is_still_taken(name: str) -> None:
    checked = check_signed_copy(FOLDER / name)
    assert checked.faults == ()
    assert [(each.name, each.key) for each in checked.signatures] == [(each, key(each)) for each in GOLDEN[name]]
    assert checked.statement is not None
    assert checked.statement.is_about(content_of(TEXT))
    assert "whose keys they are is not established here" in " ".join(checked.sentences)


def test_what_the_files_of_those_without_a_plain_name_are_called() -> None:
    assert {"member-1.sig", "kim.sig"} <= kept("chinese").keys()
    assert {"member-1.sig", "member-2.sig"} <= kept("dots").keys()
    assert "zoe-o-hara.sig" in kept("four")


@pytest.mark.parametrize("name", GOLDEN)
def test_the_programs_that_everybody_has_agree(name: str) -> None:
    lines = commands(kept(name))
    assert len(lines) == 3 + 2 * len(GOLDEN[name])
    said = [run(line, FOLDER / name) for line in lines]
    assert all(status == 0 for status, _ in said)
    signers = [text for _, text in said if text.startswith('Good "consent@peerlog.v1" signature for')]
    assert len(signers) == len(GOLDEN[name])
    keys = [line for line in kept(name)[HOW_TO_CHECK].decode().split("\n") if re.match("   [^ ].*: [\\w-]{43}$", line)]
    assert [text.strip() for _, text in said[-len(keys) :]] == [line[-43:] for line in keys]
    assert all(line[-43:] in kept(name)[STATEMENT].decode() for line in keys)


def _text(files: dict[str, bytes]) -> None:
    files["summary.md"] = files["summary.md"].replace(b"January", b"October")


def _purpose(files: dict[str, bytes]) -> None:
    files[STATEMENT] = files[STATEMENT].replace(b"my CPD record", b"the newspaper")


def _signature(files: dict[str, bytes]) -> None:
    at = files["sam.sig"].index(b"\n") + 150
    files["sam.sig"] = files["sam.sig"][:at] + bytes([files["sam.sig"][at] ^ 1]) + files["sam.sig"][at + 1 :]


def _other_key(files: dict[str, bytes]) -> None:
    files["allowed_signers"] = files["allowed_signers"].replace(b"\nsam ", b"\nada ")


def _swapped(files: dict[str, bytes]) -> None:
    files["sam.sig"], files["kim.sig"] = files["kim.sig"], files["sam.sig"]


TAMPERED: Mapping[str, Tamper] = {
    "summary.md": _text,
    STATEMENT: _purpose,
    "sam.sig": _signature,
    "allowed_signers": _other_key,
    "kim.sig": _swapped,
}


@pytest.mark.parametrize("file", TAMPERED)
def test_all_three_refuse_what_was_changed(file: str, tmp_path: Path) -> None:
    files = kept("two")
    TAMPERED[file](files)
    lay_out(files, tmp_path)
    assert file in {fault.file for fault in check_signed_copy(tmp_path).faults}
    sums, *signatures = [run(line, tmp_path)[0] for line in commands(kept("two"))[:3]]
    assert sums
    # The text is not what is signed, but its digest, which the third step compares.
    assert any(signatures) is (file != "summary.md")
    step = "sha256sum summary.md"
    if file == "summary.md":
        assert run(step, tmp_path)[1].split()[0] not in (tmp_path / STATEMENT).read_text(encoding="utf-8")


def test_what_nobody_signed_is_told_by_the_sums_alone(tmp_path: Path) -> None:
    for file in (PAGE, PRINT, HOW_TO_CHECK):
        files = {**kept("two"), file: b"Kim agreed to something else."}
        lay_out(files, tmp_path)
        assert run(f"sha256sum -c {SUMS}", tmp_path)[0]
        assert [fault.file for fault in check_files(files).faults] == [file]


def commands(files: Mapping[str, bytes]) -> list[str]:
    """The lines of VERIFY.txt that anybody can type."""
    for name in ("ssh-keygen", "sha256sum"):
        program(name)
    indented = [line[4:] for line in files[HOW_TO_CHECK].decode().split("\n") if re.match(" {4}[a-z]", line)]
    return [line for line in indented if not line.startswith("peerlog ")]


def run(line: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)
