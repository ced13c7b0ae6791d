"""What a liar with a journal of their own lets leave in the place of a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.exchange.meeting import Peer

from peerlog.consent.answer import Answer
from peerlog.consent.paper import Paper, sign_paper, write_paper
from peerlog.consent.statement import ConsentStatement, Signer, content_of, write_statement
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in


def everybody(peer: Peer) -> tuple[Signer, ...]:
    roster = roster_in(peer.space)
    return tuple(
        Signer(roster.names[each.id], each.id, tuple(sorted(one.key for one in each.devices if not one.retired)))
        for each in roster.members
        if each.here
    )


def statement_by(peer: Peer, document: str, text: str, **more: Any) -> ConsentStatement:
    """A statement as the peer likes it."""
    said: dict[str, Any] = {
        "space": peer.space.id,
        "circle": "Thursday set",
        "members": everybody(peer),
        "document": document,
        "kind": "agreement",
        "number": 1,
        "revision": 1,
        "title": "Agreement",
        "purpose": "what we hold each other to",
        "release": ("Kim", "Sam"),
        "answer_by": date(2026, 11, 21) + timedelta(days=30),
        "at": peer.now,
        "content": content_of(text),
    }
    return write_statement(**{**said, **more})


def paper_by(peer: Peer, says: ConsentStatement | Answer, drawn_from: str = "", *, claimed: bytes = b"") -> Paper:
    """Signed by the peer's device; `claimed` is the key that it is said to be by."""
    keys = device_in_use(peer.space)
    paper = sign_paper(says, keys.seed, keys.key, drawn_from)
    return replace(paper, key=claimed) if claimed else paper


def hand_in(peer: Peer, document: str, paper: Paper | str, text: str = "") -> str:
    """Keep it as a signature, to leave with the next update; the id of its entry."""
    written = paper if isinstance(paper, str) else write_paper(paper)
    more = {"content": text} if text else {}
    return peer.write("approval", parent=document, signed=written, **more)
