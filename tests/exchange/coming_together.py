"""What has to hold once people have exchanged with everybody as often as it takes, whatever happened before."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.exchange.crew import contents, knowledge, rows, views
from tests.exchange.meeting import Peer

from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import roster_in
from peerlog.journal.updates.exchanging import Arrived

ROUNDS = 9
"""After so many exchanges with everybody nothing may be missing anywhere: what fell behind is told after three."""


@dataclass
class Place:
    """One journal, the copies that were made of it, and the words that it was sent."""

    peer: Peer
    copies: list[tuple[Path, set[str]]] = field(default_factory=list)
    got: set[str] = field(default_factory=set)


class ComingTogether:
    """The places, of which the last may be a lost laptop; what was said there, and what somebody wrote over."""

    places: list[Place]
    lost: bool
    said: dict[str, str]
    overwritten: set[str]

    def _send(self, place: Place, *, again: bool = False) -> list[Path]:
        raise NotImplementedError

    def _take_in(self, place: Place, mail: Path) -> Arrived:
        raise NotImplementedError

    def _come_together(self) -> None:
        for _ in range(ROUNDS):
            for place in self.places:
                for mail in self._send(place, again=True):
                    for other in self.places:
                        if other is not place:
                            self._take_in(other, mail)
            if len({knowledge(place.peer) for place in self._still_here()}) == 1:
                break
        here = self._still_here()
        known = [knowledge(place.peer) for place in here]
        assert all(each == known[0] for each in known), "something never arrived"
        seen, shown = [views(place.peer) for place in here], [rows(place.peer) for place in here]
        assert all(each == seen[0] for each in seen)
        assert all(each == shown[0] for each in shown)
        for place, view in zip(here, seen, strict=True):
            self._require_no_lost_words(here, place.peer, view)
            self._require_forgotten(place.peer, view)

    def _still_here(self) -> list[Place]:
        """Those who are among the others in everybody's eyes but perhaps their own."""
        rosters = [roster_in(place.peer.space) for place in self.places]
        gone = {member.id for roster in rosters for member in roster.members if not member.here}
        found = []
        # Whoever has the lost laptop can let it take new keys, which nobody takes for its owner's.
        for place in self.places[: -1 if self.lost else None]:
            device = device_in_use(place.peer.space).id
            if all(each.is_current(device) or each.member_of(device) is None for each in rosters) and not (
                {each.member_of(device) for each in rosters} & gone
            ):
                found.append(place)
        return found

    def _require_no_lost_words(self, here: list[Place], peer: Peer, seen: dict[str, Any]) -> None:
        everything = {
            str(json.loads(value)): (bytes(entry).hex(), bytes(change))
            for entry, change, value in peer.space.rows(
                "SELECT c.entry, c.id, v.value FROM change AS c JOIN change_value AS v ON v.change = c.number"
                " WHERE v.register IN ('title', 'text')"
            )
        }
        for word in {each for place in here for each in place.got}:
            view = seen.get(self.said[word])
            if view is None or view.forgotten or word in self.overwritten:
                continue
            assert word in everything
            if everything[word][1] not in dict(view.refused):
                heads = [head.value for each in view.heads.values() for head in each]
                assert word in heads, f"{word} is lost"

    def _require_forgotten(self, peer: Peer, seen: dict[str, Any]) -> None:
        gone = {entry for entry, view in seen.items() if view is not None and view.forgotten}
        words = {word for word, entry in self.said.items() if entry in gone}
        told = json.dumps(contents(peer), default=lambda raw: raw.decode("latin-1"))
        found = set(re.findall(r"word-\d+-", told)) & words
        assert not found, f"{found} of {gone} are still there"
