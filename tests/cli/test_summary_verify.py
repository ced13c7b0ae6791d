"""`peerlog summary verify`: a verdict for people and for scripts, without any journal."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Program
from tests.consent.golden_copies import FOLDER, kept, key

from peerlog.consent.copy_layout import sums
from peerlog.crypto import sshsig

TWO = str(FOLDER / "two")


def signers(folder: Path, *lines: str) -> str:
    path = folder / "keys"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def line(name: str) -> str:
    return sshsig.public_line(key(name), name)


def test_0_when_everybody_has_signed(bare: Program) -> None:
    result = bare.run("summary", "verify", TWO)
    assert (result.exit_code, result.stderr) == (0, "")
    first, *_ = result.stdout.splitlines()
    assert first == "Kim and Sam have both signed “Summary 3, version 2”, exactly as it stands in summary.md."
    assert "whose keys they are is not established here" in result.stdout
    assert not bare.home.data.exists()


def test_0_when_every_key_is_known(bare: Program) -> None:
    result = bare.run("summary", "verify", TWO, "--signers", signers(bare.root, line("Kim"), line("Sam")))
    assert result.exit_code == 0
    assert "Your file knows it as Sam." in result.stdout
    assert "not established" not in result.stdout


def test_1_when_a_key_is_not_known(bare: Program) -> None:
    result = bare.run("summary", "verify", TWO, "--signers", signers(bare.root, line("Kim")))
    assert result.exit_code == 1
    assert "Your file knows neither this key nor Sam." in result.stdout


def test_4_when_somebody_has_another_key(bare: Program) -> None:
    known = signers(bare.root, line("Kim"), f"sam {line('Ada')}")
    result = bare.run("summary", "verify", TWO, "--signers", known)
    assert result.exit_code == 4
    assert "Your file has another key for Sam: this is not to be trusted." in result.stdout


def test_4_when_something_was_changed(bare: Program) -> None:
    copy = shutil.copytree(TWO, bare.root / "copy")
    (copy / "summary.md").write_text("# Summary 3\n", encoding="utf-8")
    result = bare.run("summary", "verify", str(copy))
    assert result.exit_code == 4
    assert result.stdout.splitlines() == [
        "This copy was changed or is not whole, so it shows nothing.",
        "summary.md is not what SHA256SUMS says it is.",
        "summary.md is not the text that statement.json speaks of.",
    ]
    found = json.loads(bare.run("summary", "verify", str(copy), "--json").stdout)
    assert (found["is_whole"], found["text"], found["signatures"]) == (False, None, [])
    assert [fault["file"] for fault in found["faults"]] == ["summary.md", "summary.md"]


def test_2_when_there_is_nothing_to_check(bare: Program) -> None:
    (bare.root / "empty").write_bytes(b"")
    for arguments in (
        (),
        ("nowhere",),
        (TWO, "--signers", "nowhere"),
        (TWO, "--signers", str(bare.root / "empty")),
        (TWO, "--signers", TWO),
    ):
        result = bare.run("summary", "verify", *arguments)
        assert result.exit_code == 2, arguments
        assert result.stdout == ""


def test_1_when_a_key_is_known_by_another_name(bare: Program) -> None:
    result = bare.run("summary", "verify", TWO, "--signers", signers(bare.root, line("Kim"), f"ada {line('Sam')}"))
    assert result.exit_code == 1
    assert "if so, let the line of this key begin with sam." in result.stdout


def test_2_when_a_copy_is_to_vouch_for_itself(bare: Program) -> None:
    result = bare.run("summary", "verify", TWO, "--signers", f"{TWO}/allowed_signers")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "it knows no more than the copy itself says" in result.stderr
    assert "with the keys that you know" in bare.run("summary", "verify", TWO, "--signers", "nowhere").stderr


def test_1_for_a_later_version(bare: Program) -> None:
    copy = shutil.copytree(TWO, bare.root / "copy")
    files = kept("two")
    files["statement.json"] = files["statement.json"].replace(b'"v":1', b'"v":2')
    for name, content in {**files, "SHA256SUMS": sums(files)}.items():
        (copy / name).write_bytes(content)
    result = bare.run("summary", "verify", str(copy))
    assert result.exit_code == 1
    assert "later version of peerlog" in result.stderr


def test_what_scripts_get(bare: Program) -> None:
    known = signers(bare.root, line("Kim"), f"sam@example.org,Sam {line('Sam')}")
    found = bare.json("summary", "verify", TWO, "--signers", known)
    assert (found["is_whole"], found["is_established"], found["faults"]) == (True, True, [])
    assert found["text"]["title"] == "Summary 3"
    assert found["text"]["may_have_it"] == ["Kim", "Sam"]
    assert [each["known_as"] for each in found["signatures"]] == [["Kim"], ["sam@example.org", "Sam"]]
    assert found["signatures"][0]["key"] == sshsig.public_line(key("Kim"))
    assert bare.json("summary", "verify", TWO)["is_established"] is None


def test_what_scripts_get_is_in_the_page(bare: Program) -> None:
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    (row,) = [each for each in page.split("\n") if each.startswith("| `summary verify` |")]
    found = bare.json("summary", "verify", TWO)
    assert all(f'"{name}"' in row for name in (*found, *found["text"], *found["signatures"][0]))


def test_names_from_a_hostile_copy_do_not_act_on_the_terminal(bare: Program) -> None:
    copy = shutil.copytree(TWO, bare.root / "copy")
    (copy / "\x1b]0;owned\x07.sig").write_bytes(b"")
    (copy / "\x1b[31mred").write_bytes(b"")
    result = bare.run("summary", "verify", str(copy))
    assert result.exit_code == 4
    assert "\x1b" not in result.stdout
    assert "red is no part of a signed copy." in result.stdout


def test_a_process_of_its_own_that_opens_no_journal(bare: Program) -> None:
    program = (
        "import sys\nfrom peerlog.cli.root import peerlog\n"
        "try:\n    peerlog(sys.argv[1:])\nfinally:\n    print(*{'sqlcipher3', 'sqlite_utils', 'textual', 'typst',"
        " 'markdown_it', 'zipfile', 'msgspec', 'peerlog.vault', 'peerlog.journal.journal'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "summary", "verify", str(FOLDER / "chinese")],
        capture_output=True,
        check=True,
        env=bare.environment(),
    )
    first, *_, imported = done.stdout.decode().splitlines()
    assert first.startswith("李梅 and Kim have both signed")
    assert imported == ""
