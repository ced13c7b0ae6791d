"""What is for nobody else comes from nobody: a partner cannot write into one's own record, whatever they sign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.exchange.forging import NONCE, arrives, composed, forged, lines
from tests.exchange.meeting import Peer, exchange

from peerlog.domain.entry import entry_id
from peerlog.exchange.keys import device_in_use
from peerlog.history.ownership import NEVER
from peerlog.journal.countersigning.countersignatures import all_countersignatures, countersignatures_of
from peerlog.journal.cpd.activities import activity_of, count_it
from peerlog.journal.cpd.answers import answers_of
from peerlog.journal.cpd.gaps import gaps_of
from peerlog.journal.cpd.memberships import keep_to, memberships
from peerlog.journal.cpd.peers import peers_of
from peerlog.journal.cpd.records import records
from peerlog.journal.cpd.standing import where_i_stand
from peerlog.journal.cpd.writing_record import prepared_unbegun
from peerlog.journal.venting import to_ask_about

Sets = dict[str, tuple[object, tuple[bytes, ...]]]
WHEN = ["2026-11-21T09:00:00+00:00", None]


def written_by(liar: Peer, kind: str, number: int, **fields: object) -> bytes:
    """The lines of a change that creates an entry, rightly signed, with whatever fields."""
    keys = device_in_use(liar.space)
    nonce = NONCE[:-1] + bytes([number])
    sets: Sets = {name: (value, ()) for name, value in {"when": WHEN, **fields}.items()}
    entry = entry_id(liar.space.id, keys.key, nonce)
    return lines(composed(liar, seq=500 + number, nonce=nonce, entry=entry, kind=kind, sets=sets), keys.seed)


@pytest.fixture
def reflection(pair: tuple[Peer, Peer]) -> str:
    """Something of Sam's that both read, and that counts for Sam."""
    kim, sam = pair
    shared = sam.write("reflection", title="Chairing", text="It went well.", when="2026-11-02T09:00:00Z")
    exchange(kim, sam)
    keep_to(sam.journal, "generic")
    count_it(sam.journal, shared, 60)
    return shared


def everything_of_ones_own(sam: Peer, shared: str) -> tuple[object, ...]:
    journal = sam.journal
    (stand,) = where_i_stand(journal, memberships(journal))
    activity = activity_of(journal, shared)
    assert activity is not None
    assert stand.standing is not None
    return (
        [each.id for each in memberships(journal)],
        [each.id for each in records(journal)],
        gaps_of(journal, memberships(journal)[0]),
        answers_of(journal, activity.id),
        peers_of(journal, activity),
        countersignatures_of(journal, shared),
        all_countersignatures(journal),
        prepared_unbegun(journal),
        [status.have for status in stand.standing.statuses],
    )


def test_nothing_that_a_partner_forges_gets_into_ones_own_record(
    pair: tuple[Peer, Peer], reflection: str, tmp_path: Path
) -> None:
    kim, sam = pair
    mine = memberships(sam.journal)[0]
    before = everything_of_ones_own(sam, reflection)
    lies: dict[str, dict[str, Any]] = {
        "activity": {"title": "Forged", "minutes": 600, "parent": reflection, "type": "course"},
        "answer": {"field": "generic.learnt", "text": "Forged", "parent": reflection},
        "membership": {"title": "Forged", "scheme": "generic"},
        "gap": {"since": "2020-01-01", "until": "2030-01-01", "parent": mine.id},
        "record": {"title": "Forged", "scheme": "generic", "state": ["handed-in", None], "until": "no day at all"},
        "peer": {"title": "Forged", "meaning": "took-place", "on_paper": True, "parent": reflection},
        "countersignature": {"title": "Forged", "parent": reflection},
        "pulse": {"text": "Forged", "parent": reflection},
        "device": {"title": "Forged"},
    }
    assert set(lies) == NEVER
    body = b"".join(written_by(kim, kind, number, **said) for number, (kind, said) in enumerate(lies.items()))
    arrived = arrives(sam, forged(kim, sam, body=body), tmp_path)
    assert arrived.taken is not None, arrived.problem
    assert arrived.taken.refused == ("An edit by Kim does not count: it is of a sort that is for nobody else.",)
    assert not arrived.taken.entries
    assert everything_of_ones_own(sam, reflection) == before
    shared = {str(kind) for (kind,) in sam.space.rows("SELECT DISTINCT kind FROM entry")}
    assert not shared & NEVER
    assert not sam.journal.entries.of_kind(*NEVER, space=sam.space.name)


def test_what_a_partner_says_lets_off_steam_is_not_asked_about(pair: tuple[Peer, Peer], tmp_path: Path) -> None:
    kim, sam = pair
    file = forged(
        kim, sam, body=written_by(kim, "note", 1, when=["2026-11-20T09:00:00+00:00", None], text="Grr", vent=True)
    )
    assert arrives(sam, file, tmp_path).taken is not None
    assert not to_ask_about(sam.journal)
