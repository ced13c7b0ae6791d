"""The demo's journals: as if somebody had written in them for half a year."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.journal.conftest import SetClock

from peerlog.demo.story import PEOPLE, story
from peerlog.domain.kinds import KINDS
from peerlog.domain.selection import Selection
from peerlog.journal.demo import demo_sets, make_journal
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock

LAST_DAY = date(2026, 11, 20)
EVERY_KIND = frozenset(KINDS)


@pytest.fixture(params=sorted(PEOPLE))
def person(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_the_whole_story_is_in_the_journal(person: str, tmp_path: Path, clock: SetClock) -> None:
    told = story(person, demo_sets(), LAST_DAY)
    about = PEOPLE[person]
    home = Home(tmp_path / person, tmp_path / "state")
    assert make_journal(home, about.passphrase, name=about.name, zone=about.zone, story=told, clock=clock) == len(told)
    with unlock(home, about.passphrase) as journal:
        everything = journal.entries.page(Selection(kinds=EVERY_KIND), limit=1000).entries
        trashed = journal.entries.page(Selection(kinds=EVERY_KIND, deleted=True), limit=1000).entries
        assert len(everything) + len(trashed) == len(told)
        assert journal.profile.name == about.name
        assert {entry.kind for entry in everything} == {each.kind for each in told if not each.deleted}
        by_id = {entry.id: entry for entry in (*everything, *trashed)}
        assert len(by_id) == len(told)
        links = sum(len(entry.members("links")) for entry in by_id.values())
        assert links == sum(len(set(each.links)) for each in told)
        for entry in by_id.values():
            assert set(entry.members("links")) <= set(by_id)
        kind_of = {each.key: each.kind for each in told}
        above = Counter((each.kind, kind_of[each.parent]) for each in told if each.parent)
        assert above == Counter((each.kind, by_id[each.parent].kind) for each in by_id.values() if each.parent)
        edited = [entry for entry in by_id.values() if entry.version > 1]
        assert len(edited) >= len([each for each in told if each.earlier])
        assert journal.private.writes < 5


def test_stamps_are_those_of_somebody_who_wrote_at_the_time(person: str, tmp_path: Path, clock: SetClock) -> None:
    about = PEOPLE[person]
    told = story(person, demo_sets(), LAST_DAY)
    home = Home(tmp_path / person, tmp_path / "state")
    make_journal(home, about.passphrase, name=about.name, zone=about.zone, story=told, clock=clock)
    with unlock(home, about.passphrase) as journal:
        entries = journal.entries.page(Selection(kinds=EVERY_KIND), limit=1000).entries
        end = f"{LAST_DAY + timedelta(days=1)}T23:59:59Z"
        for entry in entries:
            written = entry.when.utc.isoformat()[:19] + "Z"
            assert entry.created <= entry.saved <= end
            if written <= end[:10]:
                assert written < entry.created
        for entry in entries:
            saves = [version.saved for version in journal.entries.versions(entry.id)]
            assert saves == sorted(saves, reverse=True)
            assert all(saved <= entry.saved for saved in saves)
