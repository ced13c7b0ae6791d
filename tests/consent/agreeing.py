"""People who have met and compared their words, and a draft that they share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.exchange.crew import opened
from tests.exchange.meeting import Peer, exchange
from tests.prebuilt import PASSPHRASE

from peerlog.journal.agreeing.answering import sign
from peerlog.journal.agreeing.proposing import propose, to_propose
from peerlog.journal.agreeing.texts_to_agree import TextToAgree, text_meant, texts_to_agree
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.first_meeting.comparing import confirm_words


def compare_words(*peers: Peer) -> None:
    """Let each note that the words with every other were the same."""
    for peer in peers:
        circle = read_circle(peer.space)
        for member in circle.others:
            confirm_words(peer.journal, circle, member)


@contextmanager
def agreeing(crews: Path, count: int = 2) -> Iterator[list[Peer]]:
    """So many people who know whose keys the others' are."""
    with opened(crews, count) as peers:
        exchange(*peers)
        compare_words(*peers)
        yield peers


def agreement_of(peer: Peer) -> str:
    """A shared agreement; its id."""
    return peer.write("agreement", focus="Chair meetings well", people=[], clauses="pair", text="We meet on time.")


def put_forward(peer: Peer, document: str, **more: object) -> TextToAgree:
    found = to_propose(peer.journal, peer.journal.entries.get(document), **more)  # type: ignore[arg-type]
    return propose(peer.journal, found, PASSPHRASE)


def sign_newest(peer: Peer) -> TextToAgree:
    return sign(peer.journal, texts_to_agree(peer.journal)[0], PASSPHRASE)


def as_seen_by(peer: Peer, text: TextToAgree) -> TextToAgree:
    return text_meant(peer.journal, text.id)
