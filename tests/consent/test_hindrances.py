"""What keeps somebody from signing or putting forward, and the one step that leads on from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, compare_words, put_forward, sign_newest
from tests.exchange.crew import opened
from tests.exchange.meeting import Peer, SteppingClock, exchange

from peerlog.journal.agreeing.answering import decline
from peerlog.journal.agreeing.hindrances import Hindrance, try_to_put_forward, what_keeps_me
from peerlog.journal.agreeing.saving_voids import is_edited_since, put_forward_from
from peerlog.journal.agreeing.texts_to_agree import TextToAgree


def way(peer: Peer, text: TextToAgree) -> str:
    found = what_keeps_me(peer.journal, as_seen_by(peer, text))
    return found.way if found else "none"


def test_words_are_compared_first(crews: Path) -> None:
    with opened(crews, 2) as (kim, sam):
        exchange(kim, sam)
        found = try_to_put_forward(kim.journal, agreement_of(kim))
        assert isinstance(found, Hindrance)
        assert found.way == "words"
        assert "have not compared the words with Sam" in found.why
        compare_words(sam)
        text = put_forward(sam, agreement_of(sam))
        exchange(sam, kim)
        assert way(kim, text) == "words"
        alone = kim.journal.entries.add("agreement", {"people": ("Sam",), "focus": "Tea"})
        found = try_to_put_forward(kim.journal, alone.id)
        assert isinstance(found, Hindrance)
        assert found.way == ""


def test_each_of_the_others_leads_on_by_its_own_way(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        first = put_forward(kim, document)
        exchange(kim, sam)
        assert way(sam, first) == way(kim, first) == "none"
        bare = what_keeps_me(sam.journal, replace(as_seen_by(sam, first), text=""))
        assert bare is not None
        assert bare.way == "exchange"
        assert isinstance(sam.journal.clock, SteppingClock)
        sam.journal.clock.at += timedelta(days=60)
        assert way(sam, first) == "again"
        sam.journal.clock.at -= timedelta(days=60)
        kim.change(document, text="We meet on time, and bring tea.")
        assert way(kim, first) == "again"
        second = put_forward(kim, document)
        exchange(kim, sam)
        assert way(sam, first) == way(kim, first) == "newer"
        decline(sam.journal, as_seen_by(sam, second), "Not yet.")
        assert way(sam, second) == "none"
        sam.change(document, text="We meet when we can.")
        exchange(sam, kim)
        assert as_seen_by(kim, second).state == "declined"


def test_two_versions_of_a_draft_are_settled_first(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        exchange(kim, sam)
        kim.change(document, focus="Chair well")
        sam.change(document, focus="Chair better")
        exchange(kim, sam)
        found = try_to_put_forward(kim.journal, document)
        assert isinstance(found, Hindrance)
        assert found.way == "versions"


def test_what_saving_a_draft_does_to_what_was_put_forward_from_it(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        assert put_forward_from(kim.journal, kim.journal.entries.get(document)) is None
        text = put_forward(kim, document)
        exchange(kim, sam)
        here, there = (put_forward_from(each.journal, each.journal.entries.get(document)) for each in (kim, sam))
        assert here is not None
        assert here.signed_by_others == []
        assert there is not None
        assert there.signed_by_others == ["Kim"]
        sign_newest(sam)
        exchange(sam, kim)
        assert not is_edited_since(kim.journal, as_seen_by(kim, text))
        kim.change(document, text="We meet when we can.")
        after = as_seen_by(kim, text)
        assert after.state == "agreed"
        assert is_edited_since(kim.journal, after)
