"""What has been kept for long enough and is forgotten is gone: from the pages, the index, the notes and the backups."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.journal.conftest import SetClock
from tests.privacy.canary import CANARY, traces
from tests.vault.vaults import plain

from peerlog.domain.entry import Draft
from peerlog.journal import evidence
from peerlog.journal.cpd import retention
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import answers_of, set_answer
from peerlog.journal.cpd.forgetting import forget_kept
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.own_days import keep_entry_until
from peerlog.journal.cpd.peers import add_peer, change_peer
from peerlog.journal.cpd.writing_record import record_meant
from peerlog.journal.journal import Journal

TWICE = (f"{CANARY} first", f"{CANARY} second")


def test_a_record_with_all_that_belongs_to_it_leaves_no_word(journal: Journal, clock: SetClock, tmp_path: Path) -> None:
    keep_to(journal, "generic")
    note = journal.entries.add("note", {"title": CANARY, "text": CANARY, "when": "2026-03-12T09:00:00Z"})
    activity, record = count_it(journal, note.id, 60), record_meant(journal)
    (tmp_path / f"{CANARY}.txt").write_text(f"{CANARY}\n" * 50_000)
    file = evidence.keep(journal, note.id, tmp_path / f"{CANARY}.txt")[0]
    for text in TWICE:
        set_answer(journal, record, "generic.year", text)
        set_answer(journal, activity, "generic.reflection", text)
        journal.entries.change(activity.id, {"text": text})
        journal.entries.change(record.id, {"text": text})
    for item in (activity, record):
        peer = add_peer(journal, item, CANARY, {"organisation": CANARY})
        change_peer(journal, peer, {"email": f"{CANARY}@example.org"})
        answer = next(iter(answers_of(journal, item.id).values()))
        for number, entry in enumerate((item, answer, peer)):
            draft = Draft(f"{number}{item.id[1:32]}", entry.kind, {"text": CANARY}, journal.time.stamp(), entry.id, 1)
            journal.entries.keep_draft(draft)
    for item, field in ((activity, "generic.reflection"), (record, "generic.year")):
        set_answer(journal, item, field, "")  # in the trash
    keep_entry_until(journal, note.id, date(2027, 1, 1))
    retention.set_until(journal, record.id, date(2027, 1, 1))
    clock.forward(days=1500)
    assert {each.id for each in retention.due(journal)} == {record.id, note.id, file.id}
    forget_kept(journal, [record.id, note.id, file.id], with_entries=True)
    (pages := tmp_path / "pages").mkdir()
    (pages / "private").write_bytes(plain(journal.vault))
    for word in (CANARY, CANARY[:11], file.sha256):
        assert not traces([pages], word), word
    for id_ in (note.id, activity.id, record.id):  # the notes of what was erased hold them as bytes
        assert id_.encode() not in (pages / "private").read_bytes()
    assert retention.kept(journal) == []
    assert not journal.entries.drafts()
