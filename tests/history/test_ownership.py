"""Who may change what, for every kind there is."""

from __future__ import annotations

import pytest

from peerlog.domain.kinds import KINDS
from peerlog.history.ownership import may_forget, may_leave, may_set

OF_THE_AUTHOR = {
    "note", "reflection", "idea", "page", "minute", "check-in", "comment", "thanks", "feedback", "resource", "request",
    "card", "pulse", "device", "contribution", "approval", "countersignature",
}  # fmt: skip
OF_ALL = {
    "goal", "milestone", "action", "meeting", "agenda-item", "decision", "turn", "agreement", "circle", "summary",
}  # fmt: skip


def test_every_kind_belongs_to_somebody() -> None:
    assert set(KINDS) == OF_THE_AUTHOR | OF_ALL
    assert not OF_THE_AUTHOR & OF_ALL


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_table(kind: str) -> None:
    for register in ("title", "text", "deleted", "parent", "position", "tags/AAAAAAAAAAAAAAAAAAAAAA", "state"):
        assert may_set(kind, register, "KIM", "KIM") == ((kind, register) != ("approval", "deleted"))
        assert may_set(kind, register, "KIM", "SAM") == (kind in OF_ALL or (kind, register) == ("request", "state"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_its_author_erases_and_nobody_what_is_signed(kind: str) -> None:
    assert may_forget(kind, "KIM", "KIM") == (kind != "approval")
    assert not may_forget(kind, "KIM", "SAM")


def test_single_fields_that_are_everybodys() -> None:
    assert may_set("feedback", "accepted", "KIM", "SAM")
    assert not may_set("idea", "state", "KIM", "SAM")
    assert not may_set("comment", "accepted", "KIM", "SAM")
    assert not may_set("unheard-of", "title", "KIM", "SAM")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_never_leaves(kind: str) -> None:
    assert may_leave(kind, {"title": "x"}) == (kind not in ("pulse", "device", "countersignature"))
    assert not may_leave(kind, {"vent": True})
