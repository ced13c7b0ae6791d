"""Choosing a professional body: each with what it asks for, when that was checked, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ...domain.dates import written_out
from ...domain.scheme.scheme import NOT_AFFILIATED, Scheme
from ...domain.scheme.version import Version
from ...domain.scheme.vocabulary import HAND_IN
from ...journal.journal import Journal
from ...journal.practice_files import requirement_sets
from .choosing import ChoosingScreen


class BodiesScreen(ChoosingScreen[Scheme]):
    """The result is the name of a body's requirements."""

    question: ClassVar[str] = "Whose requirements do you keep to?"
    label_width: ClassVar[int] = 26

    def fetch(self, journal: Journal) -> tuple[Sequence[Scheme], Sequence[str]]:
        packs, problems = requirement_sets()
        self._today = journal.time.today()
        return sorted(packs.values(), key=lambda each: each.label.casefold()), problems

    def say(self, thing: Scheme) -> Sequence[str]:
        version = thing.at(self._today)
        sure = "" if version.confirmed else "Not confirmed: take them as a guide."
        return (
            " · ".join(each for each in (thing.body, thing.about) if each),
            f"{say_in_force(version)} {sure}".strip(),
            NOT_AFFILIATED if thing.body else "",
        )


def say_in_force(version: Version) -> str:
    """`In force from 1 January 2026; checked on 27 November 2026; handed in on the body's website.`"""
    since = f"In force from {written_out(version.starts)}; " if version.starts else ""
    until = f"until {written_out(version.until)}; " if version.until else ""
    said = f"{since}{until}checked on {written_out(version.checked)}; handed in {HAND_IN[version.hand_in.how]}."
    return said[0].upper() + said[1:]
