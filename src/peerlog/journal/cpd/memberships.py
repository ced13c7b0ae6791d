"""The professional bodies whose requirements somebody keeps to, and what of these is their own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import MEMBERSHIP
from ...domain.problem import Problem
from ...domain.text import brief
from ...errors import BadInput, Refused
from ..journal import Journal
from ..practice_files import requirement_set, requirement_sets, why_not_read

if TYPE_CHECKING:
    from ...domain.scheme.scheme import Scheme
    from ...portfolio.course import Course
    from ...portfolio.enrolment import Enrolment

_LEAST_DIGITS = 4


def memberships(journal: Journal) -> list[Entry]:
    """Every body that somebody keeps to, in the order in which they were added, those of one moment by name."""
    found = journal.entries.of_kind(MEMBERSHIP.name, space=PRIVATE)
    return sorted(found, key=lambda each: (each.created, each.title.casefold(), each.id))


def membership_named(journal: Journal, said: str) -> Entry:
    """The body that one keeps to, by the name or label of its requirements, or by the beginning of its id.

    Raises `BadInput` naming those that one keeps to.
    """
    wanted, kept = said.strip().casefold(), memberships(journal)
    for each in kept:
        if wanted in (each.line("scheme"), each.title.casefold()):
            return each
    by_id = [each for each in kept if len(wanted) >= _LEAST_DIGITS and each.id.startswith(wanted)]
    if len(by_id) == 1:
        return by_id[0]
    named = ", ".join(each.line("scheme") for each in kept)
    hint = f"You keep to: {named}." if kept else "“peerlog cpd body add” begins with one."
    raise BadInput(f"You keep to no requirements called “{brief(said)}”.", hint)


def let_go(journal: Journal, membership: Entry) -> None:
    """Keep to a body no more; what counts still counts, and the trash has it for a while."""
    journal.entries.delete(membership.id)


def scheme_named(name: str) -> Scheme:
    """A body's requirements by name or label; raises `BadInput` naming those that there are."""
    packs, _ = requirement_sets()
    wanted = name.strip().casefold()
    found = packs.get(wanted) or next((each for each in packs.values() if each.label.casefold() == wanted), None)
    if found is None:
        raise BadInput(f"There are no requirements called “{brief(name)}”.", f"There is: {', '.join(packs)}.")
    return found


def scheme_of(membership: Entry) -> Scheme:
    """The requirements that a membership names; raises `Refused` where they are not here any more."""
    name = membership.line("scheme")
    found = requirement_set(name)
    if found is not None:
        return found
    if why := why_not_read(name):
        raise Refused(f"The requirements “{brief(name)}” cannot be read: {why}", "Mend the file; all is there then.")
    raise Refused(f"The requirements “{brief(name)}” are not here.", "Put their file back, or choose another body.")


def keeps_to(journal: Journal, said: str) -> bool:
    """Whether this is the name or the label of a body whose requirements one keeps to."""
    wanted = said.strip().casefold()
    return any(wanted in (each.line("scheme").casefold(), each.title.casefold()) for each in memberships(journal))


def keep_to(journal: Journal, name: str, fields: Mapping[str, object] | None = None) -> Entry:
    """Keep to a body's requirements from now on; `fields` are those of a membership.

    Raises `Problem` where a day of one's own is needed, `Refused` for a body that one keeps to already.
    """
    scheme = scheme_named(name)
    if any(each.line("scheme") == scheme.name for each in memberships(journal)):
        raise Refused(f"You keep to {scheme.label} already.", "“peerlog cpd body change” changes it.")
    _check_day(scheme, fields or {}, journal)
    cleaned = {**(fields or {}), "scheme": scheme.name, "title": scheme.label}
    _check(scheme, journal.forms.clean(MEMBERSHIP.name, {**cleaned, "when": journal.time.moment()}), journal)
    return journal.entries.add(MEMBERSHIP.name, cleaned, space=PRIVATE)


def change_membership(journal: Journal, membership: Entry, changes: Mapping[str, object]) -> Entry:
    """Change what is one's own of a body's requirements; raises `Problem` where it does not fit."""
    if "own_day" in changes:
        _check_day(scheme_of(membership), changes, journal)
    _check(scheme_of(membership), journal.forms.clean(MEMBERSHIP.name, {**membership.fields, **changes}), journal)
    return journal.entries.change(membership.id, changes)


def enrolment_of(fields: Mapping[str, object]) -> Enrolment:
    """What a membership's fields say, for the rules; raises `Problem` for lists and amounts that cannot be read."""
    from ...portfolio.enrolment import Enrolment

    return Enrolment(
        _day(fields.get("own_day")),
        str(fields.get("variant") or ""),
        _lists(str(fields.get("lists") or "")),
        _needs(str(fields.get("needs") or "")),
        _day(fields.get("deferred_to")),
    )


def course_of(membership: Entry, day: date) -> Course:
    """The period with `day`, and the requirements that judge it; raises `Problem` and `Refused`."""
    from ...portfolio.course import course_with

    return course_with(scheme_of(membership), enrolment_of(membership.fields), day)


def _check(scheme: Scheme, fields: Mapping[str, object], journal: Journal) -> None:
    from ...portfolio.course import course_with

    course_with(scheme, enrolment_of(fields), journal.time.today())


def _check_day(scheme: Scheme, fields: Mapping[str, object], journal: Journal) -> None:
    """Raises `Problem` for a day of one's own that cannot be, or is missing."""
    from ...domain.scheme.own_day import check_own_day

    cleaned = journal.forms.clean(MEMBERSHIP.name, {"when": journal.time.moment(), "own_day": fields.get("own_day")})
    today = journal.time.today()
    check_own_day(scheme.label, scheme.at(today).period, _day(cleaned.get("own_day")), today)


def _lists(written: str) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for name, values in _toml(written, "lists").items():
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            hint = 'Write it as "gosc.themes" = ["A", "B"].'
            raise Problem(f"The list “{brief(name)}” is not a list of texts.", hint)
        lists[name] = tuple(values)
    return lists


def _needs(written: str) -> dict[str, int]:
    needs: dict[str, int] = {}
    for name, amount in _toml(written, "amounts").items():
        if type(amount) is not int or amount < 0:
            hint = "In minutes, or entries: cpd = 600."
            raise Problem(f"The amount for “{brief(name)}” is not a whole number.", hint)
        needs[name] = amount
    return needs


def _toml(written: str, what: str) -> dict[str, object]:
    try:
        return tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"The {what} cannot be read: {error}.") from error


def _day(written: object) -> date | None:
    return date.fromisoformat(str(written)) if written else None
