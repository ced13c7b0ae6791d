"""Whole texts that were read aloud: of a full half-year of two, of four people, of one meeting, and of nothing."""

from __future__ import annotations

from peerlog.domain.summary import Material, joined

from .half_year import KIM, SAM, half_year, meeting
from .summaries import NAMES, SINCE, UNTIL, composed, golden, material, shared

ADA, LOU = "Ada Feeney", "Lou Marsh"


def whole(title: str, found: Material) -> str:
    return joined(title, found.members, SINCE, UNTIL, composed(found), {})


def test_a_full_half_year_of_two() -> None:
    assert whole("Our half-year", half_year()) == golden("two")


def test_a_group_of_four() -> None:
    everybody = (KIM, SAM, ADA, LOU)
    days = ("2026-06-04", "2026-07-02", "2026-08-06", "2026-09-03")
    sets = [meeting(day, *everybody, minutes=120, channel="visit") for day in days]
    sets.append(meeting("2026-10-01", KIM, SAM, ADA, apologies=(LOU,), channel="visit"))
    entries = list(sets)
    for presenter, each in zip((KIM, SAM, ADA, LOU, KIM), sets, strict=True):
        came = "A card that says stop, and somebody to hold it up."
        entries.append(shared("turn", parent=each.id, presenter=presenter, title="How do I stop?", text=came))
    tasks = [(name, f"Task {number} of {name}") for name in everybody for number in range(2)]
    entries += [shared("action", title=title, owner=name, due="2026-12-24") for name, title in tasks]
    entries += [shared("decision", "2026-09-03", parent=sets[3].id, title=f"Rule {number}") for number in range(5)]
    assert whole("The Thursday set", material(everybody, entries)) == golden("four")


def test_a_single_meeting() -> None:
    one = meeting("2026-06-08", channel="coffee", minutes=40)
    note = shared(
        "minute", "2026-06-08", parent=one.id, by=KIM, text="Dr. Roche said “wait.” So we waited, and it rained."
    )
    assert whole("One coffee", material([KIM, SAM], [one, note])) == golden("one_meeting")


def test_nothing() -> None:
    nothing = material([KIM, SAM], [])
    assert composed(nothing) == dict.fromkeys(NAMES, "")
    assert whole("Nothing yet", nothing) == "# Nothing yet\n\nKim Byrne and Sam Okonkwo, 1 June to 30 November 2026"
