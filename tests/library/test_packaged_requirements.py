"""The requirements that ship: complete, honest about what was confirmed, and free of regulators' lists."""

from __future__ import annotations

from datetime import date

import pytest

from peerlog.domain.scheme.requirement import Counts
from peerlog.domain.scheme.scheme import NOT_AFFILIATED, Scheme
from peerlog.library.activity_types import activity_types
from peerlog.library.requirement_sets import requirement_sets

BODIES = {
    "cilip",
    "alia",
    "lianza",
    "ama",
    "ara",
    "nmc",
    "gphc",
    "swe",
    "gosc",
    "goc",
    "hcpc",
    "cipd",
    "iet",
    "psyba",
    "generic",
}
UNCONFIRMED = {"cilip", "alia", "ara", "nmc", "cipd"}
"""Those of which the newest version as a whole could not be confirmed."""
OWN_VALUES = {"lianza.domains", "gosc.focus", "goc.provider", "goc.specialty", "hcpc.sorts"}


def packaged() -> dict[str, Scheme]:
    return requirement_sets()[0]


def test_every_body_is_there() -> None:
    assert set(packaged()) == BODIES
    assert "not affiliated" in NOT_AFFILIATED


def test_what_could_not_be_confirmed_says_so() -> None:
    assert {name for name, each in packaged().items() if not each.versions[-1].confirmed} == UNCONFIRMED
    for name, each in packaged().items():
        for version in each.versions:
            assert version.confirmed or version.note, name
            assert version.checked == date(2026, 11, 27), name
            assert version.sources or name == "generic", name


def test_every_version_says_how_it_is_handed_in_and_what_becomes_of_it() -> None:
    for name, each in packaged().items():
        for version in each.versions:
            assert version.hand_in.where or version.hand_in.how == "document", name
            assert version.keep.note, name
            assert version.gaps.note or name == "generic", name
        assert each.versions[-1].parts, name


def test_who_may_ask_for_reflections_is_said_where_it_was_read() -> None:
    known = {name for name, each in packaged().items() if all(v.disclosure.note for v in each.versions)}
    assert known == {"goc", "gosc", "gphc", "hcpc", "nmc"}
    for name, each in packaged().items():
        for version in each.versions:
            assert bool(version.disclosure.note) == (name in known)
            assert bool(version.disclosure.sources) == (name in known)


def test_the_bodies_own_lists_stay_out() -> None:
    filled = {each.name for scheme in packaged().values() for v in scheme.versions for each in v.lists if each.values}
    assert filled == OWN_VALUES
    for scheme in packaged().values():
        for version in scheme.versions:
            assert all(each.where for each in version.lists if not each.values and each.name != "alia.specialisation")


def test_fields_and_signatures_fit_the_screen() -> None:
    for name, scheme in packaged().items():
        for version in scheme.versions:
            labels = [*(each.label for each in version.requirements), *(each.label for each in version.lists)]
            assert max(map(len, [*labels, *(part.label for part in version.parts)])) <= 40, name
            assert all(len(rule.who) <= 140 for rule in version.cosigns), name
            for part in version.parts:
                assert all(len(field.label) <= 60 for field in part.fields), name


def test_another_person_is_asked_for_where_a_body_wants_one() -> None:
    meanings = {
        name: {rule.meaning for rule in each.versions[-1].cosigns}
        for name, each in packaged().items()
        if name != "generic"
    }
    assert {name: found for name, found in meanings.items() if found} == {
        "lianza": {"read"},
        "ama": {"supports"},
        "ara": {"read"},
        "nmc": {"took-place", "checked"},
        "gphc": {"took-place"},
        "swe": {"took-place"},
        "gosc": {"checked"},
        "goc": {"took-place"},
        "psyba": {"took-place"},
    }


@pytest.mark.parametrize("name", ["gphc", "goc"])
def test_nobody_close_may_be_the_peer(name: str) -> None:
    for version in packaged()[name].versions:
        assert {"relative", "partner", "friend"} <= version.cosigns[0].may_not
        assert version.cosigns[0].summary_only


def test_types_of_activity_have_their_own_names() -> None:
    types = activity_types()
    assert len(types) == 73
    assert all(len(each.label) <= 50 for each in types.values())
    used = {
        each
        for scheme in packaged().values()
        for v in scheme.versions
        for r in v.requirements
        for each in r.counts.types
    }
    assert used <= set(types)
    assert Counts().types == frozenset()
