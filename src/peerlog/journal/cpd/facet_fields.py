"""As what something counts, as people say it, made into the fields of an activity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ...domain.problem import Problem
from ...domain.text import brief, clean_line
from ..journal import Journal
from ..practice_files import requirement_sets

if TYPE_CHECKING:
    from ...domain.activity_type import ActivityType
    from ...domain.scheme.value_list import ValueList


def activity_type_names() -> Mapping[str, ActivityType]:
    """Every type of activity by name, in order."""
    from ...library.activity_types import activity_types

    return activity_types()


def clean_facet(journal: Journal, fields: Mapping[str, object]) -> dict[str, object]:
    """Fields of an activity as they are kept: types, categories and marks by name or as the screen calls them.

    Raises `Problem` for a name that there is not, and for points that are none. What is not said stays out.
    """
    cleaned = dict(fields)
    if said := fields.get("type"):
        cleaned["type"] = type_named(str(said))
    if categories := fields.get("categories"):
        cleaned["categories"] = sorted({category_named(each) for each in _texts(categories)})
    if marks := fields.get("marks"):
        cleaned["marks"] = _one_of_each(journal, sorted({clean_mark(journal, each) for each in _texts(marks)}))
    if points := fields.get("points"):
        cleaned["points"] = clean_points(str(points))
    return cleaned


def clean_points(said: str) -> str:
    """Points as they are kept; raises `Problem` for what are none."""
    from ...portfolio.points import parse_points, say_points

    return say_points(parse_points(said))


def type_named(said: str) -> str:
    """The name of a type of activity, by its name or its label; raises `Problem`."""
    known = {name: each.label for name, each in activity_type_names().items()}
    return _named(said, known, "type of activity", "“peerlog cpd types” lists them.")


def category_named(said: str) -> str:
    """The name of what an entry can be for a record; raises `Problem`."""
    from ...domain.scheme.vocabulary import CATEGORIES

    return _named(said, CATEGORIES, "category", f"There is: {', '.join(CATEGORIES)}.")


def relation_named(said: str) -> str:
    """How somebody stands to somebody else, by name or in words; raises `Problem`."""
    from ...domain.scheme.vocabulary import RELATIONS

    return _named(said, RELATIONS, "relation", f"There is: {', '.join(RELATIONS)}.")


def clean_mark(journal: Journal, written: str) -> str:
    """A mark such as `gosc.themes=A`; a list of a body that one keeps to will do without the body's name.

    Raises `Problem` for a list that there is not, and for a value that is not in a list whose values are known.
    """
    name, equals, value = (part.strip() for part in written.partition("="))
    if not equals or not value:
        raise Problem(f"“{brief(written)}” is no value of a list.", "Write it as LIST=VALUE, such as gosc.themes=A.")
    lists = value_lists(journal)
    full = _named(name, {each: each.partition(".")[2] for each in lists}, "list", _lists_there_are(journal, lists))
    values = lists[full][1]
    if values:
        value = _named(value, {each: each for each in values}, f"value of {full}", f"There is: {'; '.join(values)}.")
    return f"{full}={clean_line(value)}"


def _one_of_each(journal: Journal, marks: list[str]) -> list[str]:
    """The same marks; raises `Problem` for two of a list of which something has one at most."""
    lists = value_lists(journal)
    for name in {mark.partition("=")[0] for mark in marks}:
        values = [mark.partition("=")[2] for mark in marks if mark.startswith(f"{name}=")]
        if len(values) > 1 and not lists[name][0].many:
            raise Problem(f"Only one value of {name} fits.", f"Choose one of: {'; '.join(values)}.")
    return marks


def value_lists(journal: Journal) -> dict[str, tuple[ValueList, tuple[str, ...]]]:
    """By full name each list that entries can be marked with, and its values: the person's own, or the file's.

    Lists of bodies that one keeps to come first.
    """
    from .memberships import enrolment_of, memberships

    own: dict[str, tuple[str, ...]] = {}
    kept = memberships(journal)
    for membership in kept:
        own |= enrolment_of(membership.fields).lists
    packs, _ = requirement_sets()
    names = dict.fromkeys([*(membership.line("scheme") for membership in kept), *packs])
    found: dict[str, tuple[ValueList, tuple[str, ...]]] = {}
    for name in names:
        for version in packs[name].versions[::-1] if name in packs else ():
            for each in version.lists:
                found.setdefault(each.name, (each, own.get(each.name, ()) or each.values))
    return found


def _named(said: str, known: Mapping[str, str], what: str, hint: str) -> str:
    wanted = said.strip().casefold()
    for name, words in known.items():
        if wanted in (name.casefold(), words.casefold()):
            return name
    near = get_close_matches(wanted, [word for pair in known.items() for word in map(str.casefold, pair)], 1)
    raise Problem(f"There is no {what} “{brief(said)}”.", f"Did you mean “{near[0]}”? {hint}" if near else hint)


def _lists_there_are(journal: Journal, lists: Iterable[str]) -> str:
    from .memberships import memberships

    kept = {each.line("scheme") for each in memberships(journal)}
    own = [each for each in lists if each.partition(".")[0] in kept]
    return f"There is: {', '.join(own)}." if own else "None of your requirements has a list."


def _texts(said: object) -> Iterable[str]:
    return [said] if isinstance(said, str) else [str(each) for each in said] if isinstance(said, Iterable) else []
