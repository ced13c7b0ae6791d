"""What a liar among the members can try with an update: each attempt has its own sentence and changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.crew import Trio
from tests.exchange.forging import composed, dumped, forged, lines, locked, opened, refused, stated
from tests.exchange.meeting import Peer, exchange

from peerlog.crypto.ed25519_points import LOW_ORDER
from peerlog.exchange.enrolling import go_on_with, leave_space
from peerlog.exchange.evidence import all_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.history.encoding import b64
from peerlog.history.person import DeviceKeys as PublicKeys
from peerlog.history.statement import Leave, Retire, write_statement


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
