"""Real journals put forward, edit, sign, refuse, repeat and lose messages, and lie: agreed stays agreed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.consent.agreeing import agreeing, agreement_of, put_forward
from tests.consent.papers_by_liars import hand_in, paper_by
from tests.exchange.meeting import Peer, settle
from tests.prebuilt import PASSPHRASE
from tests.reliability.running import LONG

from peerlog.consent.answer import write_answer
from peerlog.errors import PeerlogError
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for, take_in
from peerlog.journal.agreeing.answering import decline, sign, withdraw
from peerlog.journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree

STEPS = st.tuples(
    st.sampled_from(
        ["forward", "forward", "edit", "sign", "sign", "sign", "decline", "withdraw", "lie", "send", "send"]
    ),
    st.integers(0, 2),
    st.integers(0, 9),
)


@settings(max_examples=60 if LONG else 4, deadline=None)
@given(st.lists(STEPS, min_size=8, max_size=30 if LONG else 14))
def test_agreed_is_agreed_in_every_journal(crews: Path, steps: list[tuple[str, int, int]]) -> None:
    with agreeing(crews, 3) as peers:
        documents = [agreement_of(peers[0]) for _ in range(2)]
        settle(*peers)
        known: dict[str, dict[str, str]] = {each.name: {} for each in peers}
        signed: dict[str, set[str]] = {each.name: set() for each in peers}
        for what, who, which in steps:
            peer = peers[who]
            with suppress(PeerlogError):
                done = _step(what, peer, peers, documents[which % 2], which)
                if done:
                    signed[peer.name].add(done.id)
            _look(peer, known[peer.name], signed)
        settle(*peers)
        for peer in peers:
            _look(peer, known[peer.name], signed)
        seen = [[(x.id, x.is_agreed, x.state, x.void, x.objections) for x in texts_to_agree(y.journal)] for y in peers]
        assert seen[0] == seen[1] == seen[2]


def _step(what: str, peer: Peer, peers: list[Peer], document: str, which: int) -> TextToAgree | None:
    """One of the things that people do, in the journal of one of them; what they signed by it."""
    texts = texts_to_agree(peer.journal)
    if what == "forward":
        return put_forward(peer, document)
    if what == "edit":
        peer.change(document, text=f"We meet at {which}.")
    elif what == "send":
        _send(peer, peers, which)
    elif texts:
        text = texts[which % len(texts)]
        if what == "sign":
            return sign(peer.journal, text, PASSPHRASE)
        if what == "lie":
            _lie(peer, peers, text, which)
        else:
            (decline if what == "decline" else withdraw)(peer.journal, text)
    return None


def _send(peer: Peer, peers: list[Peer], which: int) -> None:
    """Some of the others get it, one of them twice perhaps."""
    for file in peer.send(again=True):
        for place, other in enumerate(peers):
            if other is not peer and (which + place) % 3:
                for _ in range(1 + which % 2):
                    if found := open_for(other.space, file):
                        take_in(other.space, file, found, other.now)


def _lie(peer: Peer, peers: list[Peer], text: TextToAgree, which: int) -> None:
    """Another's signature made up, or handed on with other words, or a no besides."""
    says = text.asked.statement
    if which % 3 == 0:
        claimed = device_in_use(peers[which % len(peers)].space).key
        if claimed != device_in_use(peer.space).key:
            hand_in(peer, text.document, paper_by(peer, says, claimed=claimed), text.text)
    elif which % 3 == 1 and text.me and text.me.said == "signed":
        hand_in(peer, text.document, paper_by(peer, write_answer(says.id, "decline", peer.now)))
    else:
        taken = next(iter(text.asked.signed.values()))
        hand_in(peer, text.document, paper_by(peer, says, claimed=taken.key), text.text + "x")


def _look(peer: Peer, known: dict[str, str], signed: dict[str, set[str]]) -> None:
    agreed = {each.id: each for each in texts_to_agree(peer.journal) if each.is_agreed}
    assert known.items() <= {id_: each.text for id_, each in agreed.items()}.items(), "what was agreed is not any more"
    known.update((id_, each.text) for id_, each in agreed.items())
    for id_, each in agreed.items():
        assert {one.name for one in each.members} == signed.keys()
        assert all(id_ in some for some in signed.values()), "somebody never signed this"
