"""What a shell is offered for a word: names that are no secret, read without opening the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


def _of(names: Callable[[], Iterable[str]]) -> Complete:
    def complete(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
        return [name for name in names() if name.startswith(begun)]

    return complete


def _kinds() -> Iterable[str]:
    from ..domain.kinds import APPROVAL, CIRCLE, DEVICE, KINDS

    return [name for name in KINDS if name not in (APPROVAL.name, CIRCLE.name, DEVICE.name)]


def _states() -> Iterable[str]:
    from ..domain.kinds import GOAL

    return [choice.value for choice in GOAL.all_fields["state"].choices]


def _models() -> Iterable[str]:
    from ..journal.practice_files import reflection_models

    return sorted(reflection_models()[0])


def _decks() -> Iterable[str]:
    from ..journal.practice_files import prompt_decks

    return sorted(prompt_decks()[0])


def _protocols() -> Iterable[str]:
    from ..journal.practice_files import group_protocols

    return sorted(group_protocols()[0])


def _clause_sets() -> Iterable[str]:
    from ..journal.practice_files import clause_sets

    return [*sorted(clause_sets()[0]), "none"]


def _requirements() -> Iterable[str]:
    from ..journal.practice_files import requirement_sets

    return sorted(requirement_sets()[0])


def _record_fields() -> Iterable[str]:
    from ..journal.cpd.answers import record_fields

    return record_fields()


def _marks() -> Iterable[str]:
    """`gosc.focus=Objective activity`; of a list whose values stand in the journal only the beginning."""
    from ..journal.practice_files import requirement_sets

    lists = {each.name: each for pack in requirement_sets()[0].values() for each in pack.versions[-1].lists}
    return [f"{name}={value}" for name, each in sorted(lists.items()) for value in each.values or ("",)]


def _activity_types() -> Iterable[str]:
    from ..journal.cpd.facet_fields import activity_type_names

    return sorted(activity_type_names())


def _categories() -> Iterable[str]:
    from ..domain.scheme.vocabulary import CATEGORIES

    return CATEGORIES


def _relations() -> Iterable[str]:
    from ..domain.scheme.vocabulary import RELATIONS

    return RELATIONS


def _sections() -> Iterable[str]:
    from ..domain.summary import SECTIONS

    return [section.name for section in SECTIONS]


kinds = _of(_kinds)
goal_states = _of(_states)
models = _of(_models)
decks = _of(_decks)
protocols = _of(_protocols)
clause_sets = _of(_clause_sets)
requirements = _of(_requirements)
activity_types = _of(_activity_types)
record_fields = _of(_record_fields)
categories = _of(_categories)
marks = _of(_marks)
relations = _of(_relations)
summary_sections = _of(_sections)
