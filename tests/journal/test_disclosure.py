"""Who may ask for what was written for a body: said before a record leaves, and once when a reflection counts."""

from __future__ import annotations

from datetime import date

from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.disclosure import ANYWHERE, before_it_leaves, first_counted
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.writing_record import prepared_unbegun
from peerlog.journal.journal import Journal


def counted(journal: Journal, kind: str, text: str) -> list[str]:
    return first_counted(journal, count_it(journal, journal.entries.add(kind, {"text": text}).id, 30))


def test_a_first_reflection_is_told_of_once_for_each_body(journal: Journal) -> None:
    keep_to(journal, "nmc", {"own_day": date(2027, 3, 31)})
    keep_to(journal, "generic")
    assert counted(journal, "note", "A webinar") == []
    (said,) = counted(journal, "reflection", "What I would do otherwise")
    assert said.startswith("NMC revalidation: Written reflections are not privileged")
    assert counted(journal, "reflection", "Another") == []
    keep_to(journal, "hcpc", {"own_day": date(2027, 3, 31)})
    (said,) = counted(journal, "reflection", "A third")
    assert said.startswith("HCPC CPD")


def test_a_record_says_what_is_known_of_its_body_or_what_holds_anywhere(journal: Journal) -> None:
    keep_to(journal, "generic")
    count_it(journal, journal.entries.add("note", {"text": "A talk"}).id, 60)
    assert before_it_leaves(prepared_unbegun(journal)).startswith(ANYWHERE)
    keep_to(journal, "gphc", {"own_day": date(2027, 3, 31)})
    assert "The GPhC has said it will not" in before_it_leaves(prepared_unbegun(journal, "gphc"))
