"""People who write, send, lose, repeat, crash, restore and leave: whatever happens, they come to see the same."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from tests.exchange.coming_together import ComingTogether, Place
from tests.exchange.crew import (
    LAPTOP,
    NAMES,
    contents,
    crew,
    open_peer,
    quick_folder,
    save_copy,
)
from tests.exchange.meeting import Peer, SteppingClock

from peerlog.domain.entry import PRIVATE
from peerlog.errors import BadInput, PeerlogError, Refused
from peerlog.exchange.bundle import carried_in, open_bundle
from peerlog.exchange.enrolling import leave_space, retire_device
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for
from peerlog.history.change import read_change
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.updates.exchanging import Arrived, arrived_files, preview, send

SECRET = "only-for-me"
WHO = st.integers(0, 7)
WHICH = st.integers(0, 30)


class Crash(BaseException):
    """The end of a process in the midst of its work."""


class PeersMachine(ComingTogether, RuleBasedStateMachine):
    prebuilt: ClassVar[Path]

    @initialize(count=st.sampled_from([2, 2, 2, 2, 2, 3, 3, 3, 4, 8]), laptop=st.booleans())
    def meet(self, count: int, laptop: bool) -> None:
        self.root = Path(tempfile.mkdtemp(dir=quick_folder(), prefix="peers-"))
        self.stack = ExitStack()
        self.stack.callback(shutil.rmtree, self.root)
        shutil.copytree(crew(self.prebuilt, count, laptop), self.root / "homes")
        self.mail = self.root / "mail"
        self.mail.mkdir()
        self.clock = SteppingClock()
        self.places = [
            Place(open_peer(self.root / "homes", name, self.clock))
            for name in (*NAMES[:count], *([LAPTOP] if laptop else []))
        ]
        self.lost = False
        self.identities: set[bytes] = set()
        self.words = 0
        self.mails: list[Path] = []
        self.overwritten: set[str] = set()
        self.said: dict[str, str] = {}
        self.signed: dict[tuple[str, int], bytes] = {}

    # Writing

    @rule(who=WHO, kind=st.sampled_from(["note", "goal", "goal", "meeting"]))
    def write(self, who: int, kind: str) -> None:
        with self._not_mine():
            self._at(who).peer.write(kind, title=self._word(), text=self._word())

    @rule(who=WHO, which=WHICH)
    def write_a_part(self, who: int, which: int) -> None:
        peer = self._at(who).peer
        if id_ := self._entry(peer, which):
            with self._not_mine():
                peer.write("comment", text=self._word(), parent=id_)

    @rule(who=WHO, which=WHICH, field=st.sampled_from(["title", "text", "text"]))
    def change(self, who: int, which: int, field: str) -> None:
        peer = self._at(who).peer
        if id_ := self._entry(peer, which):
            before = peer.read(id_).get(field)
            with self._not_mine():
                peer.change(id_, **{field: self._word()})
                self.overwritten.add(str(before))

    @rule(who=WHO, which=WHICH, tags=st.sets(st.sampled_from("abc")))
    def tag(self, who: int, which: int, tags: set[str]) -> None:
        peer = self._at(who).peer
        if id_ := self._entry(peer, which):
            with self._not_mine():
                peer.change(id_, tags=tuple(sorted(tags)))

    @rule(who=WHO, which=WHICH, back=st.booleans())
    def delete_or_bring_back(self, who: int, which: int, back: bool) -> None:
        peer = self._at(who).peer
        if id_ := self._entry(peer, which):
            with self._not_mine():
                (peer.journal.entries.undelete if back else peer.journal.entries.delete)(id_)

    @rule(who=WHO, which=WHICH)
    def forget(self, who: int, which: int) -> None:
        peer = self._at(who).peer
        if id_ := self._entry(peer, which):
            with self._not_mine():
                peer.journal.entries.forget(id_)

    @rule(who=WHO)
    def write_privately(self, who: int) -> None:
        self._at(who).peer.journal.entries.add("note", {"title": SECRET, "text": f"{SECRET} too"}, space=PRIVATE)

    # Exchanging

    @rule(who=WHO, again=st.booleans())
    def send(self, who: int, again: bool) -> None:
        self._send(self._at(who), again=again)

    @rule(who=WHO, which=WHICH, twice=st.booleans())
    def deliver(self, who: int, which: int, twice: bool) -> None:
        """Any update that was ever sent, in any order; those that are never chosen are lost."""
        if self.mails:
            place, mail = self._at(who), self.mails[which % len(self.mails)]
            arrived = self._deliver(place, mail)
            if twice and arrived.taken:
                before = contents(place.peer)
                again = self._deliver(place, mail)
                assert again.taken is None or again.taken.already
                assert contents(place.peer) == before

    @rule(who=WHO, later=WHO)
    def exchange_with_one(self, who: int, later: int) -> None:
        for mail in self._send(self._at(who)):
            self._deliver(self._at(later), mail)

    # Mishaps

    @rule(who=WHO, after=st.integers(0, 40), which=WHICH, sending=st.booleans())
    def crash(self, who: int, after: int, which: int, sending: bool) -> None:
        place = self._at(who)
        with self._crashing(place, after):
            if sending:
                self._send(place)
            elif self.mails:
                self._deliver(place, self.mails[which % len(self.mails)])

    @rule(who=WHO)
    def copy(self, who: int) -> None:
        place = self._at(who)
        where = self.root / f"copy-{sum(len(each.copies) for each in self.places)}"
        save_copy(place.peer, where)
        place.copies.append((where, set(place.got)))

    @rule(who=WHO, which=WHICH)
    def put_a_copy_back(self, who: int, which: int) -> None:
        place = self._at(who)
        if place.copies:
            where, place.got = place.copies[which % len(place.copies)]
            place.got = set(place.got)
            home = place.peer.journal.home
            place.peer.journal.close()
            shutil.rmtree(home.vault)
            shutil.copytree(where, home.vault)
            self._open(place)

    # Coming apart

    @rule()
    def lose_the_laptop(self) -> None:
        owner, laptop = self.places[0].peer, self.places[-1].peer
        if laptop.name == LAPTOP:
            with self._not_mine():
                retire_device(owner.space, device_in_use(laptop.space).id, owner.now)
                self.lost = True

    @rule(who=st.integers(0, 20))
    def leave(self, who: int) -> None:
        if 1 <= who < len(self.places) and self.places[who].peer.name != LAPTOP:
            peer = self.places[who].peer
            with self._not_mine():
                leave_space(peer.space, peer.now)

    # What has to hold

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            with self.stack:
                try:
                    self._come_together()
                finally:
                    for place in self.places:
                        place.peer.journal.close()

    # How it is done

    def _at(self, who: int) -> Place:
        return self.places[who % len(self.places)]

    def _word(self) -> str:
        self.words += 1
        return f"word-{self.words}-"

    def _entry(self, peer: Peer, which: int) -> str | None:
        found = [
            bytes(id_).hex()
            for (id_,) in peer.space.rows("SELECT id FROM entry WHERE kind NOT IN ('card', 'circle') ORDER BY id")
        ]
        return found[which % len(found)] if found else None

    @contextmanager
    def _not_mine(self) -> Iterator[None]:
        """What is another's, in the trash or put away stays as it is; whoever is alone sends nothing."""
        with suppress(Refused, BadInput):
            yield

    def _open(self, place: Place) -> None:
        place.peer = open_peer(self.root / "homes", place.peer.name, self.clock)

    @contextmanager
    def _crashing(self, place: Place, after: int) -> Iterator[None]:
        """Let the process end at one of its next statements that write; whether it does or not, begin a new one."""
        left = after
        space: Any = place.peer.space
        run = space.run

        def failing(*arguments: Any) -> int:
            nonlocal left
            left -= 1
            if left < 0:
                raise Crash
            return int(run(*arguments))

        space.run = failing
        with suppress(Crash):
            yield
        self._collect()
        for each in place.peer.journal.spaces.values():
            each.close()
        self._open(place)

    def _send(self, place: Place, *, again: bool = False) -> list[Path]:
        journal = place.peer.journal
        with self._not_mine():
            shown = preview(journal, read_circle(journal.spaces[place.peer.space.name]))
            if shown.is_due or again:
                send(journal, shown, self.mail, again=again)
        return self._collect()

    def _collect(self) -> list[Path]:
        """The updates that were written since, after a look at what left in them."""
        new = [path for path in sorted(self.mail.iterdir()) if path not in self.mails]
        # Keys that a journal took and lost again with an older copy are still written to.
        self.identities |= {device_in_use(place.peer.space).identity for place in self.places}
        self.mails += new
        for path in new:
            file = path.read_bytes()
            opened = open_bundle(file, self.identities)
            assert opened is not None
            assert SECRET.encode() not in opened.text + opened.body
            for carried in carried_in(opened):
                change = read_change(carried.text)
                assert self.signed.setdefault((change.device, change.seq), change.id) == change.id, "signed twice"
                for word in self._words_in(carried.values):
                    self.said[word] = change.entry
        return new

    def _words_in(self, values: Any) -> list[str]:
        return [
            json.loads(value) for name, (_, value) in values.items() if name in ("title", "text") and "word-" in value
        ]

    def _deliver(self, place: Place, mail: Path) -> Arrived:
        before = contents(place.peer, {"evidence"})
        arrived = self._take_in(place, mail)
        if arrived.taken is None:
            assert contents(place.peer, {"evidence"}) == before
        return arrived

    def _take_in(self, place: Place, mail: Path) -> Arrived:
        (arrived,) = arrived_files(place.peer.journal, [mail])
        if arrived.taken is None:
            assert isinstance(arrived.problem, PeerlogError)
        else:
            opened = open_for(place.peer.space, mail.read_bytes())
            assert opened is not None
            place.got |= {word for carried in carried_in(opened) for word in self._words_in(carried.values)}
        return arrived
