"""Whatever three people do at the same time: no text goes away but by somebody who had it before their eyes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.exchange.meeting import Peer, meet, people

from peerlog.journal.versions.settling import keep, settle_with_text, take, take_out, undo_settling
from peerlog.journal.versions.two_versions import TwoVersions, all_settled, all_two_versions

ACTS = (
    "edit",
    "edit",
    "edit alike",
    "other field",
    "settle",
    "settle anew",
    "undo",
    "delete",
    "undelete",
    "send",
    "receive",
)
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS), st.integers(0, 3)), min_size=8, max_size=28)


@pytest.fixture(scope="module")
def three(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Peer]]:
    with people(empty_vault, tmp_path_factory.mktemp("three"), "Kim", "Sam", "Ada") as found:
        meet(*found)
        everybody_exchanges(found)
        yield found


def everybody_exchanges(three: list[Peer]) -> None:
    for _ in range(2):
        for sender in three:
            files = sender.send(again=True)
            for other in three:
                if other is not sender:
                    other.receive(*files)


class Story:
    """One goal, what everybody does to it, and which texts somebody has let go of knowingly."""

    def __init__(self, three: list[Peer]) -> None:
        self.three = three
        self.goal = three[0].write("goal", title="Chair well", why="once")
        everybody_exchanges(three)
        self.written = {"once"}
        self.let_go: set[str] = set()
        self.mail: list[list[bytes]] = [[], [], []]
        self.texts = (f"text {number}" for number in count())

    def two(self, peer: Peer) -> list[TwoVersions]:
        return [each for each in all_two_versions(peer.journal) if each.entry.id == self.goal]

    def presented(self, peer: Peer) -> str:
        return str(peer.row(self.goal).fields.get("why", ""))

    def seen(self, peer: Peer) -> set[str]:
        """Every text that stands before somebody's eyes."""
        versions = {version.said for two in self.two(peer) if two.register == "why" for version in two.versions}
        return versions | {self.presented(peer)}

    def act(self, who: int, what: str, choice: int) -> None:
        peer = self.three[who]
        deleted = bool(peer.row(self.goal).deleted)
        match what:
            case "edit" | "edit alike" if not deleted:
                self.let_go.add(self.presented(peer))
                self.write(peer, "alike" if what == "edit alike" else next(self.texts))
            case "other field" if not deleted:
                peer.change(self.goal, measure=f"{peer.name} {choice}")
            case "settle" | "settle anew":
                self.settle(peer, choice, anew=what == "settle anew")
            case "undo":
                self.undo(peer)
            case "delete" if not deleted:
                self.let_go |= self.seen(peer)
                peer.journal.entries.delete(self.goal)
            case "undelete" if deleted:
                peer.journal.entries.undelete(self.goal)
            case "send":
                for file in peer.send():
                    for other in {0, 1, 2} - {who}:
                        self.mail[other].append(file)
            case "receive" if self.mail[who]:
                peer.receive(self.mail[who].pop(choice % len(self.mail[who])))

    def write(self, peer: Peer, text: str) -> None:
        self.written.add(text)
        peer.change(self.goal, why=text)

    def settle(self, peer: Peer, choice: int, *, anew: bool) -> None:
        for two in self.two(peer)[:1]:
            event(f"settles {two.register}")
            if two.is_deletion and choice % 2:
                self.let_go |= self.seen(peer)
                take_out(peer.journal, two)
            elif two.is_deletion:
                keep(peer.journal, two)
            elif anew and two.is_text:
                text = next(self.texts)
                self.let_go |= {version.said for version in two.versions} if two.register == "why" else set()
                self.written |= {text} if two.register == "why" else set()
                settle_with_text(peer.journal, two, text)
            else:
                self.let_go |= {version.said for version in two.versions} if two.register == "why" else set()
                take(peer.journal, two, two.versions[choice % len(two.versions)])

    def undo(self, peer: Peer) -> None:
        for settled in all_settled(peer.journal):
            if settled.entry.id == self.goal:
                event("undoes")
                self.let_go.add(self.presented(peer))
                undo_settling(peer.journal, settled.entry, settled.register)
                return


@settings(
    max_examples=2 if settings().max_examples < 1000 else 100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_every_text_is_shown_or_was_let_go_of_by_somebody_who_saw_it(
    three: list[Peer], steps: list[tuple[int, str, int]]
) -> None:
    story = Story(three)
    for who, what, choice in steps:
        story.act(who, what, choice)
    everybody_exchanges(three)
    everybody_exchanges(three)
    first = three[0]
    for peer in three:
        assert story.written - story.let_go <= story.seen(peer)
        assert peer.row(story.goal).fields == first.row(story.goal).fields
        assert bool(peer.row(story.goal).deleted) == bool(first.row(story.goal).deleted)
        assert [two.register for two in story.two(peer)] == [two.register for two in story.two(first)]
        assert peer.space.rows("SELECT 1 FROM pending") == []
    while found := story.two(first):
        event("two versions are left")
        keep(first.journal, found[0]) if found[0].is_deletion else take(first.journal, found[0], found[0].versions[0])
    everybody_exchanges(three)
    for peer in three:
        assert story.two(peer) == []
        assert peer.row(story.goal).fields == first.row(story.goal).fields
