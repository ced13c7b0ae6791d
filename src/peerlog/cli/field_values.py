"""Fields given as `name=value`, read as people write dates, times and yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.dates import parse_day, parse_moment
from ..domain.entry import Draft, Entry
from ..domain.field import Field, Shape
from ..domain.kinds import KINDS, bare_name
from ..domain.minutes import parse_minutes
from ..domain.problem import Problem
from ..domain.text import brief
from ..errors import BadInput
from ..journal.journal import Journal
from ..journal.typed import as_typed

_YES = frozenset({"yes", "true", "1", "on"})
_NO = frozenset({"no", "false", "0", "off", ""})


def fields_given(journal: Journal, kind: str, template: str, given: Iterable[str]) -> dict[str, object]:
    """The fields in `name=value` pairs for a kind and template; raises `BadInput` or `Problem`.

    A template's own fields need not be written with their prefix. An empty value empties the field.
    """
    allowed = journal.forms.fields_of(kind, template)
    found: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadInput(f"“{brief(pair)}” is not a field and its value.", "Write it as name=value.")
        field = _named(name.strip(), allowed)
        if field.name in found:
            raise BadInput(f"“{brief(name)}” is set twice.", "Leave one of them out.")
        found[field.name] = _read(journal, field, value)
    return found


def typed_fields(journal: Journal, draft: Draft, before: Entry | None) -> dict[str, object]:
    """The fields of a draft as they are to be saved over those of `before`; raises `BadInput` or `Problem`."""
    form = journal.forms.form_of(draft.kind, draft.fields)
    ahead = draft.kind in KINDS and KINDS[draft.kind].planned
    found: dict[str, object] = {}
    if before:
        found |= {name: value for name, value in before.fields.items() if name not in form}
    for name, typed in draft.fields.items():
        field = form.get(name)
        if field and field.shape is Shape.MOMENT and _is_as_it_was(journal, field, typed, before):
            continue
        found[name] = _read(journal, field, typed, ahead=ahead) if field and isinstance(typed, str) else typed
    return found


def _is_as_it_was(journal: Journal, field: Field, typed: object, before: Entry | None) -> bool:
    """A date left alone keeps its seconds and its zone, which its short form does not say."""
    value = before.fields.get(field.name) if before else None
    return not typed or (value is not None and typed == as_typed(field, value, journal.time.zone))


def _named(name: str, allowed: Mapping[str, Field]) -> Field:
    by_bare_name = {bare_name(each): field for each, field in allowed.items()}
    if field := allowed.get(name) or by_bare_name.get(name):
        return field
    names = ", ".join(by_bare_name)
    raise Problem(f"There is no field called “{brief(name)}” here.", f"Fields: {names}.")


def _read(journal: Journal, field: Field, value: str, *, ahead: bool = False) -> object:
    said = value.strip()
    if not said:
        return None
    if field.shape is Shape.DAY:
        return parse_day(said, journal.time.today(), ahead=True)
    if field.shape is Shape.MOMENT:
        return parse_moment(said, journal.time.moment(), ahead=ahead)
    if field.shape is Shape.YES:
        return _yes(field, said)
    if field.shape is Shape.LINK:
        return journal.entries.resolve(said).id
    if field.shape is Shape.LINKS:
        return [journal.entries.resolve(each).id for each in said.replace(",", " ").split()]
    if field.name == "minutes":
        return parse_minutes(said, field.most)
    return value


def _yes(field: Field, said: str) -> bool:
    if said.casefold() in _YES:
        return True
    if said.casefold() in _NO:
        return False
    raise Problem(f"“{brief(said)}” is neither yes nor no for “{field.label}”.")
