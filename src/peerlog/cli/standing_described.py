"""Where somebody stands as JSON. Amounts are minutes, hundredths of a point or entries, by `unit`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..domain.entry import Entry
from ..journal.cpd.course_notes import notes_about
from ..journal.cpd.gaps import unexplained
from ..journal.cpd.spans import notes_on_spans
from ..journal.cpd.wanted_now import Need, WantedNow
from ..journal.journal import Journal

if TYPE_CHECKING:
    from ..domain.scheme.cosign_rule import CosignRule
    from ..journal.cpd.standing import Signed, Standing, Status


def described_standing(journal: Journal, wanted: WantedNow, gaps: Sequence[Entry]) -> dict[str, object]:
    """One body; `problem` says why its standing cannot be told, and then there is no more."""
    stand = wanted.stand
    head: dict[str, object] = {
        "body": stand.membership.line("scheme"),
        "membership": stand.membership.id,
        "label": stand.membership.title,
        "problem": stand.problem or None,
    }
    if stand.standing is None:
        return head
    standing, today = stand.standing, journal.time.today()
    course = standing.course
    period = course.period
    open_gaps = set(unexplained(standing, gaps, today))
    needs = {(each.status.requirement.name, each.status.first): each for each in wanted.needs}
    return {
        **head,
        "period": {
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "due": period.due.isoformat() if period.due else None,
        },
        "met": standing.met,
        "confirmed": course.version.confirmed,
        "checked": course.version.checked.isoformat(),
        "changes": [day.isoformat() for day in course.changes],
        "requirements": [
            _status(each, needs.get((each.requirement.name, each.first)), standing) for each in standing.statuses
        ],
        "signatures": [_signature(each) for each in standing.signed],
        "gaps": [
            {"first": first.isoformat(), "last": last.isoformat(), "explained": (first, last) not in open_gaps}
            for first, last in standing.gaps
        ],
        "too_long": [day.isoformat() for day in standing.too_long],
        "without_length": standing.without_length,
        "notes": [*notes_about(standing, gaps, today), *notes_on_spans(journal, standing)],
    }


def described_rule(rule: CosignRule) -> dict[str, object]:
    """Who signs what, who may and who may not."""
    return {
        "name": rule.name,
        "label": rule.label,
        "meaning": rule.meaning,
        "who": rule.who,
        "may": sorted(rule.may),
        "may_not": sorted(rule.may_not),
        "registrant": rule.registrant,
        "whole_record": rule.whole_record,
        "times": rule.times,
        "form": rule.form,
        "contact": list(rule.contact),
        "consent": rule.consent,
        "summary_only": rule.summary_only,
        "advised": rule.advised,
        "confirmed": rule.confirmed,
        "note": rule.note,
    }


def _status(status: Status, need: Need | None, standing: Standing) -> dict[str, object]:
    requirement = status.requirement
    return {
        "name": requirement.name,
        "label": requirement.label,
        "unit": requirement.unit,
        "of": requirement.of or None,
        "first": status.first.isoformat(),
        "last": status.last.isoformat(),
        "due": status.due.isoformat() if status.due else None,
        "have": status.have,
        "need": status.need,
        "most": status.most,
        "missing": status.missing,
        "met": status.met,
        "advised": requirement.advised,
        "agreed": requirement.name in standing.course.enrolment.needs,
        "confirmed": requirement.confirmed,
        "covered": [{"value": each.value, "have": each.have, "need": each.need} for each in status.covered],
        "could_fill": [
            {
                "id": each.entry.id,
                "kind": each.entry.kind,
                "headline": each.entry.headline,
                "counts": each.counts,
                "lacks": list(each.lacks),
            }
            for each in (need.fillers if need else ())
        ],
        "more": need.more if need else 0,
        "people": [described_rule(rule) for rule in (need.people if need else ())],
    }


def _signature(signed: Signed) -> dict[str, object]:
    return {**described_rule(signed.rule), "have": signed.have, "met": signed.met}
