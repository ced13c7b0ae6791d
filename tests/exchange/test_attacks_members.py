"""What a liar among the members can try with an update: each attempt has its own sentence and changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.crew import Trio, knowledge, open_peer, rows, save_copy
from tests.exchange.forging import arrives, composed, dumped, forged, lines, locked, opened, refused, stated
from tests.exchange.meeting import Peer, exchange, settle

from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.exchange.enrolling import go_on_with, leave_space
from peerlog.exchange.evidence import all_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.history.encoding import b64
from peerlog.history.person import DeviceKeys as PublicKeys
from peerlog.history.statement import Leave, Retire, write_statement
from peerlog.journal.circles import read_circle
from peerlog.journal.exchanging import arrived_files, preview, send


def seed(peer: Peer) -> bytes:
    return device_in_use(peer.space).seed


def spoilt(text: bytes) -> bytes:
    return text.replace(b"Said by", b"Sent by") if b"Said by" in text else text[:-2] + bytes([text[-2] ^ 1]) + text[-1:]


def other_space(kim: Peer, ada: Peer) -> bytes:
    foreign = composed(kim, space="ab" * 16)
    return forged(kim, ada, body=lines(foreign, seed(kim)))


ATTEMPTS: dict[str, tuple[Callable[[Peer, Peer, Peer], bytes], str]] = {
    # Kim is the liar, Sam another member, Ada the one who takes it in.
    "handed on": (
        lambda kim, sam, ada: locked(
            [ada],
            (lambda o: o.text + b"\n" + dumped({"signature": b64(o.signature)}) + b"\n" + o.body)(
                opened(forged(kim, kim, {"to": [device_in_use(kim.space).id]}), kim)
            ),
        ),
        "was made for somebody else and handed on",
    ),
    "another space": (
        lambda kim, sam, ada: forged(kim, ada, {"space": "ab" * 16}),
        "belongs to other people you share",
    ),
    "another's name": (
        lambda kim, sam, ada: forged(kim, ada, {"device": device_in_use(sam.space).id}),
        "says that it is from Sam, but Sam did not sign it",
    ),
    "changed behind the signature": (
        lambda kim, sam, ada: forged(kim, ada, spoil=lambda text: text.replace(b'"number":', b'"number":1')),
        "says that it is from Kim, but Kim did not sign it",
    ),
    "a device of nobody": (
        lambda kim, sam, ada: forged(kim, ada, {"device": "A" * 22}),
        "from a device that nobody here has introduced",
    ),
    "another body": (
        lambda kim, sam, ada: forged(kim, ada, {"body": b64(bytes(32))}),
        "is not what Kim signed",
    ),
    "fewer lines than changes": (
        lambda kim, sam, ada: forged(kim, ada, {"changes": 5}),
        "made wrongly by the program",
    ),
    "a line that is none": (lambda kim, sam, ada: forged(kim, ada, body=b"{}\n{}\n"), "made wrongly by the program"),
    "a name twice": (
        lambda kim, sam, ada: forged(
            kim,
            ada,
            body=lines(composed(kim), seed(kim)).replace(b'"seq":500', b'"seq":500,"seq":500'),
        ),
        "an edit that cannot be read",
    ),
    "deep JSON": (
        lambda kim, sam, ada: forged(
            kim,
            ada,
            body=b'{"v":1,"space":'
            + b"[" * 2000
            + b"]" * 2000
            + b"}\n"
            + dumped({"signature": "A" * 86, "values": {}})
            + b"\n",
        ),
        "an edit that cannot be read",
    ),
    "another byte in an edit": (
        lambda kim, sam, ada: forged(
            kim,
            ada,
            body=lines(composed(kim), seed(kim), text=composed(kim, at="2026-11-21T09:00:01Z").change.text, values={}),
        ),
        "was not signed by the one whose name it bears",
    ),
    "an edit by another": (
        lambda kim, sam, ada: forged(kim, ada, body=lines(composed(sam), seed(kim))),
        "was not signed by the one whose name it bears",
    ),
    "other words": (
        lambda kim, sam, ada: forged(
            kim, ada, body=lines(composed(kim), seed(kim), values={"text": (b"s" * 16, '"Other words"')})
        ),
        "words that are not those which were signed",
    ),
    "words nobody signed": (
        lambda kim, sam, ada: forged(
            kim, ada, body=lines(composed(kim), seed(kim), values={"title": (b"s" * 16, '"More words"')})
        ),
        "words that are not those which were signed",
    ),
    "an edit from elsewhere": (lambda kim, sam, ada: other_space(kim, ada), "edits from other people you share with"),
    "a newer edit": (
        lambda kim, sam, ada: forged(kim, ada, body=lines(composed(kim), seed(kim)).replace(b'{"v":1', b'{"v":2', 1)),
        "an edit made by a newer peerlog",
    ),
    "no statement": (
        lambda kim, sam, ada: forged(kim, ada, {"roster": [["x", "A" * 86]]}),
        "says in a way that cannot be read who is among you",
    ),
    "a newer statement": (
        lambda kim, sam, ada: forged(
            kim, ada, {"roster": [[stated(kim, Leave("A" * 22))[0].replace('"v":1', '"v":2'), "A" * 86]]}
        ),
        "in a way that a newer peerlog understands",
    ),
    "a newer update": (lambda kim, sam, ada: forged(kim, ada, {"v": 2}), "made by a newer peerlog"),
    "no update at all": (lambda kim, sam, ada: forged(kim, ada, {"number": None}), "holds no update"),
    "the number none": (lambda kim, sam, ada: forged(kim, ada, {"number": True}), "holds no update"),
    "a time that is none": (lambda kim, sam, ada: forged(kim, ada, {"at": "yesterday"}), "holds no update"),
    "a name twice in the manifest": (
        lambda kim, sam, ada: forged(kim, ada, spoil=lambda text: text.replace(b'{"v":1', b'{"v":1,"v":1')),
        "holds no update",
    ),
    "words only": (lambda kim, sam, ada: locked([ada], b"Hello Ada"), "holds no update"),
    "not for her": (lambda kim, sam, ada: forged(kim, kim), "not for you"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_each_is_refused_in_its_own_words_and_changes_nothing(unchanged: Trio, tmp_path: Path, attempt: str) -> None:
    forge, sentence = ATTEMPTS[attempt]
    problem = refused(unchanged[2], forge(*unchanged), tmp_path)
    assert sentence in problem.message
    assert problem.exit_code in (1, 4)


@pytest.mark.parametrize("low", sorted(LOW_ORDER)[:4], ids=bytes.hex)
def test_a_key_under_which_anything_is_signed_is_no_key(unchanged: Trio, tmp_path: Path, low: bytes) -> None:
    kim, _, ada = unchanged
    honest = json.loads(opened(kim.send(again=True)[0], kim).text)
    template = write_statement(kim.space.id, device_in_use(kim.space).id, kim.now, Retire("A" * 22, None)).decode()
    said = json.loads(template) | {"does": "device", "member": roster_in(kim.space).own}
    said = {name: value for name, value in said.items() if name != "retired"}
    keys = PublicKeys(low, device_in_use(kim.space).recipient)
    text = json.dumps(said | keys.fields() | {"proof": "A" * 86}, separators=(",", ":"))
    problem = refused(ada, forged(kim, ada, {"roster": [*honest["roster"], [text, "A" * 86]]}), tmp_path)
    assert "cannot be read who is among you" in problem.message


def test_what_shows_who_made_it_wrongly_is_kept_and_what_shows_nothing_is_not(trio: Trio, tmp_path: Path) -> None:
    kim, _, ada = trio
    for attempt, kept in (("other words", 1), ("a device of nobody", 1), ("not for her", 1), ("an edit by another", 2)):
        refused(ada, ATTEMPTS[attempt][0](*trio), tmp_path)
        found = [each for each in all_evidence(ada.space) if each.what == "refused update"]
        assert len(found) == kept
    shown = json.loads(found[0].text)
    assert found[0].device == device_in_use(kim.space).id
    assert json.loads(shown["manifest"])["device"] == found[0].device


def test_from_somebody_who_has_left(trio: Trio, tmp_path: Path) -> None:
    _, sam, ada = trio
    leave_space(sam.space, sam.now)
    (last,) = sam.send()
    sam.write("note", text="One more thing")
    after = forged(sam, ada)
    ada.receive(last)
    assert "Sam, who is no longer among you here" in refused(ada, after, tmp_path).message


def test_a_smaller_group_reads_and_takes_no_more_from_who_is_out(trio: Trio, tmp_path: Path) -> None:
    kim, sam, ada = trio
    staying = tuple(roster_in(each.space).own for each in (kim, ada))
    go_on_with(kim.space, staying, kim.now)
    go_on_with(ada.space, staying, ada.now)
    exchange(kim, ada)
    assert "no longer among you" in refused(ada, forged(sam, ada), tmp_path).message
    kim.write("note", text="Between the two of us")
    for file in kim.send():
        assert "not for you" in refused(sam, file, tmp_path).message


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
