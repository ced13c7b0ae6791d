"""Old updates, wrong clocks, numbers beyond all counting, two tongues under one number, and copies put back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.crew import Trio, knowledge, open_peer, rows, save_copy
from tests.exchange.forging import arrives, composed, forged, lines, opened
from tests.exchange.meeting import Peer, exchange, settle

from peerlog.exchange.enrolling import leave_space
from peerlog.exchange.evidence import all_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.history.encoding import b64
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.updates.exchanging import arrived_files, preview, send


def seed(peer: Peer) -> bytes:
    return device_in_use(peer.space).seed


def test_the_same_again_and_an_older_one_change_nothing(trio: Trio, tmp_path: Path) -> None:
    kim, _, ada = trio
    kim.write("note", text="First")
    (first,) = kim.send()
    kim.write("note", text="Second")
    (second,) = kim.send()
    ada.receive(second)
    before = rows(ada), knowledge(ada)
    assert arrives(ada, first, tmp_path).taken is not None
    assert (rows(ada), knowledge(ada)) == before
    for file in (first, second, first):
        arrived = arrives(ada, file, tmp_path)
        assert arrived.taken is not None
        assert arrived.taken.already


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_ten_years_off_decides_nothing(trio: Trio, years: int) -> None:
    kim, sam, ada = trio
    goal = kim.write("goal", title="Chair well")
    exchange(kim, sam, ada)
    clock = sam.journal.clock
    clock.at = clock.at.replace(year=2026 + years)  # type: ignore[attr-defined]
    sam.change(goal, title="Chair the set well")
    exchange(sam, kim)
    kim.change(goal, title="Chair it better")
    settle(kim, sam, ada)
    assert [each.read(goal)["title"] for each in trio] == ["Chair it better"] * 3
    assert rows(kim) == rows(sam) == rows(ada)


def test_a_number_beyond_all_counting_costs_no_time(trio: Trio, tmp_path: Path) -> None:
    kim, sam, ada = trio
    taken = arrives(ada, forged(kim, ada, {"number": 2**53}), tmp_path).taken
    assert taken is not None
    heads = {device_in_use(sam.space).id: [2**53, b64(bytes(32))]}
    arrives(ada, forged(kim, ada, {"heads": heads, "number": 2**53 - 1}), tmp_path)
    ada.write("note", text="Still here")
    for file in ada.send():
        sam.receive(file)
    assert rows(sam) == rows(ada)


def test_a_statement_passed_on_with_a_broken_signature_does_not_stand_in_the_way_of_the_true_one(
    trio: Trio, tmp_path: Path
) -> None:
    kim, sam, ada = trio
    leave_space(sam.space, sam.now)
    true = json.loads(opened(sam.send()[0], ada).text)["roster"]
    spoilt = [[text, "A" * 86] for text, _ in true]
    arrives(ada, forged(kim, ada, {"roster": spoilt}), tmp_path)
    leaver = roster_in(sam.space).own
    assert roster_in(ada.space).member(leaver).here  # type: ignore[union-attr]
    arrives(ada, forged(kim, ada, {"roster": true}), tmp_path)
    assert not roster_in(ada.space).member(leaver).here  # type: ignore[union-attr]


def test_two_edits_under_one_number_are_both_kept_and_shown(trio: Trio, tmp_path: Path) -> None:
    kim, sam, ada = trio
    versions = [
        composed(kim, sets={"when": (["2026-11-21T09:00:00+00:00", None], ()), "text": (said, ())})
        for said in ("One", "Two")
    ]
    taken = [arrives(ada, forged(kim, ada, body=lines(one, seed(kim))), tmp_path).taken for one in versions]
    assert [each.forked for each in taken if each] == [(), (device_in_use(kim.space).id,)]
    assert [each.what for each in all_evidence(ada.space)] == ["fork"]
    settle(kim, sam, ada)
    assert rows(sam) == rows(ada)


def test_what_a_member_may_not_do_has_no_effect(trio: Trio, tmp_path: Path) -> None:
    kim, sam, ada = trio
    note = sam.write("note", text="Mine", title="Sam's")
    exchange(sam, ada, kim)
    nothing: dict[str, Any] = {"entry": note, "nonce": None, "element_key": b""}
    for seq, does in enumerate(
        (
            nothing | {"sets": {"text": ("Not Sam's words", ())}},
            nothing | {"sets": {}, "forget": True},
            nothing | {"sets": {"deleted": (True, ())}},
            {"entry": note},
        ),
        600,
    ):
        taken = arrives(ada, forged(kim, ada, body=lines(composed(kim, seq=seq, **does), seed(kim))), tmp_path).taken
        assert taken is not None
        assert [each for each in taken.refused if "does not count" in each], does
        assert ada.read(note)["text"] == "Mine"
        assert not ada.journal.entries.get(note).deleted


def test_a_journal_put_back_with_its_machine_is_told_by_what_others_have_of_it(trio: Trio, tmp_path: Path) -> None:
    """Nothing on this machine knows of the edits that are gone; the others' acknowledgement does."""
    kim, sam, _ = trio
    kim.write("note", text="This is lost here")
    sam.receive(*kim.send())
    before = device_in_use(kim.space).id
    with kim.space.write():
        # As an image of the whole machine from before would have it.
        kim.space.run(
            "DELETE FROM change WHERE device = ?1 AND seq = (SELECT max(seq) FROM change WHERE device = ?1)", (before,)
        )
    arrives(kim, sam.send(again=True)[0], tmp_path)
    assert device_in_use(kim.space).id != before
    assert roster_in(kim.space).is_current(device_in_use(kim.space).id)


def test_an_older_copy_enrols_anew_however_much_was_written_in_it(trio: Trio, tmp_path: Path) -> None:
    kim, sam, _ = trio
    save_copy(kim, tmp_path / "copy")
    sent = kim.write("note", text="Sent, and then forgotten here")
    outbox = tmp_path / "outbox"
    outbox.mkdir()
    send(kim.journal, preview(kim.journal, read_circle(kim.space)), outbox)
    before, home = device_in_use(kim.space).id, kim.journal.home
    kim.journal.close()
    shutil.rmtree(home.vault)
    shutil.copytree(tmp_path / "copy", home.vault)
    kim.journal = (back := open_peer(home.data.parent, "Kim", kim.journal.clock)).journal  # type: ignore[arg-type]
    kim.space = back.space
    for number in range(30):
        kim.write("note", text=f"Written on, {number}")
    send(kim.journal, preview(kim.journal, read_circle(kim.space)), outbox)
    assert device_in_use(kim.space).id != before
    arrived_files(sam.journal, [outbox])
    settle(sam, kim)
    assert kim.read(sent)["text"] == "Sent, and then forgotten here"
    assert rows(kim) == rows(sam)
