"""Thanks are signed by who wrote them, and nobody else speaks for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.consent.agreeing import agreeing, put_forward
from tests.consent.papers_by_liars import everybody, hand_in, paper_by, statement_by
from tests.exchange.meeting import Peer, exchange

from peerlog.consent.statement import ConsentStatement
from peerlog.errors import Refused
from peerlog.journal.agreeing.texts_to_agree import objections_in, texts_to_agree

TITLE = "Thanks from Kim to Sam"


def thanks_by(peer: Peer, **more: object) -> str:
    to = "Sam" if peer.name == "Kim" else "Kim"
    return peer.write("thanks", **{"text": "You waited.", "people": [to], "quotable": True, **more})


def signed_alone(peer: Peer, document: str, **more: object) -> ConsentStatement:
    mine = tuple(each for each in everybody(peer) if each.name == peer.name)
    said = statement_by(peer, document, "# Sam", members=mine, kind="thanks", title=TITLE, **more)
    hand_in(peer, document, paper_by(peer, said), "# Sam")
    return said


def test_nobody_signs_for_who_wrote_them(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        thanks = thanks_by(kim)
        own = put_forward(kim, thanks)
        assert own.is_agreed, "before anything has left, too"
        exchange(kim, sam)
        signed_alone(sam, thanks, revision=2)
        signed_alone(sam, sam.write("goal", title="Chair a meeting"), number=9)
        exchange(sam, kim)
        for peer in (kim, sam):
            assert [each.id for each in texts_to_agree(peer.journal)] == [own.id]
            assert texts_to_agree(peer.journal)[0].state == "agreed"
        said = objections_in(kim.journal, kim.space.name)
        assert said == ["Thanks that Sam is to sign and has not written does not count. Sam sent it."]


def test_what_was_signed_stays_signed_when_the_thanks_are_erased(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        thanks = thanks_by(kim)
        own = put_forward(kim, thanks)
        exchange(kim, sam)
        kim.journal.entries.delete(thanks)
        kim.journal.entries.forget(thanks)
        exchange(kim, sam)
        for peer in (kim, sam):
            assert [(each.id, each.is_agreed) for each in texts_to_agree(peer.journal)] == [(own.id, True)]


def test_thanks_that_one_was_given_are_signed_by_whoever_gave_them(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        noted = thanks_by(sam, source="Kim", people=[])
        with pytest.raises(Refused, match="These are thanks from Kim, and only Kim can sign them"):
            put_forward(sam, noted)
        assert put_forward(kim, thanks_by(kim, source="Kim")).is_agreed
