"""A check finds whatever does not hold in a space, says it in plain words, and changes nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.check.problems import change, problems
from tests.vault.vaults import CIRCLE, open_vault

from peerlog.vault.check import check


def test_nothing_is_wrong_with_a_vault_that_is_lived_in(whole: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with closing(open_vault(whole)) as vault:
        report = check(vault, tmp_path / "state", lambda done, total: steps.append((done, total)))
    assert report.is_clean
    assert [finding.sentence for finding in report.findings] == [
        "vault.json and its copy are whole and agree.",
        "Nobody else can get at the journal's files, and nothing else is among them.",
        "Private: 33 entries and 2 earlier versions, whole and readable.",
        f"circles/{CIRCLE}.db: 1 entry and 0 earlier versions, whole and readable.",
        "The backup auto-20261121T220000Z.tar can be read to its last page.",
        "This machine has not yet noted how far the journal had got; an older copy would not show.",
    ]
    assert [finding.severity for finding in report.findings] == ["ok"] * 5 + ["note"]
    total = steps[0][1]
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1] == (total, total)
    assert {of for _, of in steps} == {total}


ENTRY = "(SELECT pos FROM entry WHERE title = 'Title 7')"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (f"UPDATE entry SET fields = '[1]' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = '{{' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = '{{}}' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = replace(fields, '2026', '31 Feb') WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET title = ' Title  7' WHERE pos = {ENTRY}", "hold what this peerlog would not have stored"),
        (
            f"UPDATE entry SET fields = json_set(fields, '$.state', 'met') WHERE pos = {ENTRY}",
            "hold what this peerlog would not have stored",
        ),
        (f"UPDATE entry SET id = zeroblob(32) WHERE pos = {ENTRY}", "bear an id that is not theirs (00000000)"),
        (f"UPDATE entry SET nonce = zeroblob(16) WHERE pos = {ENTRY}", "bear an id that is not theirs"),
        ("UPDATE setting SET value = 'ab' WHERE name = 'space'", "33 entries bear an id that is not theirs"),
        (f"UPDATE entry SET device = 9 WHERE pos = {ENTRY}", "name a key that is not there"),
        ("UPDATE device SET seed = zeroblob(32)", "signing key is broken"),
        (f"UPDATE entry SET more = 'x' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET keys = '' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET cjk = '' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET pos = 5 WHERE pos = {ENTRY}", "do not stand at their date"),
        (f"UPDATE entry SET text = text || 'x' WHERE pos = {ENTRY}", "search index does not match"),
        ("DELETE FROM search_data WHERE id > 10", "search index does not match"),
        ("UPDATE tag SET uses = uses + 1", "number of uses of 1 tags is wrong"),
        ("DELETE FROM tag", "number of uses of 1 tags is wrong"),
        ("INSERT INTO tag VALUES ('gone', 'gone', 1)", "number of uses of 1 tags is wrong"),
        ("DELETE FROM version WHERE number = 1", "lack earlier versions, or have too many"),
        ("DELETE FROM version WHERE number = 2", "lack earlier versions, or have too many"),
        ("UPDATE version SET number = 3 WHERE number = 2", "lack earlier versions, or have too many"),
        (
            "INSERT INTO version SELECT zeroblob(32), 1, kind, fields, saved FROM version WHERE number = 1",
            "lack earlier versions, or have too many (00000000)",
        ),
        ("UPDATE version SET fields = 'null' WHERE number = 1", "have earlier versions that cannot be read"),
        ("UPDATE version SET kind = 'meeting' WHERE number = 1", "have earlier versions that cannot be read"),
        ("UPDATE draft SET fields = '[]'", "1 drafts cannot be read"),
        (f"INSERT INTO forgotten SELECT id, '' FROM entry WHERE pos = {ENTRY}", "were forgotten and are still there"),
    ],
)
def test_what_breaks_a_rule_is_found(whole: Path, statement: str, said: str) -> None:
    change(whole, statement)
    found = problems(whole)
    assert any(sentence.startswith("Private: ") and said in sentence for sentence in found), found


def test_another_space_is_named(whole: Path) -> None:
    change(whole, "UPDATE entry SET keys = ''", name=CIRCLE)
    found = problems(whole)
    assert all(sentence.startswith(f"circles/{CIRCLE}.db: ") for sentence in found)
    assert len(found) == 2


def test_a_kind_of_a_later_peerlog_is_a_note(whole: Path) -> None:
    change(whole, "UPDATE entry SET kind = 'poem' WHERE title = 'Title 7'")
    with closing(open_vault(whole)) as vault:
        found = {
            each.severity
            for each in check(vault).findings
            if "of a kind that this peerlog does not know" in each.sentence
        }
    assert found == {"note"}
