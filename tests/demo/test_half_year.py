"""The half-year of the demo's two partners as it is composed for them: read aloud, kept as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.played import Demo, SaturdayMorning
from tests.prebuilt import honest_but_quick

from peerlog.demo.story import PEOPLE
from peerlog.domain.entry import PRIVATE
from peerlog.domain.selection import Selection
from peerlog.domain.summary import SECTIONS, compose, joined
from peerlog.journal.circle.circles import circle_named
from peerlog.journal.joint_summary.summary_material import summary_material
from peerlog.journal.journal import Journal
from peerlog.journal.opening import unlock

SINCE, UNTIL = date(2026, 5, 25), date(2026, 11, 20)
GOLDEN = Path(__file__).with_name("golden") / "half_year.md"


@pytest.fixture
def kim(demo: Demo) -> Iterator[Journal]:
    with honest_but_quick(), unlock(demo.home("kim"), PEOPLE["kim"].passphrase, clock=SaturdayMorning()) as journal:
        yield journal


def half_year(journal: Journal) -> str:
    found = summary_material(journal, circle_named(journal, "Sam").space, SINCE, UNTIL)
    sections = compose(found, [each.name for each in SECTIONS], SINCE, UNTIL)
    return joined("Our half-year", found.members, SINCE, UNTIL, sections, {})


def test_the_half_year_reads_as_it_was_read(kim: Journal) -> None:
    assert half_year(kim) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_no_private_title_is_in_it(kim: Journal) -> None:
    text = half_year(kim)
    private = kim.entries.page(Selection(space=PRIVATE, with_parts=True), limit=5000).entries
    titles = {each.title for each in private if len(each.title) > 15}
    assert len(titles) > 20
    shared = {each.title for each in summary_material(kim, circle_named(kim, "Sam").space, SINCE, UNTIL).entries}
    assert not [title for title in titles - shared if f"“{title}”" in text]
