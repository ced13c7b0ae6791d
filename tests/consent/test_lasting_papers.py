"""What was agreed stays agreed, whatever becomes of the draft, the devices, the journal and the people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, compare_words, put_forward
from tests.consent.papers_by_liars import hand_in, paper_by, statement_by
from tests.exchange.crew import open_peer
from tests.exchange.forging import composed, forged, lines
from tests.exchange.meeting import Peer, SteppingClock, exchange, join_device, people
from tests.prebuilt import PASSPHRASE, build

from peerlog.errors import Refused
from peerlog.exchange.enrolling import leave_space, retire_device
from peerlog.exchange.keys import device_in_use
from peerlog.journal.agreeing.answering import sign, withdraw
from peerlog.journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree
from peerlog.journal.circle.circle_course import put_away
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock
from peerlog.journal.own_devices.own_keys import enrol_if_behind
from peerlog.journal.safekeeping.upkeep import backup_to, restore_backup
from peerlog.vault.changes import Changes


def agreed(kim: Peer, *others: Peer) -> TextToAgree:
    """Something that all of them have signed, and know so."""
    text = put_forward(kim, agreement_of(kim))
    exchange(kim, *others)
    for each in others:
        sign(each.journal, as_seen_by(each, text), PASSPHRASE)
    exchange(kim, *others)
    return as_seen_by(kim, text)


def approvals(peer: Peer) -> list[str]:
    return [bytes(id_).hex() for (id_,) in peer.space.rows("SELECT id FROM entry WHERE kind = 'approval'")]


def test_a_signature_is_not_edited_deleted_or_erased(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        for id_ in approvals(kim):
            with pytest.raises(Refused):
                kim.change(id_, signed="")
            with pytest.raises(Refused):
                kim.journal.entries.delete(id_)
            with pytest.raises(Refused):
                kim.journal.entries.forget(id_)
        assert as_seen_by(kim, text).state == "agreed"


@pytest.mark.parametrize("forever", [False, True])
def test_the_draft_goes_and_what_was_agreed_stays(crews: Path, forever: bool) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        kim.journal.entries.delete(text.document)
        if forever:
            kim.journal.entries.forget(text.document)
        exchange(kim, sam)
        for peer in (kim, sam):
            seen = as_seen_by(peer, text)
            assert (seen.state, seen.text) == ("agreed", text.text)
        assert withdraw(sam.journal, as_seen_by(sam, text)).state == "withdrawn"
        assert as_seen_by(sam, text).is_agreed


def test_a_liar_edits_erases_or_deletes_a_signature_for_everybody(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        keys = device_in_use(kim.space)
        mine = next(id_ for id_ in approvals(kim) if Changes(kim.space).of_entry(id_)[0].device == keys.id)
        last = Changes(kim.space).last_of(keys.id)
        assert last is not None
        (made,) = Changes(kim.space).of_entry(mine)[:1]
        seq, prev = last
        body = b""
        changes: list[dict[str, Any]] = [
            {"sets": {"signed": ("taken back", (made.id,))}},
            {"sets": {"deleted": (True, (made.id,))}},
            {"sets": {}, "forget": True},
        ]
        for more in changes:
            about: dict[str, Any] = {
                "seq": seq + 1,
                "prev": prev,
                "entry": mine,
                "kind": "approval",
                "nonce": None,
                "element_key": b"",
            }
            found = composed(kim, **{**about, **more})
            body += lines(found, keys.seed)
            seq, prev = seq + 1, found.change.id
        sam.receive(forged(kim, sam, body=body))
        seen = as_seen_by(sam, text)
        assert (seen.state, seen.text) == ("agreed", text.text)
        assert {register for _, register in Changes(sam.space).values_of(mine)} >= {"signed", "content"}


def test_a_device_that_signed_is_out_of_use_since(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam), people(build(tmp_path / "one"), tmp_path / "two", "Kim") as (phone,):
        join_device(kim, phone)
        enrol_if_behind(phone.journal)
        exchange(kim, phone, sam)
        exchange(kim, phone, sam)
        compare_words(phone)
        text = put_forward(phone, agreement_of(phone))
        exchange(phone, kim, sam)
        sign(sam.journal, as_seen_by(sam, text), PASSPHRASE)
        exchange(sam, kim, phone)
        assert as_seen_by(kim, text).state == "agreed"
        retire_device(kim.space, device_in_use(phone.space).id, kim.now)
        exchange(kim, sam)
        for peer in (kim, sam):
            assert (as_seen_by(peer, text).state, as_seen_by(peer, text).objections) == ("agreed", ())


def test_whoever_finds_a_lost_device_signs_nothing_unnoticed(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam), people(build(tmp_path / "one"), tmp_path / "two", "Kim") as (phone,):
        join_device(kim, phone)
        enrol_if_behind(phone.journal)
        exchange(kim, phone, sam)
        exchange(kim, phone, sam)
        retire_device(kim.space, device_in_use(phone.space).id, kim.now)
        compare_words(phone)
        text = put_forward(phone, agreement_of(phone))
        exchange(phone, sam)
        exchange(kim, sam)
        seen = as_seen_by(sam, text)
        assert (seen.state, seen.void) == ("void", "Kim signed it with a device that was out of use by then")
        assert seen.objections == ("Kim signed with a device that was out of use by then",)
        with pytest.raises(Refused, match="This version is void"):
            sign(sam.journal, seen, PASSPHRASE)


def test_somebody_leaves_after_signing_and_before(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        text = agreed(kim, sam, ada)
        later = put_forward(kim, agreement_of(kim))
        exchange(kim, sam, ada)
        leave_space(ada.space, ada.now)
        exchange(ada, kim, sam)
        assert as_seen_by(sam, text).state == "agreed"
        seen = as_seen_by(sam, later)
        assert (seen.state, seen.void) == ("void", "Ada is not here any more")


def test_who_has_left_makes_nothing_void(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam, ada)
        hand_in(ada, text.document, paper_by(ada, statement_by(ada, text.document, "# Mine", revision=9)), "# Mine")
        exchange(ada, kim, sam)
        assert as_seen_by(sam, text).void == "version 9 has taken its place"
        leave_space(ada.space, ada.now)
        exchange(ada, kim, sam)
        assert as_seen_by(sam, text).void == "Ada is not here any more"


def test_two_put_forward_apart_under_one_number_and_get_out_of_it(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        one = put_forward(kim, agreement_of(kim))
        other = put_forward(sam, agreement_of(sam))
        assert one.number == other.number == 1
        exchange(kim, sam)
        with pytest.raises(Refused, match="another text under the same number"):
            sign(sam.journal, as_seen_by(sam, one), PASSPHRASE)
        again = put_forward(sam, other.document)
        assert again.number == 2
        assert sign(sam.journal, as_seen_by(sam, one), PASSPHRASE).is_agreed
        exchange(kim, sam)
        assert sign(kim.journal, as_seen_by(kim, again), PASSPHRASE).is_agreed


def test_two_put_one_draft_forward_apart_and_get_out_of_it(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        exchange(kim, sam)
        one, other = put_forward(kim, document), put_forward(sam, document)
        exchange(kim, sam)
        with pytest.raises(Refused, match="another text under the same number"):
            sign(sam.journal, as_seen_by(sam, one), PASSPHRASE)
        again = put_forward(sam, document)
        exchange(kim, sam)
        assert as_seen_by(kim, other).state == as_seen_by(kim, one).state == "void"
        assert sign(kim.journal, as_seen_by(kim, again), PASSPHRASE).is_agreed


def test_a_summary_takes_no_number_that_another_one_has(crews: Path) -> None:
    about = {"number": 1, "since": "2026-06-01", "until": "2026-11-30", "focus": "Chairing"}
    with agreeing(crews) as (kim, sam):
        put_forward(kim, kim.write("summary", title="Summary 1", **about))
        exchange(kim, sam)
        mine = sam.write("summary", title="Summary 1", **about)
        with pytest.raises(Refused, match="Another text with these people has the number 1 already"):
            put_forward(sam, mine)
        sam.change(mine, number=2, title="Summary 2")
        assert put_forward(sam, mine).number == 2


def test_numbers_beyond_all_measure_keep_nobody_from_going_on(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        hand_in(kim, document, paper_by(kim, statement_by(kim, document, "# Mine", number=2**53)), "# Mine")
        exchange(kim, sam)
        assert put_forward(sam, agreement_of(sam)).number == 1


def test_after_a_restart_and_on_an_older_copy(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        home, name = kim.journal.home, kim.name
        kim.journal.close()
        again = open_peer(home.vault.parent.parent, name, SteppingClock())
        try:
            assert as_seen_by(again, text).state == "agreed"
            with again.space.write():
                again.space.add_device(again.now)
            enrol_if_behind(again.journal)
            assert as_seen_by(again, text).state == "agreed"
        finally:
            again.journal.close()


def test_put_away_is_still_read_and_signs_no_more(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        later = put_forward(kim, agreement_of(kim))
        exchange(kim, sam)
        put_away(sam.journal, read_circle(sam.space))
        assert as_seen_by(sam, text).state == "agreed"
        with pytest.raises(Refused):
            sign(sam.journal, as_seen_by(sam, later), PASSPHRASE)
        with pytest.raises(Refused):
            withdraw(sam.journal, as_seen_by(sam, text))
        assert len(texts_to_agree(sam.journal)) == 2


def test_a_second_device_signs_for_its_member(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam), people(build(tmp_path / "one"), tmp_path / "two", "Kim") as (phone,):
        join_device(kim, phone)
        enrol_if_behind(phone.journal)
        exchange(kim, phone, sam)
        exchange(kim, phone, sam)
        compare_words(phone)
        text = put_forward(sam, agreement_of(sam))
        exchange(sam, kim, phone)
        assert sign(phone.journal, as_seen_by(phone, text), PASSPHRASE).is_agreed
        exchange(phone, kim, sam)
        assert as_seen_by(kim, text).state == as_seen_by(sam, text).state == "agreed"


def test_a_device_that_came_later_does_not_sign_and_says_so(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam), people(build(tmp_path / "one"), tmp_path / "two", "Kim") as (phone,):
        text = put_forward(sam, agreement_of(sam))
        exchange(sam, kim)
        join_device(kim, phone)
        enrol_if_behind(phone.journal)
        for _ in range(2):
            exchange(kim, phone, sam)
        compare_words(phone)
        for each in sam.send(again=True):
            phone.receive(each)
        with pytest.raises(Refused, match="This device came after the text was put forward"):
            sign(phone.journal, as_seen_by(phone, text), PASSPHRASE)
        assert sign(kim.journal, as_seen_by(kim, text), PASSPHRASE).is_agreed


def test_from_a_backup_what_was_agreed_is_agreed(crews: Path, tmp_path: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = agreed(kim, sam)
        file = backup_to(kim.journal, tmp_path)
        home = Home(tmp_path / "restored", tmp_path / "state")
        restore_backup(home, file, passphrase=PASSPHRASE)
        with unlock(home, PASSPHRASE, clock=SteppingClock()) as journal:
            (found,) = texts_to_agree(journal)
            assert (found.id, found.state, found.text) == (text.id, "agreed", text.text)
